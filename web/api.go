package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"taizhang/api"
	"taizhang/index"
	"taizhang/pipeline"
	"taizhang/service"
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
		if _, written := answer.(answeredByStream); !written {
			writeJSON(w, answer)
		}
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
type listing[T any] = api.List[T]

// listed returns a page of a list; total is how many there are in all.
func listed[T any](u *url.URL, p index.Page, items []T, total index.Total) listing[T] {
	l := listing[T]{Items: items, Total: total}
	if items == nil {
		l.Items = []T{} // a list is never null
	}
	if end := p.Offset + len(items); p.Limit > 0 && len(items) > 0 && (end < total.Count || !total.Exact) {
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
	if p.Limit == 0 {
		return all
	}
	return all[:min(p.Limit, len(all))]
}

// readJSON reads the body of a request into v. The error is an *InvalidError.
func readJSON(r *http.Request, v any) error {
	d := json.NewDecoder(r.Body)
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			return err
		}
		return &service.InvalidError{Field: "body", Err: fmt.Errorf("want JSON: %w", err)}
	}
	return nil
}

// noEndpoint answers where the API has nothing.
func (s *server) noEndpoint(w http.ResponseWriter, r *http.Request) {
	s.writeProblem(w, r, s.missing(w, r))
}

// health says that the server is there.
func (s *server) health(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, struct {
		Status  string `json:"status"`
		Version string `json:"version"`
	}{"ok", pipeline.Version})
}
