package series

import (
	"cmp"
	"slices"

	"taizhang/report"
)

// Series is an indicator of one office through the years.
type Series struct {
	Org       string    `json:"org"`
	Indicator string    `json:"indicator"`
	Rows      []YearRow `json:"rows"`
}

// leastYears is of how many years a series must tell something to be drawn.
const leastYears = 2

// Promised returns the series of the indicators that the lines promise
// something of, those with at least two years, by office and indicator.
func Promised(lines []report.Commitment, reports []report.Report, found []Break) []Series {
	wanted := map[[2]string]bool{}
	var names []string
	for _, c := range lines {
		if c.Indicator == "" || len(c.Targets) == 0 {
			continue
		}
		wanted[[2]string{c.Org, c.Indicator}] = true
		if !slices.Contains(names, c.Indicator) {
			names = append(names, c.Indicator)
		}
	}
	var out []Series
	for _, name := range names {
		for _, s := range byOrg(name, Years(Points(reports, name), found)) {
			if wanted[[2]string{s.Org, name}] && len(s.Rows) >= leastYears {
				out = append(out, s)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Series) int {
		return cmp.Or(cmp.Compare(a.Org, b.Org), cmp.Compare(a.Indicator, b.Indicator))
	})
	return out
}

// byOrg parts rows, which are ordered by office, into series.
func byOrg(name string, rows []YearRow) []Series {
	var out []Series
	for _, r := range rows {
		if r.Target == nil && r.Actual == nil && r.Forecast == nil {
			continue // growth alone makes no level to draw
		}
		if n := len(out); n == 0 || out[n-1].Org != r.Org {
			out = append(out, Series{Org: r.Org, Indicator: name})
		}
		last := &out[len(out)-1]
		last.Rows = append(last.Rows, r)
	}
	return out
}
