package web

import (
	"net/http"
	"reflect"

	"taizhang/api"
	"taizhang/index"
)

// endpoint is a row of the API: where it is found, what answers, and what its
// description (openapi.json) says of it.
type endpoint struct {
	pattern string // of http.ServeMux
	name    string // for programs: never changed
	answer  answering
	about   string // what it does; the first sentence stands in lists
	takes   string // names of parameters, see apiParameters; one that must be there has a !
	needs   string // fields of the body that must be there
	like    string // an example of the body
	own     bool   // for the program's own client alone, which bears the server's token
	fails   []int  // statuses of problems of its own
}

// answering is what answers, and the types of what is sent and what comes back.
type answering struct {
	serve func(w http.ResponseWriter, r *http.Request) (any, error)
	sent  reflect.Type // of the body's JSON; nil: there is none
	form  []string     // fields of a multipart form that is sent; "file" are files
	gives reflect.Type // of the answer; nil: it is not JSON
	media string       // of the answer; empty: JSON
}

// answers makes the answer of a function that returns what is written as JSON.
func answers[A any](f func(w http.ResponseWriter, r *http.Request) (A, error)) answering {
	return answering{gives: reflect.TypeFor[A](), serve: func(w http.ResponseWriter, r *http.Request) (any, error) {
		return f(w, r)
	}}
}

// sends makes the answer of a function that is given the body, read from JSON.
func sends[Q, A any](f func(r *http.Request, q Q) (A, error)) answering {
	return answering{sent: reflect.TypeFor[Q](), gives: reflect.TypeFor[A](),
		serve: func(_ http.ResponseWriter, r *http.Request) (any, error) {
			var q Q
			if err := paramsOf(r).strictly(); err != nil {
				return nil, err
			}
			if err := readJSON(r, &q); err != nil {
				return nil, err
			}
			return f(r, q)
		}}
}

// hands makes the answer of a function that writes it, of that media type.
func hands(media string, f func(w http.ResponseWriter, r *http.Request) error) answering {
	return answering{media: media, serve: func(w http.ResponseWriter, r *http.Request) (any, error) {
		if err := paramsOf(r).strictly(); err != nil {
			return nil, err
		}
		return answeredByStream{}, f(w, r)
	}}
}

// streams makes the answer of a function that writes events; with a body of
// JSON, sent is its type.
func streams(sent reflect.Type, f func(w http.ResponseWriter, r *http.Request) (any, error)) answering {
	return answering{serve: f, sent: sent, gives: reflect.TypeFor[api.Event](), media: api.Stream}
}

// answered makes a handler of an endpoint.
func (s *server) answered(e endpoint) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if e.own && !bearsToken(r) {
			s.writeProblem(w, r, errNoToken)
			return
		}
		answer, err := e.answer.serve(w, r)
		if err != nil {
			s.writeProblem(w, r, err)
			return
		}
		if _, written := answer.(answeredByStream); !written {
			writeJSON(w, answer)
		}
	})
}

// paged is what lists take beside their own parameters.
const paged = " limit offset"

// pageOf returns the page of a list that the parameters ask for: limit, offset.
func pageOf[T any](r *http.Request, page index.Page, all []T) listing[T] {
	return listed(r.URL, page, cut(all, page), index.Total{Count: len(all), Exact: true})
}
