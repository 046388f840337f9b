package web

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"taizhang/api"
)

// recorded writes one line of log a request, and measures it. Queries are about
// people's work: they are logged only where debugging is on.
func (s *server) recorded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		answer := &recorder{ResponseWriter: w}
		next.ServeHTTP(answer, r)
		took := time.Since(begin)
		route := s.routeOf(r)
		s.options.Metrics.Request(route, answer.status(), took)
		s.logRequest(r, route, answer, took)
	})
}

func (s *server) logRequest(r *http.Request, route string, answer *recorder, took time.Duration) {
	fields := []slog.Attr{slog.String("method", r.Method), slog.String("route", route),
		slog.Int("status", answer.status()), slog.Duration("duration", took.Round(time.Microsecond)),
		slog.Int64("bytes", answer.bytes)}
	if s.options.Log.Enabled(r.Context(), slog.LevelDebug) {
		fields = append(fields, slog.String("path", r.URL.Path), slog.String("query", r.URL.RawQuery))
	}
	s.options.Log.LogAttrs(context.WithoutCancel(r.Context()), slog.LevelInfo, "request", fields...)
}

// routeOf returns the row of routes.go that answers, so that neither log nor
// metrics hold what is in addresses.
func (s *server) routeOf(r *http.Request) string {
	_, pattern := s.mux.Handler(r)
	if pattern == "POST "+askPattern {
		if name := strings.TrimPrefix(r.URL.Path, api.Ask); s.asked[name] != nil {
			return "POST " + api.Ask + name
		}
	}
	return pattern
}

// recorder notes the status and size of an answer.
type recorder struct {
	http.ResponseWriter
	code  int
	bytes int64
}

func (w *recorder) WriteHeader(code int) {
	if w.code == 0 {
		w.code = code
	}
	w.ResponseWriter.WriteHeader(code)
}

func (w *recorder) Write(p []byte) (int, error) {
	if w.code == 0 {
		w.code = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(p)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController through.
func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *recorder) status() int {
	if w.code == 0 {
		return http.StatusOK
	}
	return w.code
}
