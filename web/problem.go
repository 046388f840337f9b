package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"taizhang/api"
	"taizhang/index"
	"taizhang/library"
	"taizhang/service"
)

// problem is an error as it is answered.
type problem = api.Problem

var (
	errNoPage     = errors.New("there is no page at this address")
	errNotJSON    = errors.New("want a body of the media type application/json")
	errNotForm    = errors.New("want a form of the media type multipart/form-data, with files")
	errForeign    = errors.New("a request from another site is not taken")
	errPanic      = errors.New("the program met something it was not made for")
	errNotAllowed = errors.New("this address does not take that method")
)

// problemOf tells how an error is answered.
func problemOf(err error) problem {
	var invalid *service.InvalidError
	var large *http.MaxBytesError
	var decided *service.DecidedError
	var unknown *service.NotProposedError
	switch {
	case errors.As(err, &invalid):
		p := api.NewProblem(http.StatusBadRequest, api.Invalid, err.Error())
		p.Field = invalid.Field
		return p
	case errors.As(err, &decided):
		p := api.NewProblem(http.StatusConflict, api.Decided, err.Error())
		p.Decision = &decided.Decision
		return p
	case errors.As(err, &unknown):
		p := api.NewProblem(http.StatusNotFound, api.NotProposed, err.Error())
		p.Name = unknown.Name
		return p
	case errors.Is(err, service.ErrRulesChanged):
		return api.NewProblem(http.StatusConflict, api.Changed, err.Error())
	case errors.Is(err, library.ErrNoReport), errors.Is(err, errNoPage):
		return api.NewProblem(http.StatusNotFound, api.NotFound, "")
	case errors.Is(err, errNoToken):
		return api.NewProblem(http.StatusForbidden, api.Forbidden, err.Error())
	case errors.Is(err, errSignIn), errors.Is(err, errWrongToken):
		return api.NewProblem(http.StatusUnauthorized, api.SignIn, err.Error())
	case errors.Is(err, errReader):
		return api.NewProblem(http.StatusForbidden, api.ReaderOnly, err.Error())
	case errors.Is(err, errNotAllowed):
		return api.NewProblem(http.StatusMethodNotAllowed, api.NotAllowed, "")
	case errors.Is(err, errForeign):
		return api.NewProblem(http.StatusForbidden, api.Foreign, err.Error())
	case errors.Is(err, errNotJSON), errors.Is(err, errNotForm):
		return api.NewProblem(http.StatusUnsupportedMediaType, api.NotSupported, err.Error())
	case errors.As(err, &large):
		return api.NewProblem(http.StatusRequestEntityTooLarge, api.TooLarge, "")
	case errors.Is(err, context.Canceled):
		return api.NewProblem(http.StatusServiceUnavailable, api.BrokenOff, "")
	}
	return api.NewProblem(http.StatusInternalServerError, api.Internal, "")
}

// showProblem answers a page's error with a page.
func (s *server) showProblem(w http.ResponseWriter, r *http.Request, err error) {
	p := s.noted(r, err)
	v := s.view(r, "problem", p)
	m, syntax := new(mistake), new(index.SyntaxError)
	switch {
	case errors.As(err, &m):
		p.Detail = v.T("problem."+m.key, m.args...)
	case errors.As(err, &syntax):
		p.Detail = v.T("search.mistake", syntax.Column) + v.QueryWants(newQueryMistake("", syntax))
	}
	v.Data = p
	s.render(w, v, p.Status)
}

// writeProblem answers an endpoint's error as problem+json.
func (s *server) writeProblem(w http.ResponseWriter, r *http.Request, err error) {
	sendProblem(w, s.noted(r, err))
}

func sendProblem(w http.ResponseWriter, p problem) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p)
}

// noted returns the error's problem; what is the program's own fault is logged.
// Who bears the token can read the library, and is told all.
func (s *server) noted(r *http.Request, err error) problem {
	p := problemOf(err)
	if p.Status == http.StatusInternalServerError {
		s.options.Log.Error("request failed", "method", r.Method, "path", r.URL.Path, "error", err)
	}
	if bearsToken(r) {
		p.Detail = err.Error()
	}
	return p
}
