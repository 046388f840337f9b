package web

import (
	"net/http"

	"taizhang/index"
	"taizhang/service"
)

// apiChecks lists checks of arithmetic: org, failed.
func (s *server) apiChecks(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := service.CheckRequest{Org: p.text("org"), Failed: p.flag("failed")}
	page := p.page()
	if err := p.strictly(); err != nil {
		return nil, err
	}
	found, err := s.service.Check(q)
	if err != nil {
		return nil, err
	}
	return listed(r.URL, page, cut(found, page), index.Total{Count: len(found), Exact: true}), nil
}
