package web

import (
	"cmp"
	"net/http"
	"slices"

	"taizhang/export"
	"taizhang/index"
	"taizhang/report"
	"taizhang/series"
	"taizhang/service"
)

// reportYearsPage compares a report with another of the office.
type reportYearsPage struct {
	Head    reportHead
	Others  []index.Entry // that can be chosen, latest first
	With    string        // id of the one that is
	Before  index.Entry
	After   index.Entry
	Changed []yearRow
	Same    []yearRow
	New     []yearRow
	Gone    []yearRow
	Counts  [4]int // changed, same, new, gone, before cutting
}

// yearRow is a value of two years.
type yearRow struct {
	What          string
	Before, After *factNote
	BeforeOf      string // id of the report
	AfterOf       string
	BeforeYear    string
	AfterYear     string
	By, Percent   string
	Points        bool // By is of percentages
	Up, Down      bool
}

// Of each kind of difference at most so many rows are shown.
const mostShifts = 200

// reportYears compares a report with another one: with.
func (s *server) reportYears(_ http.ResponseWriter, r *http.Request) (any, error) {
	id := r.PathValue("id")
	p := paramsOf(r)
	with := p.text("with")
	one, err := s.service.Report(id)
	if err != nil {
		return nil, err
	}
	head, err := s.reportHead(one, "years")
	if err != nil {
		return nil, err
	}
	out := reportYearsPage{Head: head}
	if out.Others, err = s.service.OtherReports(id); err != nil {
		return nil, err
	}
	out.With = cmp.Or(with, nearestYear(out.Others, one.Year()))
	if out.With == "" {
		return out, nil
	}
	d, err := s.service.YearDifference(id, out.With)
	if err != nil {
		return nil, err
	}
	out.Before, out.After = d.Before, d.After
	out.fill(d)
	return out, nil
}

// nearestYear returns the id of the latest report before a year, else of the
// first one after it.
func nearestYear(others []index.Entry, year int) string {
	for _, e := range others {
		if e.Year < year {
			return e.ID
		}
	}
	if n := len(others); n > 0 {
		return others[n-1].ID
	}
	return ""
}

func (p *reportYearsPage) fill(d service.YearDifference) {
	lists := map[series.ShiftKind]*[]yearRow{series.Changed: &p.Changed, series.Unchanged: &p.Same,
		series.Appeared: &p.New, series.Gone: &p.Gone}
	order := []series.ShiftKind{series.Changed, series.Unchanged, series.Appeared, series.Gone}
	for _, shift := range d.Shifts {
		p.Counts[slices.Index(order, shift.Kind)]++
		if list := lists[shift.Kind]; len(*list) < mostShifts {
			*list = append(*list, yearRowOf(shift))
		}
	}
}

func yearRowOf(s series.Shift) yearRow {
	row := yearRow{What: s.What}
	if s.Before != nil {
		n := noteOf(s.Before)
		row.Before, row.BeforeOf, row.BeforeYear = &n, s.Before.Report, yearWord(s.Before.Year)
	}
	if s.After != nil {
		n := noteOf(s.After)
		row.After, row.AfterOf, row.AfterYear = &n, s.After.Report, yearWord(s.After.Year)
	}
	sign := func(n int, text string) string {
		if n > 0 {
			return "+" + text
		}
		return text
	}
	if s.By != nil {
		row.By = sign(s.By.Sign(), s.By.String())
		if row.Points = s.Unit == "%"; !row.Points {
			row.By = sign(s.By.Sign(), export.Value(&report.Value{Min: *s.By, Max: *s.By, Unit: s.Unit}))
		}
		row.Up, row.Down = s.By.Sign() > 0, s.By.Sign() < 0
	}
	if s.Percent != nil {
		row.Percent = sign(s.Percent.Sign(), s.Percent.String()+"%")
	}
	return row
}
