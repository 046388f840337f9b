package web

import (
	"net/http"

	"taizhang/service"
)

// foundList is a page of what a search finds.
type foundList struct {
	service.Found
	Next string `json:"next,omitempty"` // address of the next page; empty: this is the last
}

// apiSearch finds sentences and facts: query, exact, pinyin, facets.
func (s *server) apiSearch(_ http.ResponseWriter, r *http.Request) (out foundList, err error) {
	p := paramsOf(r)
	q := service.SearchRequest{Query: p.text("query"), Page: p.page(), Words: p.words(), Facets: p.number("facets")}
	if err := p.strictly(); err != nil {
		return out, err
	}
	if out.Found, err = s.service.Search(r.Context(), q); err != nil {
		return out, err
	}
	out.Next = listed(r.URL, q.Page, out.Passages, out.Total).Next
	if out.Next == "" && q.Page.Limit > 0 && len(out.Facts) == q.Page.Limit { // sentences end, facts may go on
		out.Next = nextPage(r.URL, q.Page.Offset+q.Page.Limit, q.Page.Limit)
	}
	return out, nil
}

// words reads how the words of a query are taken: exact, pinyin.
func (p *params) words() service.Words {
	return service.Words{Exact: p.flag("exact"), Pinyin: p.flag("pinyin")}
}
