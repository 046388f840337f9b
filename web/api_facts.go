package web

import (
	"net/http"

	"taizhang/service"
)

// apiFacts lists facts: query, sort.
func (s *server) apiFacts(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := service.FactsRequest{Query: p.text("query"), Page: p.page()}
	if err := p.strictly(); err != nil {
		return nil, err
	}
	found, err := s.service.Facts(r.Context(), q)
	if err != nil {
		return nil, err
	}
	return listed(r.URL, q.Page, found.Facts, found.Total), nil
}
