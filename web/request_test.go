package web

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"taizhang/metrics"
)

func TestOtherMethods(t *testing.T) {
	s := sampleSite(t)
	for _, c := range []struct {
		method, path  string
		status        int
		allow, detail string
	}{
		{"DELETE", "/reports", 405, "GET", "这里不接受这种操作"},
		{"POST", "/", 405, "GET", "只供查看"},
		{"PUT", "/api/v1/import", 405, "POST", "not_allowed"},
		{"DELETE", "/api/v1/reports", 405, "GET", "not_allowed"},
		{"DELETE", "/nothing", 404, "", "没有这一页"},
	} {
		r := s.do(t, c.method, c.path, nil)
		if r.StatusCode != c.status || r.Header.Get("Allow") != c.allow || !strings.Contains(r.body, c.detail) {
			t.Errorf("%s %s: status %d, allow %q, want %d, %q with %q:\n%s", c.method, c.path, r.StatusCode,
				r.Header.Get("Allow"), c.status, c.allow, c.detail, r.body)
		}
	}
}

func TestMistakesInTheLanguageOfThePage(t *testing.T) {
	s := sampleSite(t)
	if r := s.get(t, "/reports?year=x"); r.StatusCode != 400 || !strings.Contains(r.body, "应为整数") {
		t.Errorf("status %d:\n%s", r.StatusCode, r.body)
	}
	if r := s.get(t, "/reports?year=x", inEnglish...); !strings.Contains(r.body, "should be a whole number") {
		t.Errorf("in English:\n%s", r.body)
	}
}

func TestAnswersArePacked(t *testing.T) {
	s := sampleSite(t)
	plain := s.get(t, "/reports")
	packed := s.get(t, "/reports", "Accept-Encoding", "br, gzip;q=0.8")
	if packed.Header.Get("Content-Encoding") != "gzip" || len(packed.body) >= len(plain.body) {
		t.Fatalf("%q, %d bytes of %d", packed.Header.Get("Content-Encoding"), len(packed.body), len(plain.body))
	}
	z, err := gzip.NewReader(strings.NewReader(packed.body))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(z); err != nil || string(got) != plain.body {
		t.Errorf("unpacked it is not the same: %v", err)
	}
	if r := s.get(t, "/reports", "Accept-Encoding", "gzip;q=0"); r.Header.Get("Content-Encoding") != "" {
		t.Error("packed for who does not take it")
	}
	if r := s.do(t, "HEAD", "/reports", nil, "Accept-Encoding", "gzip"); r.Header.Get("Content-Encoding") != "" {
		t.Error("an answer without body is called packed")
	}
}

// logged returns a handler over the samples, and its log.
func logged(t *testing.T, level slog.Level) (*site, *bytes.Buffer) {
	t.Helper()
	var out bytes.Buffer
	one := *sampleSite(t)
	m := metrics.New(func() (metrics.Holdings, error) { return metrics.Holdings{Reports: 7}, nil })
	h, err := New(one.service, Options{Token: testToken, Patience: time.Minute, Metrics: m,
		Log: slog.New(slog.NewJSONHandler(&out, &slog.HandlerOptions{Level: level}))})
	if err != nil {
		t.Fatal(err)
	}
	one.handler = h
	return &one, &out
}

func TestRequestsAreLoggedWithoutQueries(t *testing.T) {
	s, out := logged(t, slog.LevelInfo)
	answer := s.get(t, "/api/v1/search?query=%E5%AD%A6%E4%BD%8D")
	var line struct {
		Msg, Method, Route string
		Status, Bytes      int
	}
	if err := json.Unmarshal(out.Bytes(), &line); err != nil {
		t.Fatalf("want one line of JSON: %v\n%s", err, out)
	}
	if line.Msg != "request" || line.Method != "GET" || line.Route != "GET /api/v1/search" || line.Status != 200 ||
		line.Bytes != len(answer.body) {
		t.Errorf("%+v, %d bytes", line, len(answer.body))
	}
	if strings.Contains(out.String(), "%E5") || strings.Contains(out.String(), "学位") {
		t.Errorf("the log holds the query: %s", out)
	}
	s, out = logged(t, slog.LevelDebug)
	s.get(t, "/api/v1/search?query=%E5%AD%A6%E4%BD%8D")
	if !strings.Contains(out.String(), "%E5%AD%A6") {
		t.Errorf("the verbose log lacks the query: %s", out)
	}
}

func TestMetricsOfRequests(t *testing.T) {
	s, _ := logged(t, slog.LevelInfo)
	s.get(t, "/reports?text=x")
	s.get(t, "/reports/secret-name")
	r := s.get(t, "/metrics")
	r.shows(t, "taizhang_reports 7", `taizhang_http_request_seconds_count{route="GET /reports",status="200"} 1`)
	r.lacks(t, "secret-name")
	if r := sampleSite(t).get(t, "/metrics"); r.StatusCode != http.StatusNotFound {
		t.Errorf("without metrics: status %d, want 404", r.StatusCode)
	}
}

func TestAskNeedsTheToken(t *testing.T) {
	s := sampleSite(t)
	post := func(path, body string, headers ...string) reply {
		return s.do(t, "POST", path, strings.NewReader(body), headers...)
	}
	bearer := []string{"Authorization", "Bearer " + testToken, "Content-Type", "application/json"}
	if r := post("/api/v1/ask/size", "{}"); r.StatusCode != 403 {
		t.Errorf("without: status %d, want 403", r.StatusCode)
	}
	if r := post("/api/v1/ask/size", "{}", "Authorization", "Bearer other"); r.StatusCode != 401 {
		t.Errorf("with another: status %d, want 401", r.StatusCode)
	}
	if r := post("/api/v1/ask/size", "{}", bearer...); r.StatusCode != 200 || !strings.Contains(r.body, `"reports":10`) {
		t.Errorf("with it: status %d: %s", r.StatusCode, r.body)
	}
	if r := post("/api/v1/ask/nothing", "{}", bearer...); r.StatusCode != 404 {
		t.Errorf("no use case: status %d, want 404", r.StatusCode)
	}
	if r := post("/api/v1/ask/size", "[", bearer...); r.StatusCode != 400 {
		t.Errorf("no JSON: status %d, want 400", r.StatusCode)
	}
	for _, path := range []string{"/api/v1/import/stream", "/api/v1/reextract", "/api/v1/rebuild", "/api/v1/backup"} {
		if r := post(path, "{}"); r.StatusCode != 403 {
			t.Errorf("%s without: status %d, want 403", path, r.StatusCode)
		}
	}
}
