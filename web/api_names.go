package web

import (
	"net/http"

	"taizhang/index"
	"taizhang/service"
)

// apiNames lists the names on which nobody has decided: kind, org.
func (s *server) apiNames(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := service.NamesRequest{Org: p.text("org")}
	kind, page := p.text("kind"), p.page()
	if err := p.strictly(); err != nil {
		return nil, err
	}
	var err error
	if q.Kind, err = service.ParseNameKind(kind); err != nil {
		return nil, err
	}
	names, err := s.service.Names(q)
	if err != nil {
		return nil, err
	}
	return listed(r.URL, page, cut(names, page), index.Total{Count: len(names), Exact: true}), nil
}
