package web

import (
	"slices"
	"strconv"
	"strings"

	"taizhang/export"
	"taizhang/export/chart"
	"taizhang/report"
	"taizhang/series"
)

// chartView is a chart of the page: values in one unit, or growth.
type chartView struct {
	Number  int
	Growth  bool
	Unit    string
	Lines   bool
	Broken  bool // the axis does not begin at 0
	Legend  []chart.Entry
	Panels  []chart.Drawing // an office each
	SaveURL string          // of the chart as a file
}

// words are the messages of a page, for what is drawn.
type words catalogue

func (w words) T(key string) string { return catalogue(w).text(key) }

// style returns what values of a style are called.
func (w words) style(s chart.Style) string {
	switch s {
	case chart.Target:
		return w.T("indicators.target")
	case chart.Forecast:
		return w.T("indicators.forecast")
	}
	return w.T("indicators.actual")
}

// addCharts draws the values, those of each unit on an axis of their own, and
// the growth.
func (p *indicatorsPage) addCharts(rows []series.YearRow, w words) {
	var units []string
	for _, r := range rows {
		if !slices.Contains(units, r.Unit) {
			units = append(units, r.Unit)
		}
	}
	for _, unit := range units {
		d := diagram{page: p, words: w, unit: unit, lines: unit == "%"}
		d.values = func(r series.YearRow) [3]*series.Point {
			if r.Unit != unit {
				return [3]*series.Point{}
			}
			return [3]*series.Point{r.Target, r.Forecast, r.Actual}
		}
		d.add(rows)
	}
	d := diagram{page: p, words: w, unit: "%", lines: true, growth: true}
	d.values = func(r series.YearRow) [3]*series.Point { return [3]*series.Point{r.Aim, nil, r.Growth} }
	d.add(rows)
}

// diagram makes a chart of rows.
type diagram struct {
	page          *indicatorsPage
	words         words
	unit          string
	lines, growth bool
	values        func(series.YearRow) [3]*series.Point // target, forecast, actual
	scale         report.Decimal
}

var chartStyles = [3]chart.Style{chart.Target, chart.Forecast, chart.Actual}

func (d *diagram) add(rows []series.YearRow) {
	shown := slices.DeleteFunc(slices.Clone(rows), func(r series.YearRow) bool { return d.values(r) == [3]*series.Point{} || r.Year == 0 })
	if len(shown) == 0 {
		return
	}
	if as := d.page.Asked.As; as != "" {
		d.lines = as == asLines
	}
	name := d.setScale(shown)
	c := chartView{Number: len(d.page.Charts) + 1, Growth: d.growth, Unit: name, Lines: d.lines}
	var panels []chart.Panel
	for _, office := range d.page.Offices {
		of := slices.DeleteFunc(slices.Clone(shown), func(r series.YearRow) bool { return r.Org != office.Org })
		if len(of) > 0 {
			panels = append(panels, d.panel(of, shown))
		}
	}
	axis := chart.NewAxis(panels)
	c.Broken = axis.Broken
	for _, p := range panels {
		c.Panels = append(c.Panels, chart.Draw(p, axis))
		for _, s := range p.Series {
			if e := (chart.Entry{Style: s.Style, Name: d.words.style(s.Style)}); !slices.Contains(c.Legend, e) {
				c.Legend = append(c.Legend, e)
			}
		}
	}
	c.SaveURL = withParam(d.page.Asked.url, "format", svgFormat) + "&of=" + strconv.Itoa(c.Number)
	d.page.Charts = append(d.page.Charts, c)
}

// setScale chooses 万 and 亿 for large values, and returns the unit's name.
func (d *diagram) setScale(rows []series.YearRow) string {
	d.scale = report.Whole(1)
	largest := report.Whole(0)
	for _, r := range rows {
		for _, p := range d.values(r) {
			if p != nil && sizeOf(*p).Abs().Cmp(largest) > 0 {
				largest = sizeOf(*p).Abs()
			}
		}
	}
	switch {
	case d.unit == "%":
	case largest.Cmp(report.Whole(100_000_000)) >= 0:
		d.scale = report.Whole(100_000_000)
		return "亿" + d.unit
	case largest.Cmp(report.Whole(100_000)) >= 0:
		d.scale = report.Whole(10_000)
		return "万" + d.unit
	}
	return d.unit
}

// sizeOf returns the lower end of a value, in the base unit where it has one.
func sizeOf(p series.Point) report.Decimal {
	if p.Value.Base != nil {
		return p.Value.Base.Min
	}
	return p.Value.Min
}

// panel is the diagram of an office; all offices have the same years.
func (d *diagram) panel(of, all []series.YearRow) chart.Panel {
	p := chart.Panel{Name: of[0].Org, Lines: d.lines}
	at := map[int]int{} // place of a year
	for _, year := range axisYears(all) {
		at[year] = len(p.Places)
		p.Places = append(p.Places, chart.Place{Label: yearLabel(year)})
	}
	for k, style := range chartStyles {
		s := chart.Series{Style: style, Values: make([]chart.Value, len(p.Places))}
		for _, r := range of {
			if v := d.values(r)[k]; v != nil {
				s.Values[at[r.Year]] = d.value(*v, style, r.Year)
			}
		}
		if slices.ContainsFunc(all, func(r series.YearRow) bool { return d.values(r)[k] != nil }) {
			p.Series = append(p.Series, s)
		}
	}
	for _, r := range of {
		p.Places[at[r.Year]].Sign = d.signOf(r)
	}
	return p
}

// axisYears returns the years of the rows in order. A year that is missing has
// its place, too; several in a row have one, which is 0.
func axisYears(rows []series.YearRow) []int {
	var there, out []int
	for _, r := range rows {
		there = append(there, r.Year)
	}
	slices.Sort(there)
	for i, year := range slices.Compact(there) {
		if i > 0 {
			switch before := out[len(out)-1]; year - before {
			case 1:
			case 2:
				out = append(out, year-1)
			default:
				out = append(out, 0)
			}
		}
		out = append(out, year)
	}
	return out
}

func yearLabel(year int) string {
	if year == 0 {
		return "…"
	}
	return strconv.Itoa(year)
}

func (d *diagram) value(p series.Point, style chart.Style, year int) chart.Value {
	size := sizeOf(p).DivRound(d.scale, 8)
	f, _ := size.Float64()
	return chart.Value{Known: true, Size: f, Label: strings.Replace(size.Round(2).String(), "-", "−", 1),
		Text: strconv.Itoa(year) + " " + d.words.style(style) + " " + export.Value(&p.Value)}
}

// signOf returns the sign of the notes about a row that concern the chart: a
// growth that the values contradict concerns both.
func (d *diagram) signOf(r series.YearRow) string {
	var numbers []string
	for _, n := range d.page.Notes {
		if n.Org == r.Org && n.Year == r.Year && (n.Kind == series.Contradiction || d.growth == (n.Growth != "")) {
			numbers = append(numbers, strconv.Itoa(n.Number))
		}
	}
	if len(numbers) == 0 {
		return ""
	}
	return "※" + strings.Join(numbers, ",")
}
