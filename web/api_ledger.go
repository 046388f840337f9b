package web

import (
	"net/http"

	"taizhang/index"
	"taizhang/report"
	"taizhang/service"
)

// apiLedger lists promises: org, year, status, light, today.
func (s *server) apiLedger(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := service.LedgerRequest{Org: p.text("org"), Year: p.number("year"), Today: p.date("today")}
	for _, l := range p.list("light") {
		q.Light = append(q.Light, report.Light(l))
	}
	status, page := p.list("status"), p.page()
	if err := p.strictly(); err != nil {
		return nil, err
	}
	var err error
	if q.Status, err = service.ParseStatuses(status); err != nil {
		return nil, err
	}
	lines, err := s.service.Ledger(q)
	if err != nil {
		return nil, err
	}
	return listed(r.URL, page, cut(lines, page), index.Total{Count: len(lines), Exact: true}), nil
}
