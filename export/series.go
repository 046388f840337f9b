package export

import (
	"strings"

	"taizhang/report"
	"taizhang/series"
)

// Series returns the values of an indicator as a sheet, one a row.
func Series(points []series.Point, lang Lang) Sheet {
	s := Sheet{Name: "series", Head: lang.labels("Office", "Year", "Modality", "Value", "Comparison", "Period",
		"Page", "Sentence", "Fact")}
	for _, p := range points {
		s.Rows = append(s.Rows, []string{p.Org, year(p.Year), lang.Label(string(p.Modality)), Value(&p.Value),
			lang.Label(string(p.Comparison)), p.Period.String(), year(p.Place.Page), p.Sentence, p.Fact})
	}
	return s
}

// Years returns a series by office and year as a sheet: plan beside result.
func Years(rows []series.YearRow, lang Lang) Sheet {
	s := Sheet{Name: "series", Head: lang.labels("Office", "Year", "Target", "Forecast", "Actual", "Restated", "Growth target",
		"Growth", "Growth computed", "Breaks", "Sentence")}
	for _, r := range rows {
		s.Rows = append(s.Rows, []string{r.Org, year(r.Year), pointValue(r.Target), pointValue(r.Forecast), pointValue(r.Actual),
			pointValue(r.Restated), pointValue(r.Aim), pointValue(r.Growth), percent(r.Computed), breaksOf(r, lang), sentenceOf(r)})
	}
	return s
}

// SideBySide returns the series of several offices as a sheet: a year a row,
// for each office its result and growth.
func SideBySide(rows []series.YearRow, lang Lang) Sheet {
	s := Sheet{Name: "series", Head: lang.labels("Year")}
	column, line := map[string]int{}, map[int]int{}
	for _, r := range rows {
		if column[r.Org] == 0 {
			column[r.Org] = len(s.Head)
			s.Head = append(s.Head, r.Org, lang.Label("Growth"))
		}
	}
	for _, y := range yearsOf(rows) {
		line[y] = len(s.Rows)
		s.Rows = append(s.Rows, append([]string{year(y)}, make([]string, len(s.Head)-1)...))
	}
	for _, r := range rows {
		cells := s.Rows[line[r.Year]][column[r.Org]:]
		cells[0], cells[1] = pointValue(best(r)), pointValue(r.Growth)
		if cells[1] == "" && r.Computed != nil {
			cells[1] = "(" + percent(r.Computed) + ")"
		}
	}
	return s
}

// yearsOf returns the years of the rows, in order.
func yearsOf(rows []series.YearRow) []int {
	low, high := 0, -1
	there := map[int]bool{}
	for i, r := range rows {
		if there[r.Year] = true; i == 0 || r.Year < low {
			low = r.Year
		}
		high = max(high, r.Year)
	}
	var out []int
	for y := low; y <= high; y++ {
		if there[y] {
			out = append(out, y)
		}
	}
	return out
}

// best returns the value that stands for the year: what was reached, as it was
// said last, else what was expected.
func best(r series.YearRow) *series.Point {
	switch {
	case r.Restated != nil:
		return r.Restated
	case r.Actual != nil:
		return r.Actual
	}
	return r.Forecast
}

func pointValue(p *series.Point) string {
	if p == nil {
		return ""
	}
	return Value(&p.Value)
}

func percent(d *report.Decimal) string {
	if d == nil {
		return ""
	}
	return d.String() + "%"
}

// breaksOf writes what does not agree in the year.
func breaksOf(r series.YearRow, lang Lang) string {
	var out []string
	for _, b := range r.Breaks {
		out = append(out, lang.Label(string(b.Kind))+" "+b.Text)
	}
	return strings.Join(out, "；")
}

// sentenceOf returns the sentence that shows the year's value.
func sentenceOf(r series.YearRow) string {
	for _, p := range []*series.Point{r.Restated, r.Actual, r.Forecast, r.Growth, r.Target, r.Aim} {
		if p != nil {
			return p.Sentence
		}
	}
	return ""
}
