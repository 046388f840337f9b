package web

import (
	"context"
	"crypto/subtle"
	"net/http"
	"strings"
)

// access decides who may ask. On the loopback everybody on this machine may;
// a bearer token that is given must be the right one, so that a client learns
// that another server has taken the address. Passwords, sessions and roles
// belong here.
func (s *server) access(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if ok && (s.options.Token == "" || subtle.ConstantTimeCompare([]byte(given), []byte(s.options.Token)) != 1) {
			w.Header().Set("WWW-Authenticate", `Bearer realm="taizhang"`)
			http.Error(w, "wrong token", http.StatusUnauthorized)
			return
		}
		if ok {
			r = r.WithContext(context.WithValue(r.Context(), tokenKey{}, true))
		}
		next.ServeHTTP(w, r)
	})
}

type tokenKey struct{}

// bearsToken tells whether the request gave the right token: whoever does can
// read the library's folder, and is no browser.
func bearsToken(r *http.Request) bool { return r.Context().Value(tokenKey{}) != nil }
