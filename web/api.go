package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"

	"taizhang/index"
	"taizhang/pipeline"
)

// endpoint is a row of the API: where it is found and what answers. The answer
// is written as JSON.
type endpoint struct {
	pattern string // of http.ServeMux
	answer  func(w http.ResponseWriter, r *http.Request) (any, error)
}

func (s *server) answered(e endpoint) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer, err := e.answer(w, r)
		if err != nil {
			s.writeProblem(w, r, err)
			return
		}
		writeJSON(w, answer)
	})
}

// writeJSON writes an answer. Chinese and <> stand as they are: the type keeps
// browsers from taking it for a page.
func writeJSON(w http.ResponseWriter, answer any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	_ = e.Encode(answer)
}

// listing is one page of a list.
type listing[T any] struct {
	Items []T         `json:"items"`
	Total index.Total `json:"total"`
	Next  string      `json:"next,omitempty"` // address of the next page; empty: this is the last
}

// listed returns a page of a list; total is how many there are in all.
func listed[T any](u *url.URL, p index.Page, items []T, total index.Total) listing[T] {
	l := listing[T]{Items: items, Total: total}
	if items == nil {
		l.Items = []T{} // a list is never null
	}
	if end := p.Offset + len(items); len(items) > 0 && (end < total.Count || !total.Exact) {
		q := u.Query()
		q.Set("offset", strconv.Itoa(end))
		q.Set("limit", strconv.Itoa(p.Limit))
		l.Next = u.Path + "?" + q.Encode()
	}
	return l
}

// cut returns the part of a whole list that is on the page.
func cut[T any](all []T, p index.Page) []T {
	all = all[min(p.Offset, len(all)):]
	return all[:min(p.Limit, len(all))]
}

// noEndpoint answers where the API has nothing.
func (s *server) noEndpoint(w http.ResponseWriter, r *http.Request) { s.writeProblem(w, r, errNoPage) }

// health says that the server is there.
func (s *server) health(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, struct {
		Status  string `json:"status"`
		Version string `json:"version"`
	}{"ok", pipeline.Version})
}
