package web

import (
	"errors"
	"net/http"

	"taizhang/series"
	"taizhang/service"
)

// apiIndicators lists the indicators of which there are values: text.
func (s *server) apiIndicators(_ http.ResponseWriter, r *http.Request) (out listing[service.Indicator], err error) {
	p := paramsOf(r)
	text, page := p.text("text"), p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	all, err := s.service.Indicators(r.Context(), text)
	return pageOf(r, page, all), err
}

// apiYears lists an indicator by office and year, plan beside result:
// indicator, org (several).
func (s *server) apiYears(_ http.ResponseWriter, r *http.Request) (out listing[series.YearRow], err error) {
	p := paramsOf(r)
	q := service.SeriesRequest{Indicator: p.indicator(), Orgs: p.list("org")}
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	rows, err := s.service.Years(q)
	return pageOf(r, page, rows), err
}

// apiSeries lists the values of one indicator: indicator, org.
func (s *server) apiSeries(_ http.ResponseWriter, r *http.Request) (out listing[series.Point], err error) {
	p := paramsOf(r)
	q := service.SeriesRequest{Indicator: p.indicator(), Org: p.text("org")}
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	points, err := s.service.Series(q)
	return pageOf(r, page, points), err
}

// apiBreaks lists where the reports do not agree about the values of an
// indicator: indicator, org.
func (s *server) apiBreaks(_ http.ResponseWriter, r *http.Request) (out listing[series.Break], err error) {
	p := paramsOf(r)
	q := service.SeriesRequest{Indicator: p.indicator(), Org: p.text("org")}
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	found, err := s.service.SeriesBreaks(q)
	return pageOf(r, page, found), err
}

// indicator reads the name of an indicator, which must be there.
func (p *params) indicator() string {
	name := p.text("indicator")
	if name == "" {
		p.fail("indicator", errors.New("want the name of an indicator"))
	}
	return name
}
