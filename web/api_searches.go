package web

import (
	"net/http"

	"taizhang/library"
)

// apiSearches lists the saved searches.
func (s *server) apiSearches(_ http.ResponseWriter, r *http.Request) (out listing[library.SavedSearch], err error) {
	p := paramsOf(r)
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	all, err := s.service.SavedSearches()
	return pageOf(r, page, all), err
}

// apiSaveSearch keeps a search: {"name": …, "query": …}, in place of one of the
// same name. It answers what is kept.
func (s *server) apiSaveSearch(r *http.Request, search library.SavedSearch) (library.SavedSearch, error) {
	if err := s.service.SaveSearch(r.Context(), search); err != nil {
		return library.SavedSearch{}, err
	}
	return s.service.SavedSearch(search.Name)
}

// apiRemoveSearch forgets a saved search, and answers what it was.
func (s *server) apiRemoveSearch(_ http.ResponseWriter, r *http.Request) (library.SavedSearch, error) {
	if err := paramsOf(r).strictly(); err != nil {
		return library.SavedSearch{}, err
	}
	search, err := s.service.SavedSearch(r.PathValue("name"))
	if err != nil {
		return search, err
	}
	return search, s.service.RemoveSearch(search.Name)
}
