package web

import (
	"net/http"

	"taizhang/index"
	"taizhang/report"
	"taizhang/service"
)

// factList is a page of facts with what is to be said of the query.
type factList struct {
	listing[report.Fact]
	Also   []index.Expansion  `json:"also_searched,omitempty"`
	Near   []index.Correction `json:"did_you_mean,omitempty"`
	Facets *index.Facets      `json:"facets,omitempty"`
}

// apiFacts lists facts: query, sort, exact, pinyin, facets.
func (s *server) apiFacts(_ http.ResponseWriter, r *http.Request) (factList, error) {
	p := paramsOf(r)
	q := service.FactsRequest{Query: p.text("query"), Page: p.page(), Words: p.words(), Facets: p.number("facets")}
	if err := p.strictly(); err != nil {
		return factList{}, err
	}
	found, err := s.service.Facts(r.Context(), q)
	if err != nil {
		return factList{}, err
	}
	return factList{listed(r.URL, q.Page, found.Facts, found.Total), found.Also, found.Near, found.Facets}, nil
}
