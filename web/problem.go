package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"taizhang/library"
	"taizhang/service"
)

// problem is an error as it is answered (RFC 9457). Detail never holds a path
// of the disk or the words of an error that is the program's own.
type problem struct {
	Type   string `json:"type"` // about:blank: Title says what Status means
	Title  string `json:"title"`
	Status int    `json:"status"`
	Code   string `json:"code"` // stable, snake_case
	Detail string `json:"detail,omitempty"`
	Field  string `json:"field,omitempty"` // of the request that is wrong
}

var errNoPage = errors.New("there is no page at this address")

func newProblem(status int, code, detail string) problem {
	return problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Code: code, Detail: detail}
}

// problemOf tells how an error is answered.
func problemOf(err error) problem {
	var invalid *service.InvalidError
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &invalid):
		p := newProblem(http.StatusBadRequest, "invalid", err.Error())
		p.Field = invalid.Field
		return p
	case errors.Is(err, library.ErrNoReport), errors.Is(err, errNoPage):
		return newProblem(http.StatusNotFound, "not_found", "")
	case errors.As(err, &large):
		return newProblem(http.StatusRequestEntityTooLarge, "too_large", "")
	case errors.Is(err, context.Canceled):
		return newProblem(http.StatusServiceUnavailable, "broken_off", "")
	}
	return newProblem(http.StatusInternalServerError, "internal", "")
}

// showProblem answers a page's error with a page.
func (s *server) showProblem(w http.ResponseWriter, r *http.Request, err error) {
	p := s.noted(r, err)
	s.render(w, s.view(r, "problem", p), p.Status)
}

// writeProblem answers an endpoint's error as problem+json.
func (s *server) writeProblem(w http.ResponseWriter, r *http.Request, err error) {
	p := s.noted(r, err)
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p)
}

// noted returns the error's problem; what is the program's own fault is logged.
func (s *server) noted(r *http.Request, err error) problem {
	p := problemOf(err)
	if p.Status >= http.StatusInternalServerError {
		s.options.Log.Error("request failed", "method", r.Method, "path", r.URL.Path, "error", err)
	}
	return p
}
