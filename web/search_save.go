package web

import (
	"net/http"
	"net/url"

	"taizhang/library"
)

// saveSearch keeps a search under a name, or forgets one, and goes on to the
// search.
func (s *server) saveSearch(w http.ResponseWriter, r *http.Request) (any, error) {
	name, query := r.PostFormValue("name"), r.PostFormValue("query")
	var err error
	switch r.PostFormValue("do") {
	case "save":
		err = s.service.SaveSearch(r.Context(), library.SavedSearch{Name: name, Query: query})
	case "remove":
		err = s.service.RemoveSearch(name)
	default:
		p := params{values: r.PostForm}
		p.choice("do", "", "save", "remove")
		err = p.err()
	}
	if err != nil {
		return s.again(w, asShown(r, searchURL(query)), refusedForm{name: "save", err: err}, s.search)
	}
	return redirect(searchURL(query)), nil
}

// searchURL returns the address of a search.
func searchURL(query string) string {
	if query == "" {
		return "/search"
	}
	return "/search?" + url.Values{"query": {query}}.Encode()
}
