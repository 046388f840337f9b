package export

import (
	"taizhang/report"
	"taizhang/series"
)

// Shifts returns how the values of two reports differ as a sheet, one a row.
func Shifts(all []series.Shift, lang Lang) Sheet {
	s := Sheet{Name: "compare", Head: lang.labels("Change", "Indicator", "Modality", "Before", "After", "Difference", "Sentence")}
	for _, x := range all {
		said := x.After
		if said == nil {
			said = x.Before
		}
		s.Rows = append(s.Rows, []string{lang.Label("shift " + string(x.Kind)), x.What, lang.Label(string(said.Modality)),
			valueOf(x.Before), valueOf(x.After), differenceOf(x), said.Sentence})
	}
	return s
}

func valueOf(f *report.Fact) string {
	if f == nil {
		return ""
	}
	return Value(f.Value)
}

// differenceOf writes by how much a value changed, and by how much of what it was.
func differenceOf(x series.Shift) string {
	if x.By == nil || x.By.IsZero() {
		return ""
	}
	out := signed(x.By.Sign(), Value(&report.Value{Min: *x.By, Max: *x.By, Unit: x.Unit}))
	if x.Percent != nil && x.Unit != "%" {
		out += " (" + signed(x.Percent.Sign(), x.Percent.String()+"%") + ")"
	}
	return out
}

func signed(sign int, text string) string {
	if sign > 0 {
		return "+" + text
	}
	return text
}
