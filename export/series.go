package export

import "taizhang/track"

// Series returns the values of an indicator as a sheet, one a row.
func Series(points []track.Point, lang Lang) Sheet {
	s := Sheet{Name: "series", Head: lang.labels("Office", "Year", "Modality", "Value", "Comparison", "Period",
		"Page", "Sentence", "Fact")}
	for _, p := range points {
		s.Rows = append(s.Rows, []string{p.Org, year(p.Year), lang.Label(string(p.Modality)), Value(&p.Value),
			lang.Label(string(p.Comparison)), p.Period.String(), year(p.Place.Page), p.Sentence, p.Fact})
	}
	return s
}
