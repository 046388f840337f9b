package web

import (
	"net/http"

	"taizhang/index"
	"taizhang/service"
)

// apiReports lists reports: org, year, kind, text.
func (s *server) apiReports(_ http.ResponseWriter, r *http.Request) (out listing[index.Entry], err error) {
	p := paramsOf(r)
	q := service.ReportsRequest{Org: p.text("org"), Year: p.number("year"), Kind: p.text("kind"), Text: p.text("text")}
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	return pageOf(r, page, s.service.Reports(q)), nil
}
