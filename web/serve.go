package web

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"
)

const headerBytes = 64 << 10

// endingTime is how long requests may take to end when the server does; an
// import that takes longer is broken off between two documents, and goes on
// when it is asked for again.
const endingTime = 10 * time.Second

// Serve answers on the listener until ctx ends, then lets running requests end;
// those that take too long are broken off, and breakOff, which may be nil, is
// called for what does not end with its request. When Serve returns no handler
// is at work any more.
func Serve(ctx context.Context, l net.Listener, h http.Handler, breakOff func()) error {
	return usualPace().serve(ctx, l, h, breakOff)
}

func (p pace) serve(ctx context.Context, l net.Listener, h http.Handler, breakOff func()) error {
	// Requests outlive ctx; stop ends those that take too long to end.
	requests, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	var running sync.WaitGroup
	server := &http.Server{
		Handler:           counted(h, &running),
		BaseContext:       func(net.Listener) context.Context { return requests },
		ReadHeaderTimeout: p.head,
		ReadTimeout:       p.body,
		WriteTimeout:      p.answer,
		IdleTimeout:       p.idle,
		MaxHeaderBytes:    headerBytes,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	ending, cancel := context.WithTimeout(requests, endingTime)
	defer cancel()
	err := server.Shutdown(ending)
	if errors.Is(err, context.DeadlineExceeded) {
		stop()
		if breakOff != nil {
			breakOff()
		}
		err = server.Close()
	}
	running.Wait()
	return err
}

// counted counts the requests that are being answered.
func counted(h http.Handler, running *sync.WaitGroup) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		running.Add(1)
		defer running.Done()
		h.ServeHTTP(w, r)
	})
}
