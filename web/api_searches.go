package web

import (
	"net/http"

	"taizhang/index"
	"taizhang/library"
)

// apiSearches lists the saved searches.
func (s *server) apiSearches(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	page := p.page()
	if err := p.strictly(); err != nil {
		return nil, err
	}
	all, err := s.service.SavedSearches()
	if err != nil {
		return nil, err
	}
	return listed(r.URL, page, cut(all, page), index.Total{Count: len(all), Exact: true}), nil
}

// apiSaveSearch keeps a search: {"name": …, "query": …}, in place of one of the
// same name. It answers what is kept.
func (s *server) apiSaveSearch(_ http.ResponseWriter, r *http.Request) (any, error) {
	var search library.SavedSearch
	if err := readJSON(r, &search); err != nil {
		return nil, err
	}
	if err := s.service.SaveSearch(r.Context(), search); err != nil {
		return nil, err
	}
	return s.service.SavedSearch(search.Name)
}

// apiRemoveSearch forgets a saved search, and answers what it was.
func (s *server) apiRemoveSearch(_ http.ResponseWriter, r *http.Request) (any, error) {
	search, err := s.service.SavedSearch(r.PathValue("name"))
	if err != nil {
		return nil, err
	}
	return search, s.service.RemoveSearch(search.Name)
}
