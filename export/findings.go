package export

import "taizhang/series"

// Findings returns checks as a sheet, one a row.
func Findings(found []series.Finding, lang Lang) Sheet {
	s := Sheet{Name: "checks", Head: lang.labels("Year", "Office", "Check", "Result", "Indicator", "Sum", "Sentence", "Said in", "Earlier", "Fact")}
	for _, f := range found {
		result := "holds"
		switch {
		case f.Earlier != "" && f.Kind != series.Contradiction:
			result = "noted"
		case !f.Holds:
			result = "fails"
		}
		s.Rows = append(s.Rows, []string{year(f.Year), f.Org, lang.Label(string(f.Kind)), lang.Label(result), f.Indicator, f.Text,
			f.Sentence, year(f.EarlierYear), f.Earlier, f.Facts[0]})
	}
	return s
}
