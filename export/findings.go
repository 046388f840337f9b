package export

import "taizhang/track"

// Findings returns checks of arithmetic as a sheet, one a row.
func Findings(found []track.Finding, lang Lang) Sheet {
	s := Sheet{Name: "checks", Head: lang.labels("Year", "Office", "Check", "Result", "Sum", "Sentence", "Fact")}
	for _, f := range found {
		result := "holds"
		if !f.Holds {
			result = "fails"
		}
		s.Rows = append(s.Rows, []string{year(f.Year), f.Org, lang.Label(string(f.Kind)), lang.Label(result), f.Text,
			f.Sentence, f.Facts[0]})
	}
	return s
}
