package web

import (
	"fmt"
	"net"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"

	"taizhang/api"
)

// guard puts around the routes what holds for every request, outermost first:
// a panic is one request's end, only known hosts are answered, headers forbid
// what no page needs, another site's forms are refused, bodies are limited, and
// who asks is known. Each request is logged, and its answer packed. Each piece has
// its time.
func (s *server) guard(h http.Handler) http.Handler {
	crossOrigin := http.NewCrossOriginProtection()
	crossOrigin.SetDenyHandler(http.HandlerFunc(s.refuseCrossOrigin))
	for _, around := range []func(http.Handler) http.Handler{
		s.access, s.limitBody, crossOrigin.Handler, secureHeaders, s.checkHost, s.survive, compressed, s.recorded, usualPace().paced,
	} {
		h = around(h)
	}
	return h
}

// survive answers 500 where a handler panics.
func (s *server) survive(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			p := recover()
			if p == nil {
				return
			}
			if p == http.ErrAbortHandler {
				panic(p)
			}
			s.options.Log.Error("request panicked", "path", r.URL.Path, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			if isAPI(r) {
				s.writeProblem(w, r, errPanic)
				return
			}
			http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		}()
		next.ServeHTTP(w, r)
	})
}

// checkHost refuses hosts it does not go by: a page of another site whose name
// was made to lead here (DNS rebinding) would count as our own.
func (s *server) checkHost(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if h, _, err := net.SplitHostPort(host); err == nil {
			host = h
		}
		host = strings.ToLower(strings.Trim(host, "[]"))
		ip := net.ParseIP(host)
		if !s.options.AnyHost && host != "localhost" && !(ip != nil && ip.IsLoopback()) && !slices.Contains(s.options.Hosts, host) {
			p := api.NewProblem(http.StatusMisdirectedRequest, api.UnknownHost, "the server does not go by this name; see the setting hosts")
			sendProblem(w, p)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// policy allows what is served from here and nothing inline. A style attribute
// is inline, too; in SVG fill= and stroke= are not.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func secureHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
		h.Set("Cache-Control", "no-store") // assets say otherwise
		next.ServeHTTP(w, r)
	})
}

func (s *server) refuseCrossOrigin(w http.ResponseWriter, r *http.Request) {
	s.refuse(w, r, errForeign)
}

// largestBody is the size of a form; the import has a limit of its own.
const largestBody = 1 << 20

func (s *server) limitBody(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		limit := int64(largestBody)
		switch {
		case r.URL.Path == importPath, r.URL.Path == importPage, strings.HasPrefix(r.URL.Path, api.Ask):
			limit = s.options.MaxUpload
		case r.URL.Path == importStreamPath: // as large as it may be: it is read a file at a time
			next.ServeHTTP(w, r)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, limit)
		next.ServeHTTP(w, r)
	})
}
