package service

import (
	"context"
	"sync"
	"time"
)

// Work is work that one at a time may do in a library.
type Work struct {
	Name  string    `json:"name"` // import, reextract, rebuild, words
	Began time.Time `json:"began"`
}

// turns let one work go on at a time; who comes later waits behind. The zero
// value is not ready: newTurns.
type turns struct {
	free  chan struct{} // holds a token while nobody is at work
	mutex sync.Mutex
	now   Work
}

func newTurns() *turns {
	t := &turns{free: make(chan struct{}, 1)}
	t.free <- struct{}{}
	return t
}

// take waits for the turn; waiting, which may be nil, is told of the work that
// goes on, once if it has to wait. The error is ctx's. Who has the turn gives
// it back by done.
func (t *turns) take(ctx context.Context, w Work, waiting func(Work)) (done func(), err error) {
	select {
	case <-t.free:
		return t.begin(w), nil
	default:
	}
	if waiting != nil {
		t.mutex.Lock()
		now := t.now
		t.mutex.Unlock()
		waiting(now)
	}
	select {
	case <-t.free:
		return t.begin(w), nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

func (t *turns) begin(w Work) (done func()) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.now = w
	return func() { t.free <- struct{}{} }
}

// turn takes the turn for a work that begins now.
func (s *Service) turn(ctx context.Context, name string, waiting func(Work)) (done func(), err error) {
	return s.turns.take(ctx, Work{Name: name, Began: s.settings.Clock()}, waiting)
}
