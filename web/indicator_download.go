package web

import (
	"fmt"
	"io"
	"net/http"
	"strconv"

	"taizhang/export"
	"taizhang/export/chart"
	"taizhang/series"
)

const svgType = "image/svg+xml"

// indicatorDownload hands out the table, or a chart as a picture.
func (s *server) indicatorDownload(r *http.Request, p indicatorsPage, rows []series.YearRow) (any, error) {
	lang := s.langOf(r)
	if p.Asked.format != svgFormat {
		return sheetDownload(p.Name, p.Asked.format, rows, func() export.Sheet { return export.Years(rows, export.Lang(lang)) }), nil
	}
	v := s.view(r, "indicators", nil)
	for _, c := range p.Charts {
		if strconv.Itoa(c.Number) == p.Asked.of || p.Asked.of == "0" {
			sheet := p.chartSheet(v, c)
			return download{p.Name + ".svg", svgType, func(w io.Writer) error { return chart.SVG(w, sheet) }}, nil
		}
	}
	return nil, errNoPage
}

// chartSheet is the chart with what explains it, as it stands in the page.
func (p indicatorsPage) chartSheet(v *view, c chartView) chart.Sheet {
	s := chart.Sheet{Title: p.Name, Unit: v.T("indicators.unit", c.Unit), Legend: c.Legend, Panels: c.Panels}
	if c.Growth {
		s.Title = v.T("indicators.growth_of", p.Name)
	}
	if c.Broken {
		s.Notes = append(s.Notes, v.T("indicators.broken"))
	}
	for _, n := range p.Notes {
		s.Notes = append(s.Notes, fmt.Sprintf("※%d %s %d %s：%s", n.Number, n.Org, n.Year, v.BreakName(n.Kind), n.Text))
	}
	return s
}
