package web

import (
	"net/http"

	"taizhang/index"
)

// mostSuggested is how many names are offered at most, and where nothing is said.
const mostSuggested = 20

// apiSuggest lists names that begin with what is typed, or hold it: text, limit.
func (s *server) apiSuggest(_ http.ResponseWriter, r *http.Request) (out listing[index.Suggestion], err error) {
	p := paramsOf(r)
	typed, limit := p.text("text"), p.number("limit")
	if err := p.strictly(); err != nil {
		return out, err
	}
	if limit == 0 || limit > mostSuggested {
		limit = mostSuggested
	}
	found, err := s.service.Suggest(typed, limit)
	return pageOf(r, index.Page{}, found), err
}
