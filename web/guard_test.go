package web

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestGuard(t *testing.T) {
	s := sampleSite(t)
	form := strings.NewReader
	for _, c := range []struct {
		name, method, path, body string
		headers                  []string
		want                     int
	}{
		{"page", "GET", "/", "", nil, 200},
		{"no such page", "GET", "/nothing", "", nil, 404},
		{"path out of the assets", "GET", "/static/..%2f..%2fweb.go", "", nil, 404},
		{"asset by its plain name", "GET", "/static/base.css", "", nil, 404},
		{"form of another site", "POST", importPath, "x", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"form of another origin", "POST", importPath, "x", []string{"Origin", "http://example.org"}, 403},
		{"wrong token", "GET", "/healthz", "", []string{"Authorization", "Bearer wrong"}, 401},
		{"right token", "GET", "/healthz", "", []string{"Authorization", "Bearer " + testToken}, 200},
		{"upload that is none", "POST", importPath, "x", nil, 415},
		{"wrong method", "DELETE", "/reports", "", nil, 405},
	} {
		if r := s.do(t, c.method, c.path, form(c.body), c.headers...); r.StatusCode != c.want {
			t.Errorf("%s: status %d, want %d: %s", c.name, r.StatusCode, c.want, r.body)
		}
	}
}

func TestHosts(t *testing.T) {
	s := sampleSite(t)
	for host, want := range map[string]int{"127.0.0.1:8420": 200, "localhost:8420": 200, "[::1]:8420": 200, "LOCALHOST": 200,
		"evil.example": 421, "127.0.0.1.evil.example:8420": 421, "": 421} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		s.handler.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("host %q: status %d, want %d", host, w.Code, want)
		}
	}
}

func TestHeaders(t *testing.T) {
	r := sampleSite(t).get(t, "/")
	for name, want := range map[string]string{"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff",
		"X-Frame-Options": "DENY", "Cache-Control": "no-store"} {
		if got := r.Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestSurvive(t *testing.T) {
	s := &server{options: Options{Log: slog.New(slog.DiscardHandler)}}
	w := httptest.NewRecorder()
	s.survive(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("broken") })).
		ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "broken") {
		t.Errorf("status %d, body %q: want 500 without the cause", w.Code, w.Body)
	}
}

func TestFormWhereNoneIsTaken(t *testing.T) {
	if r := sampleSite(t).post(t, "/about", "year=2022"); r.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("status %d, want 405", r.StatusCode)
	}
}
