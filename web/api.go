package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"strconv"

	"taizhang/api"
	"taizhang/index"
	"taizhang/pipeline"
	"taizhang/service"
)

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
		l.Next = nextPage(u, end, p.Limit)
	}
	return l
}

// nextPage returns the address of the page that begins at an offset.
func nextPage(u *url.URL, offset, limit int) string {
	q := u.Query()
	q.Set("offset", strconv.Itoa(offset))
	q.Set("limit", strconv.Itoa(limit))
	return u.Path + "?" + q.Encode()
}

// cut returns the part of a whole list that is on the page.
func cut[T any](all []T, p index.Page) []T {
	all = all[min(p.Offset, len(all)):]
	if p.Limit == 0 {
		return all
	}
	return all[:min(p.Limit, len(all))]
}

// readJSON reads the body of a request into v. The error is an *InvalidError, or
// errNotJSON: a form of another site could send JSON as text.
func readJSON(r *http.Request, v any) error {
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != "application/json" {
		return errNotJSON
	}
	d := json.NewDecoder(r.Body)
	d.DisallowUnknownFields()
	err := d.Decode(v)
	if err == nil && d.More() {
		err = errors.New("more than one value")
	}
	if err != nil {
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

// healthy says that the server is there.
type healthy struct {
	Status  string `json:"status"` // ok
	Version string `json:"version"`
}

// health says that the server is there. It takes whatever parameters a probe
// puts on it.
func (s *server) health(http.ResponseWriter, *http.Request) (healthy, error) {
	return healthy{"ok", pipeline.Version}, nil
}
