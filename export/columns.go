package export

import (
	"fmt"
	"strconv"
	"strings"

	"taizhang/report"
	"taizhang/track"
)

// Column is a column of a ledger in an office's own form: what it is called and
// what stands in it.
type Column struct {
	Title string
	Field string // see LedgerFields
}

// LedgerForm is how an office wants its ledger: columns, and what its lights are
// called and look like.
type LedgerForm struct {
	Columns []Column // nil: all
	Lights  []track.LightScheme
	Lang    Lang
}

// ledgerField is what can stand in a column.
type ledgerField struct {
	name  string
	label string // of the default title
	cell  func(c report.Commitment, f LedgerForm) string
}

func ledgerFields() []ledgerField {
	plain := func(of func(report.Commitment) string) func(report.Commitment, LedgerForm) string {
		return func(c report.Commitment, _ LedgerForm) string { return of(c) }
	}
	answer := func(of func(report.Answer) string) func(report.Commitment, LedgerForm) string {
		return func(c report.Commitment, _ LedgerForm) string {
			if len(c.Answers) == 0 {
				return ""
			}
			return of(c.Answers[0])
		}
	}
	return []ledgerField{
		{"number", "No.", nil},
		{"year", "Year", plain(func(c report.Commitment) string { return year(c.Year) })},
		{"org", "Office", plain(func(c report.Commitment) string { return c.Org })},
		{"text", "Promise", plain(func(c report.Commitment) string { return c.Text })},
		{"target", "Target", plain(targets)},
		{"owner", "Owner", plain(func(c report.Commitment) string { return c.Owner })},
		{"due", "Due", plain(func(c report.Commitment) string { return c.Due.String() })},
		{"status", "Status", func(c report.Commitment, f LedgerForm) string { return f.Lang.Label(string(c.Status)) }},
		{"light", "Light", func(c report.Commitment, f LedgerForm) string { return f.light(c) }},
		{"answer", "Answer", answer(func(a report.Answer) string { return a.Sentence })},
		{"answer_year", "Answered in", answer(func(a report.Answer) string { return year(a.Year) })},
		{"answer_value", "Result", answer(func(a report.Answer) string { return Value(a.Value) })},
		{"why", "Why", answer(func(a report.Answer) string { return fmt.Sprintf("%s（%.2f）", a.Why, a.Score) })},
		{"strength", "Strength", func(c report.Commitment, f LedgerForm) string { return f.Lang.Label(string(c.Strength)) }},
		{"indicator", "Indicator", plain(func(c report.Commitment) string { return c.Indicator })},
		{"subject", "Subject", plain(func(c report.Commitment) string { return c.Subject })},
		{"section", "Section", plain(func(c report.Commitment) string { return strings.Join(c.Section, " / ") })},
		{"page", "Page", plain(func(c report.Commitment) string { return year(c.Place.Page) })},
		{"sentence", "Plan", plain(func(c report.Commitment) string { return c.Sentence })},
		{"chain", "Other years", plain(chain)},
		{"decision", "Decision", plain(decided)},
		{"id", "Fact", plain(func(c report.Commitment) string { return c.ID })},
	}
}

// LedgerFields returns what columns can hold.
func LedgerFields() []string {
	var out []string
	for _, f := range ledgerFields() {
		out = append(out, f.name)
	}
	return out
}

// ParseColumns reads columns as settings give them: TITLE=FIELD, or FIELD alone
// under its usual title.
func ParseColumns(entries []string, lang Lang) ([]Column, error) {
	var out []Column
	for _, e := range entries {
		title, name, both := strings.Cut(e, "=")
		if !both {
			name = title
		}
		f, ok := fieldNamed(strings.TrimSpace(name))
		if !ok {
			return nil, fmt.Errorf("ledger column %q: want TITLE=FIELD with one of the fields %s", e, strings.Join(LedgerFields(), ", "))
		}
		if !both {
			title = lang.Label(f.label)
		}
		out = append(out, Column{strings.TrimSpace(title), f.name})
	}
	return out, nil
}

func fieldNamed(name string) (ledgerField, bool) {
	for _, f := range ledgerFields() {
		if f.name == name {
			return f, true
		}
	}
	return ledgerField{}, false
}

// columns returns the columns of the form, or those there are by default.
func (f LedgerForm) columns() []Column {
	if f.Columns != nil {
		return f.Columns
	}
	out, _ := ParseColumns([]string{"number", "year", "org", "text", "target", "owner", "due", "status", "light", "answer", "answer_year",
		"why", "decision", "id"}, f.Lang)
	return out
}

// Sheet returns promises as a sheet in the form, one a row, the lights coloured.
func (f LedgerForm) Sheet(lines []report.Commitment) Sheet {
	s := Sheet{Name: "ledger", Fills: map[[2]int]string{}}
	var fields []ledgerField
	for _, c := range f.columns() {
		field, _ := fieldNamed(c.Field)
		fields = append(fields, field)
		s.Head = append(s.Head, c.Title)
	}
	for i, line := range lines {
		row := make([]string, len(fields))
		for k, field := range fields {
			if field.cell == nil {
				row[k] = strconv.Itoa(i + 1)
				continue
			}
			row[k] = field.cell(line, f)
			if field.name == "light" && f.colour(line) != "" {
				s.Fills[[2]int{i, k}] = f.colour(line)
			}
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// light returns what the office calls the promise's light.
func (f LedgerForm) light(c report.Commitment) string {
	if name := track.SchemeOf(f.Lights, c.Org, 0).Names[c.Light]; name != "" {
		return name
	}
	return f.Lang.Label(string(c.Light))
}

// colour returns the colour of the promise's light, as RRGGBB; "" for none.
func (f LedgerForm) colour(c report.Commitment) string {
	if colour := track.SchemeOf(f.Lights, c.Org, 0).Colours[c.Light]; colour != "" {
		return colour
	}
	switch c.Light {
	case report.LightDueSoon:
		return "FFD966"
	case report.LightOverdue:
		return "F4978E"
	case report.LightClosed:
		return "A9D18E"
	}
	return ""
}

func chain(c report.Commitment) string {
	var out []string
	for _, w := range c.Chain {
		out = append(out, year(w.Year)+" "+w.Text)
	}
	return strings.Join(out, "；")
}

// decided writes who decided what, when and why.
func decided(c report.Commitment) string {
	var out []string
	for _, d := range c.Decided {
		s := fmt.Sprintf("%s %s %s %s", d.When.Format("2006-01-02"), d.Who, Chinese.Label("decided "+string(d.Kind)), Chinese.Label(d.Value))
		if d.Why != "" {
			s += "（" + d.Why + "）"
		}
		out = append(out, s)
	}
	return strings.Join(out, "；")
}
