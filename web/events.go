package web

import (
	"encoding/json"
	"net/http"
	"sync"

	"taizhang/api"
	"taizhang/service"
)

// events writes the answer to work that takes long, a line at a time.
type events struct {
	mutex   sync.Mutex
	encoder *json.Encoder
	flush   func() error
}

// newEvents begins an answer. A reader who has gone ends the request.
func newEvents(w http.ResponseWriter) (*events, error) {
	w.Header().Set("Content-Type", api.Stream)
	w.WriteHeader(http.StatusOK)
	e := &events{encoder: json.NewEncoder(w), flush: http.NewResponseController(w).Flush}
	e.encoder.SetEscapeHTML(false)
	return e, e.flush()
}

// send writes a line. Who has gone is not told; the request's context ends.
func (e *events) send(event api.Event) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	_ = e.encoder.Encode(event)
	_ = e.flush()
}

func (e *events) waiting(w service.Work) { e.send(api.Event{Waiting: &w}) }

func (e *events) done(p service.ImportProgress) { e.send(api.Event{Done: &p}) }

func (e *events) page(name string, done, of int) {
	e.send(api.Event{Page: &api.PageRead{Name: name, Done: done, Of: of}})
}

// end writes the last line: that the work is done, or why it is not.
func (e *events) end(s *server, r *http.Request, last api.Event, err error) {
	if err != nil {
		p := s.noted(r, err)
		last = api.Event{Problem: &p}
	}
	e.send(last)
}

// answeredByStream is what an endpoint returns that has written its answer.
type answeredByStream struct{}
