package web

import (
	"strings"

	"taizhang/export"
	"taizhang/export/chart"
	"taizhang/report"
	"taizhang/series"
)

// Point writes a value of a table; empty where there is none.
func (v *view) Point(p *series.Point) string {
	if p == nil {
		return ""
	}
	return export.Value(&p.Value)
}

// PointValue writes a value.
func (v *view) PointValue(value report.Value) string { return export.Value(&value) }

// swatch is a sign of a legend.
type swatch struct {
	Style chart.Style
	Lines bool
}

// Swatch returns the sign of a style as the chart draws it.
func (c chartView) Swatch(s chart.Style) swatch { return swatch{s, c.Lines} }

// chartPanel is a panel with what is said of it to who cannot see it.
type chartPanel struct {
	chart.Drawing
	Label string // what it shows
	Said  string // its values
}

// ChartPanel returns a panel of a chart with its words.
func (v *view) ChartPanel(c chartView, d chart.Drawing) chartPanel {
	what := v.T("indicators.values")
	if c.Growth {
		what = v.T("indicators.growth")
	}
	var said []string
	for _, s := range d.Shapes {
		if s.Tag == chart.Path && s.Words != "" {
			said = append(said, s.Words)
		}
	}
	label := v.T("indicators.chart", d.Name, what, c.Unit)
	return chartPanel{d, label, strings.Join(said, v.T("indicators.and"))}
}

// BreakName returns what a kind of break is called.
func (v *view) BreakName(kind series.FindingKind) string {
	switch kind {
	case series.Restated:
		return v.T("indicators.restated")
	case series.Contradiction:
		return v.T("indicators.contradiction")
	case series.NewScope:
		return v.T("indicators.scope")
	}
	return v.Label(kind)
}

// BreakMeans says what a kind of break means.
func (v *view) BreakMeans(kind series.FindingKind) string {
	switch kind {
	case series.Restated:
		return v.T("indicators.restated_means")
	case series.Contradiction:
		return v.T("indicators.contradiction_means")
	case series.NewScope:
		return v.T("indicators.scope_means")
	}
	return ""
}
