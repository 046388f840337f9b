package web

import (
	"context"
	"crypto/subtle"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"

	"taizhang/access"
)

// sessionCookie holds the secret of a session.
const sessionCookie = "taizhang_session"

var (
	errSignIn     = errors.New("sign in first")
	errWrongToken = errors.New("the token is none of this server")
	errReader     = errors.New("this account may look at everything and change nothing")
)

// access decides who may ask. Without accounts everybody on this machine may do
// everything. With accounts a person signs in, a program gives a token; readers
// change nothing. The program's own client bears the server's token, which only
// the owner of the library's folder can read.
func (s *server) access(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given, bears := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if bears && s.isOwn(given) {
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), tokenKey{}, true)))
			return
		}
		account, known := s.accountOf(r, given)
		switch {
		case bears && !known:
			// A client learns so, too, that another server has taken the address.
			w.Header().Set("WWW-Authenticate", `Bearer realm="taizhang"`)
			s.refuse(w, r, errWrongToken)
			return
		case known:
			r = r.WithContext(context.WithValue(r.Context(), accountKey{}, account))
		case s.guarded() && !open(r.URL.Path):
			s.askToSignIn(w, r)
			return
		}
		if known && account.Role != access.Editor && changes(r) {
			s.refuse(w, r, errReader)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) guarded() bool { return s.options.Gate != nil && s.options.Gate.Guarded() }

func (s *server) isOwn(token string) bool {
	return s.options.Token != "" && subtle.ConstantTimeCompare([]byte(token), []byte(s.options.Token)) == 1
}

// accountOf returns who asks, by token or by cookie.
func (s *server) accountOf(r *http.Request, token string) (access.Account, bool) {
	if s.options.Gate == nil {
		return access.Account{}, false
	}
	if token != "" {
		return s.options.Gate.Token(token)
	}
	cookie, err := r.Cookie(sessionCookie)
	if err != nil {
		return access.Account{}, false
	}
	return s.options.Gate.SignedIn(cookie.Value)
}

// open tells whether an address answers everybody.
func open(path string) bool {
	return path == loginPage || path == "/healthz" || strings.HasPrefix(path, "/static/")
}

// changes tells whether a request may change something.
func changes(r *http.Request) bool {
	return r.Method != http.MethodGet && r.Method != http.MethodHead && r.URL.Path != loginPage && r.URL.Path != logoutPage
}

// askToSignIn leads a person to the form and tells a program.
func (s *server) askToSignIn(w http.ResponseWriter, r *http.Request) {
	if isAPI(r) || changes(r) {
		s.refuse(w, r, errSignIn)
		return
	}
	http.Redirect(w, r, loginPage+"?"+url.Values{"next": {r.URL.RequestURI()}}.Encode(), http.StatusSeeOther)
}

func (s *server) refuse(w http.ResponseWriter, r *http.Request, err error) {
	if isAPI(r) {
		s.writeProblem(w, r, err)
		return
	}
	s.showProblem(w, r, err)
}

func isAPI(r *http.Request) bool {
	return strings.HasPrefix(r.URL.Path, "/api/") || r.URL.Path == "/metrics"
}

// addressOf returns where a request comes from, for counting wrong passwords. Of
// a proxy on this machine it takes what the proxy says last; nobody else is
// believed.
func addressOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	forwarded := r.Header.Values("X-Forwarded-For")
	if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() || len(forwarded) == 0 {
		return host
	}
	last := forwarded[len(forwarded)-1]
	return strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:])
}

type (
	tokenKey   struct{}
	accountKey struct{}
)

// bearsToken tells whether the request gave the server's own token: whoever does
// can read the library's folder, and is no browser.
func bearsToken(r *http.Request) bool { return r.Context().Value(tokenKey{}) != nil }

// signedIn returns the name of who asks; empty where nobody has to sign in.
func signedIn(r *http.Request) string {
	a, _ := r.Context().Value(accountKey{}).(access.Account)
	return a.Name
}
