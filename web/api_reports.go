package web

import (
	"net/http"

	"taizhang/index"
	"taizhang/service"
)

// apiReports lists reports: org, year, kind, text.
func (s *server) apiReports(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := service.ReportsRequest{Org: p.text("org"), Year: p.number("year"), Kind: p.text("kind"), Text: p.text("text")}
	page := p.page()
	if err := p.strictly(); err != nil {
		return nil, err
	}
	all := s.service.Reports(q)
	return listed(r.URL, page, cut(all, page), index.Total{Count: len(all), Exact: true}), nil
}
