package export

import "taizhang/track"

// LedgerDiff returns what is different between two states of a ledger as a
// sheet, one field a row.
func LedgerDiff(changes []track.LedgerChange, lang Lang) Sheet {
	s := Sheet{Name: "diff", Head: lang.labels("Change", "Year", "Office", "Promise", "Field", "Old", "New", "Fact")}
	for _, c := range changes {
		row := []string{lang.Label(string(c.Change)), year(c.Year), c.Org, c.Text}
		if len(c.Fields) == 0 {
			old, now := "", lang.Label(string(c.Status))
			if c.Change == track.LineVanished {
				old, now = now, ""
			}
			s.Rows = append(s.Rows, append(row, lang.Label("Status"), old, now, c.ID))
		}
		for _, f := range c.Fields {
			s.Rows = append(s.Rows, append(append([]string{}, row...), lang.Label(fieldLabel(f.Field)), lang.Label(f.Old), lang.Label(f.New), c.ID))
		}
	}
	return s
}

// fieldLabel returns the label of a field of a promise.
func fieldLabel(field string) string {
	switch field {
	case "evidence":
		return "Answer"
	case "decision":
		return "Decision"
	}
	f, _ := fieldNamed(field)
	return f.label
}
