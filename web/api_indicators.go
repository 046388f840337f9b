package web

import (
	"errors"
	"net/http"

	"taizhang/index"
	"taizhang/service"
)

// apiIndicators lists the indicators of which there are values: text.
func (s *server) apiIndicators(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	text, page := p.text("text"), p.page()
	if err := p.strictly(); err != nil {
		return nil, err
	}
	all, err := s.service.Indicators(r.Context(), text)
	if err != nil {
		return nil, err
	}
	return listed(r.URL, page, cut(all, page), index.Total{Count: len(all), Exact: true}), nil
}

// apiYears lists an indicator by office and year, plan beside result:
// indicator, org (several).
func (s *server) apiYears(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := service.SeriesRequest{Indicator: p.text("indicator"), Orgs: p.list("org")}
	page := p.page()
	if q.Indicator == "" {
		p.fail("indicator", errors.New("want the name of an indicator"))
	}
	if err := p.strictly(); err != nil {
		return nil, err
	}
	rows, err := s.service.Years(q)
	if err != nil {
		return nil, err
	}
	return listed(r.URL, page, cut(rows, page), index.Total{Count: len(rows), Exact: true}), nil
}
