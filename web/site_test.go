package web

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"taizhang/pipeline"
	"taizhang/service"
)

// site is the pages over a real library of the samples, behind the real mux.
type site struct {
	service *service.Service
	handler http.Handler
	dir     string // of the library
}

// testToken is what a client of a test site has to know.
const testToken = "test-token"

// testDay is the day on which tests look at the library.
var testDay = time.Date(2024, 3, 1, 9, 0, 0, 0, time.UTC)

// The shared site is made once: extracting the samples takes seconds.
var shared struct {
	once sync.Once
	site *site
	err  error
}

func TestMain(m *testing.M) {
	status := m.Run()
	if shared.site != nil {
		shared.site.service.Close()
		os.RemoveAll(shared.site.dir)
	}
	os.Exit(status)
}

// sampleSite returns the site that all tests share. They only read from it.
func sampleSite(t *testing.T) *site {
	t.Helper()
	shared.once.Do(func() {
		var dir string
		if dir, shared.err = os.MkdirTemp("", "taizhang-web-"); shared.err == nil {
			shared.site, shared.err = newSite(dir)
		}
		if shared.err == nil {
			shared.err = shared.site.fill("../samples/*/20*")
		}
	})
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.site
}

// ownSite returns a site of the test's own, with the files that the patterns
// name; the test may change it.
func ownSite(t *testing.T, patterns ...string) *site {
	t.Helper()
	s, err := newSite(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.service.Close() })
	if err := s.fill(patterns...); err != nil {
		t.Fatal(err)
	}
	return s
}

func newSite(dir string) (*site, error) {
	cache := filepath.Join(os.TempDir(), "taizhang-test")
	o := pipeline.Options{CacheDir: cache}
	o.Read.CacheDir, o.Read.Limits = cache, pipeline.DefaultLimits()
	sv, err := service.Open(service.Settings{Library: filepath.Join(dir, "library"), Pipeline: o, DueSoonDays: 30,
		Clock: func() time.Time { return testDay }}, service.Creating)
	if err != nil {
		return nil, err
	}
	h, err := New(sv, Options{Token: testToken, Patience: time.Minute, MaxUpload: 4 << 20})
	return &site{sv, h, dir}, err
}

// fill imports the files that the patterns name.
func (s *site) fill(patterns ...string) error {
	var paths []string
	for _, p := range patterns {
		found, err := filepath.Glob(p)
		if err != nil {
			return err
		}
		paths = append(paths, found...)
	}
	paths = slices.DeleteFunc(paths, func(p string) bool { return strings.HasSuffix(p, ".jsonl") }) // gold
	files, err := service.Inputs(paths, nil, pipeline.DefaultLimits())
	if err == nil && len(files) > 0 {
		_, err = s.service.Import(context.Background(), service.ImportRequest{Files: files}, nil)
	}
	return err
}

// reply is what came back, with the body read.
type reply struct {
	*http.Response
	body string
}

// get fetches a page in Chinese; in names the headers, in pairs.
func (s *site) get(t *testing.T, path string, headers ...string) reply {
	t.Helper()
	return s.do(t, http.MethodGet, path, nil, headers...)
}

// post sends a form, as the page itself would.
func (s *site) post(t *testing.T, path, form string, headers ...string) reply {
	t.Helper()
	headers = append([]string{"Content-Type", "application/x-www-form-urlencoded", "Sec-Fetch-Site", "same-origin"},
		headers...)
	return s.do(t, http.MethodPost, path, strings.NewReader(form), headers...)
}

func (s *site) do(t *testing.T, method, path string, body io.Reader, headers ...string) reply {
	t.Helper()
	r := httptest.NewRequest(method, "http://127.0.0.1:8420"+path, body)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return reply{w.Result(), w.Body.String()}
}

// inEnglish is the header of a reader who chose English.
var inEnglish = []string{"Cookie", langCookie + "=en"}

// shows checks that a page is there and holds every needle.
func (s *site) shows(t *testing.T, path string, needles ...string) {
	t.Helper()
	s.get(t, path).shows(t, needles...)
}

func (r reply) shows(t *testing.T, needles ...string) {
	t.Helper()
	if r.StatusCode != http.StatusOK {
		t.Fatalf("status %d, want 200:\n%s", r.StatusCode, r.body)
	}
	for _, n := range needles {
		if !strings.Contains(r.body, n) {
			t.Errorf("the page lacks %q:\n%s", n, r.body)
		}
	}
}

// lacks checks that none of the words stand in the reply.
func (r reply) lacks(t *testing.T, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(r.body, w) {
			t.Errorf("the page holds %q:\n%s", w, r.body)
		}
	}
}
