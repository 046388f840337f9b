package web

import (
	"net/http"

	"taizhang/service"
)

// apiSearch finds sentences and facts: query, exact, pinyin, facets.
func (s *server) apiSearch(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := service.SearchRequest{Query: p.text("query"), Page: p.page(), Words: p.words(), Facets: p.number("facets")}
	if err := p.strictly(); err != nil {
		return nil, err
	}
	return s.service.Search(r.Context(), q)
}

// words reads how the words of a query are taken: exact, pinyin.
func (p *params) words() service.Words {
	return service.Words{Exact: p.flag("exact"), Pinyin: p.flag("pinyin")}
}
