package web

import (
	"net/http"

	"taizhang/names"
	"taizhang/service"
)

// apiNames lists the names on which nobody has decided: kind, org.
func (s *server) apiNames(_ http.ResponseWriter, r *http.Request) (out listing[names.Proposal], err error) {
	p := paramsOf(r)
	q := service.NamesRequest{Org: p.text("org")}
	kind, page := p.text("kind"), p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	if q.Kind, err = service.ParseNameKind(kind); err != nil {
		return out, err
	}
	names, err := s.service.Names(q)
	return pageOf(r, page, names), err
}
