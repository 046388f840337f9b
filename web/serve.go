package web

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"
)

// The longest a connection may take. A handler that needs more, as an upload
// does, asks for it by http.ResponseController.
const (
	headerTimeout = 10 * time.Second
	readTimeout   = 30 * time.Second
	writeTimeout  = 60 * time.Second
	idleTimeout   = 2 * time.Minute
	headerBytes   = 64 << 10
)

// endingTime is how long requests may take to end when the server does; an
// import that takes longer is broken off between two documents, and goes on
// when it is asked for again.
const endingTime = 10 * time.Second

// Serve answers on the listener until ctx ends, then lets running requests end.
// When it returns no handler is at work any more.
func Serve(ctx context.Context, l net.Listener, h http.Handler) error {
	// Requests outlive ctx; breakOff ends those that take too long to end.
	requests, breakOff := context.WithCancel(context.WithoutCancel(ctx))
	defer breakOff()
	var running sync.WaitGroup
	server := &http.Server{
		Handler:           counted(h, &running),
		BaseContext:       func(net.Listener) context.Context { return requests },
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
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
		breakOff()
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

// endDeadline gives a request as long as it takes.
func endDeadline(w http.ResponseWriter) error {
	c := http.NewResponseController(w)
	err := errors.Join(c.SetReadDeadline(time.Time{}), c.SetWriteDeadline(time.Time{}))
	if errors.Is(err, http.ErrNotSupported) {
		return nil
	}
	return err
}

// extendDeadline gives a request longer than the server gives others.
func extendDeadline(w http.ResponseWriter, by time.Duration) error {
	until := time.Now().Add(by)
	c := http.NewResponseController(w)
	err := errors.Join(c.SetReadDeadline(until), c.SetWriteDeadline(until))
	if errors.Is(err, http.ErrNotSupported) { // a writer without connection has none
		return nil
	}
	return err
}
