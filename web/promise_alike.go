package web

import (
	"net/http"

	"taizhang/index"
	"taizhang/service"
)

// alikePromise is a promise that could be the same as that of the page.
type alikePromise struct {
	service.AlikePromise
	URL   string
	Place quotePlace
}

// alike returns promises that could be the same.
func (s *server) alike(id, words, today string) ([]alikePromise, error) {
	found, err := s.service.Alike(id, words)
	filed := s.filedReports()
	var out []alikePromise
	for _, a := range found {
		out = append(out, alikePromise{a, promiseURL(a.ID, today), s.at(filed, a.Report, a.Place.Start, a.Place.Page)})
	}
	return out, err
}

// apiAlike lists promises that could be the same: words.
func (s *server) apiAlike(_ http.ResponseWriter, r *http.Request) (out listing[service.AlikePromise], err error) {
	p := paramsOf(r)
	words := p.text("words")
	if err := p.strictly(); err != nil {
		return out, err
	}
	found, err := s.service.Alike(r.PathValue("id"), words)
	return pageOf(r, index.Page{}, found), err
}
