package web

import (
	"errors"
	"net/http"

	"taizhang/index"
	"taizhang/service"
)

// apiSeries lists the values of one indicator: indicator, org.
func (s *server) apiSeries(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := service.SeriesRequest{Indicator: p.text("indicator"), Org: p.text("org")}
	page := p.page()
	if q.Indicator == "" {
		p.fail("indicator", errors.New("want the name of an indicator"))
	}
	if err := p.strictly(); err != nil {
		return nil, err
	}
	points, err := s.service.Series(q)
	if err != nil {
		return nil, err
	}
	return listed(r.URL, page, cut(points, page), index.Total{Count: len(points), Exact: true}), nil
}
