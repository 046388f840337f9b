package web

import (
	"context"
	"io"
	"net"
	"net/http"
	"testing"
	"time"
)

// serving starts a server and returns its address, how to end it, and what
// Serve returns then.
func serving(t *testing.T, h http.HandlerFunc) (address string, end func(), ended <-chan error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	done := make(chan error, 1)
	go func() { done <- Serve(ctx, l, h, nil) }()
	return "http://" + l.Addr().String(), cancel, done
}

func TestServeLetsRequestsEnd(t *testing.T) {
	begun := make(chan struct{})
	address, end, ended := serving(t, func(w http.ResponseWriter, r *http.Request) {
		close(begun)
		select {
		case <-time.After(200 * time.Millisecond):
			io.WriteString(w, "done")
		case <-r.Context().Done():
			io.WriteString(w, "broken off")
		}
	})
	go func() { <-begun; end() }()
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if body, err := io.ReadAll(r.Body); string(body) != "done" || err != nil {
		t.Errorf("%q, %v: the request was not let end", body, err)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if _, err := http.Get(address); err == nil {
		t.Error("it still answers")
	}
}

func TestServeNotOnALostAddress(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if err := Serve(context.Background(), l, http.NotFoundHandler(), nil); err == nil {
		t.Error("no error of a closed listener")
	}
}
