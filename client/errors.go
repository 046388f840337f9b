package client

import (
	"context"
	"errors"

	"taizhang/api"
	"taizhang/library"
	"taizhang/service"
)

// problemError returns the error that a problem was made of: with the same
// words, and of the same kind.
func problemError(p api.Problem) error {
	text := errors.New(p.Detail)
	switch p.Code {
	case api.Invalid:
		return &service.InvalidError{Field: p.Field, Err: text}
	case api.Decided:
		if p.Decision != nil {
			return &service.DecidedError{Decision: *p.Decision}
		}
	case api.NotProposed:
		return &service.NotProposedError{Name: p.Name}
	case api.NotFound:
		return &answeredError{p, library.ErrNoReport}
	case api.BrokenOff:
		return &answeredError{p, context.Canceled}
	}
	return &answeredError{p, nil}
}

// answeredError is an error in the server's words.
type answeredError struct {
	problem api.Problem
	kind    error // what it is, for errors.Is; may be nil
}

func (e *answeredError) Error() string {
	if e.problem.Detail == "" {
		return e.problem.Title
	}
	return e.problem.Detail
}

func (e *answeredError) Is(other error) bool { return e.kind != nil && errors.Is(e.kind, other) }
