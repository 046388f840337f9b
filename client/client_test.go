package client

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"taizhang/library"
	"taizhang/report"
	"taizhang/service"
)

func TestDialFindsOnlyTheServerOfTheLibrary(t *testing.T) {
	s := newSite(t)
	s.dial(t)
	if err := s.service.Announce(service.Endpoint{Address: s.server.URL, Token: "another"}); err != nil {
		t.Fatal(err)
	}
	if _, err := Dial(context.Background(), s.settings); !errors.Is(err, service.ErrNoServer) {
		t.Errorf("wrong token: %v, want ErrNoServer", err)
	}
	if err := s.service.Announce(service.Endpoint{Address: "http://127.0.0.1:1", Token: "x"}); err != nil {
		t.Fatal(err)
	}
	if _, err := Dial(context.Background(), s.settings); !errors.Is(err, service.ErrNoServer) {
		t.Errorf("nobody listens: %v, want ErrNoServer", err)
	}
}

func TestErrorsKeepTheirKind(t *testing.T) {
	c := newSite(t).dial(t)
	var invalid *service.InvalidError
	if _, err := c.Search(context.Background(), service.SearchRequest{Query: "(学位"}); !errors.As(err, &invalid) ||
		invalid.Field != "query" {
		t.Errorf("%v, want an InvalidError of the query", err)
	}
	if _, err := c.Report("abcabcabcabc"); !errors.Is(err, library.ErrNoReport) || !strings.Contains(err.Error(), "abcabc") {
		t.Errorf("%v, want ErrNoReport in the server's words", err)
	}
	var unknown *service.NotProposedError
	by := service.Author{Who: "周青"}
	_, err := c.DecideNames(service.DecideNamesRequest{Author: by, Names: []string{"甲"}, Value: report.NameConfirmed})
	if !errors.As(err, &unknown) || unknown.Name != "甲" {
		t.Errorf("%v, want NotProposedError", err)
	}
	q := service.DecideNamesRequest{Author: by, Names: []string{"区办"}, Full: "柳溪区办公室", Value: report.NameConfirmed}
	if made, err := c.DecideNames(q); err != nil || len(made) != 1 {
		t.Fatal(made, err)
	}
	q.Full = ""
	var decided *service.DecidedError
	if _, err = c.DecideNames(q); !errors.As(err, &decided) || decided.Decision.Who != "周青" {
		t.Errorf("%v, want DecidedError", err)
	}
}

// TestImportsQueue has an import wait behind one that does not go on, and say so.
func TestImportsQueue(t *testing.T) {
	s := newSite(t)
	begun, goOn := make(chan struct{}), make(chan struct{})
	slow := made(1, 3)
	read := slow.Read
	slow.Read = func() ([]byte, error) { // when the import has its turn
		close(begun)
		<-goOn
		return read()
	}
	ended := make(chan error, 1)
	go func() {
		_, err := s.service.Import(context.Background(), service.ImportRequest{Files: []library.Input{slow}}, nil)
		ended <- err
	}()
	<-begun
	var behind atomic.Pointer[service.Work]
	q := service.ImportRequest{Files: []library.Input{made(3, 3)}, Waiting: func(w service.Work) {
		behind.Store(&w)
		close(goOn)
	}}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	sum, err := s.dial(t).Import(ctx, q, nil)
	if err != nil || sum.Imported != 1 {
		t.Fatal(sum, err)
	}
	if w := behind.Load(); w == nil || w.Name != "import" || time.Since(w.Began) > time.Minute {
		t.Errorf("waited behind %+v, want an import that began just now", w)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// TestBrokenOffImport ends an import in the middle; the next one goes on.
func TestBrokenOffImport(t *testing.T) {
	s := newSite(t)
	ctx, cancel := context.WithCancel(context.Background())
	endless := library.Input{Path: "9.txt", Read: func() ([]byte, error) {
		cancel()
		time.Sleep(50 * time.Millisecond)
		return nil, errors.New("too late")
	}}
	_, err := s.dial(t).Import(ctx, service.ImportRequest{Files: []library.Input{made(1, 3), endless}}, nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want context.Canceled", err)
	}
	sum, err := s.dial(t).Import(context.Background(), service.ImportRequest{Files: []library.Input{made(1, 3), made(2, 3)}}, nil)
	if err != nil || sum.Imported+sum.Skipped != 2 || sum.Refused != 0 {
		t.Errorf("afterwards: %+v, %v", sum, err)
	}
}

// TestBrokenOffMaintenance ends a rebuild and a backup that go on in the server.
func TestBrokenOffMaintenance(t *testing.T) {
	s := newSite(t)
	c := s.dial(t)
	if _, err := c.Import(t.Context(), service.ImportRequest{Files: []library.Input{made(1, 3)}}, nil); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := c.Rebuild(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("rebuild: %v, want context.Canceled", err)
	}
	if _, err := c.Backup(ctx, io.Discard, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("backup: %v, want context.Canceled", err)
	}
	if err := c.Rebuild(t.Context(), nil); err != nil {
		t.Error(err)
	}
}

func TestServerGoesAway(t *testing.T) {
	s := newSite(t)
	gone := library.Input{Path: "9.txt", Read: func() ([]byte, error) {
		s.server.CloseClientConnections()
		return nil, errors.New("too late")
	}}
	_, err := s.dial(t).Import(context.Background(), service.ImportRequest{Files: []library.Input{gone}}, nil)
	if err == nil || !strings.Contains(err.Error(), "is gone") {
		t.Errorf("%v, want that the server is gone", err)
	}
}

// TestConfirmedNamesTakeEffect confirms a name through a running server: the
// index is cut by it when the answer comes, so that the next opening need not
// make it again.
func TestConfirmedNamesTakeEffect(t *testing.T) {
	s := newSite(t)
	c := s.dial(t)
	if sum, err := c.Import(context.Background(), service.ImportRequest{Files: []library.Input{made(1, 3)}}, nil); err != nil ||
		sum.Imported != 1 {
		t.Fatal(sum, err)
	}
	current := func() string {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(s.settings.Library, "index", "current"))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	before := current()
	q := service.DecideNamesRequest{Author: service.Author{Who: "周青"}, Names: []string{"一办"},
		Full: "柳溪区第1办公室", Value: report.NameConfirmed}
	if _, err := c.DecideNames(q); err != nil {
		t.Fatal(err)
	}
	after := current()
	if after == before {
		t.Error("the index is still cut by the old words")
	}
	if found, err := c.Search(context.Background(), service.SearchRequest{Query: "项目"}); err != nil || len(found.Passages) != 3 {
		t.Errorf("%d sentences, %v, want 3", len(found.Passages), err)
	}
	if err := s.service.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := service.Open(s.settings, service.Writing)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if current() != after {
		t.Error("the next opening made the index again")
	}
}
