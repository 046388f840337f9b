package web

import (
	"net/http"

	"taizhang/service"
)

// apiSearch finds sentences and facts: query.
func (s *server) apiSearch(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := service.SearchRequest{Query: p.text("query"), Page: p.page()}
	if err := p.strictly(); err != nil {
		return nil, err
	}
	return s.service.Search(r.Context(), q)
}
