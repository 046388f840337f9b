package series

import (
	"cmp"
	"slices"

	"taizhang/report"
)

// Point is one value of an indicator: what a report states, expects or
// promises for a period.
type Point struct {
	Org        string            `json:"org"`
	Year       int               `json:"year"` // of the end of the period
	Kind       report.Kind       `json:"kind"`
	Value      report.Value      `json:"value"`
	Comparison report.Comparison `json:"comparison,omitempty"`
	Modality   report.Modality   `json:"modality"`
	Period     report.Period     `json:"period,omitzero"`
	Report     string            `json:"report"`
	Told       int               `json:"told"` // the year the report is filed under
	Text       string            `json:"text"` // the words of the value
	Fact       string            `json:"fact"`
	Sentence   string            `json:"sentence"`
	Place      report.Place      `json:"place"`
}

// Points returns the values of an indicator through the years, by office, year
// and modality. A fact belongs to it by its indicator, or by its subject where
// no rule names one.
func Points(reports []report.Report, indicator string) []Point {
	var out []Point
	for _, r := range reports {
		for _, f := range r.Facts {
			if f.Value == nil || f.Indicator != indicator && f.Subject != indicator {
				continue
			}
			year := r.Year()
			if !f.Period.IsZero() {
				year = f.Period.End.Year
			}
			out = append(out, Point{r.Outline.Org, year, f.Kind, *f.Value, f.Comparison, f.Modality,
				f.Period, r.ID, r.Year(), f.Text, f.ID, f.Sentence, f.Place})
		}
	}
	slices.SortStableFunc(out, func(a, b Point) int {
		return cmp.Or(cmp.Compare(a.Org, b.Org), cmp.Compare(a.Year, b.Year),
			cmp.Compare(a.Modality, b.Modality), cmp.Compare(a.Told, b.Told))
	})
	return out
}
