package web

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// hasty is a pace that a test can wait for.
func hasty() pace {
	return pace{head: 300 * time.Millisecond, body: 300 * time.Millisecond, upload: 900 * time.Millisecond,
		answer: 300 * time.Millisecond, idle: 300 * time.Millisecond}
}

// hastily serves a site at a hasty pace and returns where.
func hastily(t *testing.T, h http.Handler) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- hasty().serve(ctx, l, hasty().paced(h), nil) }()
	t.Cleanup(func() {
		end()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return l.Addr().String()
}

// slowly is what a client sends: a beginning, then bytes one after the other for
// ever.
type slowly struct {
	begin string
	drip  string
	every time.Duration
}

// lasts sends slowly and returns what was answered and how long the server bore
// it; at most ten seconds.
func (s slowly) lasts(t *testing.T, address string) (answer string, took time.Duration) {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	began := time.Now()
	_ = c.SetDeadline(began.Add(10 * time.Second))
	if _, err := io.WriteString(c, s.begin); err != nil {
		t.Fatal(err)
	}
	go func() {
		for s.drip != "" {
			if _, err := io.WriteString(c, s.drip); err != nil {
				return
			}
			time.Sleep(s.every)
		}
	}()
	got, err := io.ReadAll(c)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("the server bears it for more than ten seconds")
	}
	return string(got), time.Since(began)
}

// TestSlowAndEndless lets clients be slow with the head, with a form and with an
// upload, send one without end, and take nothing off.
func TestSlowAndEndless(t *testing.T) {
	s := ownSite(t, "../samples/linjiang-project-centre/2021.md")
	address := hastily(t, s.handler)
	const host = "Host: 127.0.0.1\r\n"
	upload := "POST " + importPath + " HTTP/1.1\r\n" + host + "Content-Type: multipart/form-data; boundary=x\r\n"
	part := "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
	for name, one := range map[string]slowly{
		"no head":           {begin: ""},
		"a slow head":       {"GET / HTTP/1.1\r\n", "X-A: b\r\n", 50 * time.Millisecond},
		"a head by letters": {"GET / HTTP/1.1\r\n" + host, "a", 50 * time.Millisecond},
		"a slow form": {"POST /search HTTP/1.1\r\n" + host + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n",
			"a", 50 * time.Millisecond},
		"a slow upload":       {upload + "Content-Length: 1000000\r\n\r\n" + part, "a", 50 * time.Millisecond},
		"an upload that ends": {upload + "Content-Length: 1000000\r\n\r\n" + part, "", 0},
		"an endless upload":   {upload + "Transfer-Encoding: chunked\r\n\r\n" + chunk(part), chunk(strings.Repeat("a", 64<<10)), time.Millisecond},
		"a connection kept":   {begin: "GET /healthz HTTP/1.1\r\n" + host + "\r\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			answer, took := one.lasts(t, address)
			if strings.HasPrefix(answer, "HTTP/1.1 200") != (name == "a connection kept") {
				t.Errorf("answered after %v: %.200s", took, answer)
			}
		})
	}
}

func chunk(data string) string {
	return strconv.FormatInt(int64(len(data)), 16) + "\r\n" + data + "\r\n"
}

// TestWhoTakesNothing asks for a long answer and does not read it: the handler
// is not kept.
func TestWhoTakesNothing(t *testing.T) {
	gone := make(chan error, 1)
	address := hastily(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		for {
			if _, err := w.Write(make([]byte, 1<<20)); err != nil {
				gone <- err
				return
			}
		}
	}))
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	select {
	case <-gone:
	case <-time.After(20 * time.Second):
		t.Error("the handler still writes")
	}
}

// TestWorkMayTakeLong holds that what takes longer than a connection may be
// silent is answered all the same, and not broken off.
func TestWorkMayTakeLong(t *testing.T) {
	address := hastily(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		select {
		case <-time.After(5 * hasty().answer):
			_, _ = io.WriteString(w, "done")
		case <-r.Context().Done():
		}
	}))
	for _, body := range []string{"", "a=b"} {
		r, err := http.Post("http://"+address, "application/x-www-form-urlencoded", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r.Body); string(got) != "done" || err != nil {
			t.Errorf("with the body %q: %q, %v", body, got, err)
		}
		r.Body.Close()
	}
}

// TestAmbiguousRequests sends requests that two programs could read in two ways:
// each is one request, refused, and the connection is closed.
func TestAmbiguousRequests(t *testing.T) {
	s := sampleSite(t)
	address := hastily(t, s.handler)
	const head, next = "POST /search HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n", "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
	for name, sent := range map[string]string{
		"two lengths":              head + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n" + "aaaaa" + next,
		"a length that is none":    head + "Content-Length: +5\r\n\r\naaaaa" + next,
		"a negative length":        head + "Content-Length: -5\r\n\r\n" + next,
		"another encoding":         head + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + next,
		"two encodings":            head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + next,
		"a blank before the colon": head + "Content-Length : 5\r\n\r\naaaaa" + next,
		"a chunk that is none":     head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + next,
		"two hosts":                "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n" + next,
		"no host":                  "GET / HTTP/1.1\r\n\r\n" + next,
		"a line end in a header":   "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: a\rb\r\n\r\n" + next,
		"a nul in the path":        "GET /\x00 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" + next,
		"another protocol":         "GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n" + next,
		"the beginning of HTTP/2":  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + next,
		"a head of a megabyte":     "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: " + strings.Repeat("a", 1<<20) + "\r\n\r\n" + next,
	} {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		_ = c.SetDeadline(time.Now().Add(10 * time.Second))
		_, _ = io.WriteString(c, sent) // the server may have closed it already
		r, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err == nil && (r.StatusCode < 400 || r.StatusCode == http.StatusOK) {
			t.Errorf("%s: status %d, want it refused", name, r.StatusCode)
		}
		rest, _ := io.ReadAll(c)
		if strings.Contains(string(rest), "HTTP/1.1 200") {
			t.Errorf("%s: what stood behind was answered as a request", name)
		}
		c.Close()
	}
}
