package web

import (
	"net/http"

	"taizhang/series"
	"taizhang/service"
)

// apiChecks lists checks of arithmetic: org, failed.
func (s *server) apiChecks(_ http.ResponseWriter, r *http.Request) (out listing[series.Finding], err error) {
	p := paramsOf(r)
	q := service.CheckRequest{Org: p.text("org"), Failed: p.flag("failed")}
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	found, err := s.service.Check(q)
	return pageOf(r, page, found), err
}
