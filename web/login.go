package web

import (
	"net/http"
	"strings"
	"time"

	"taizhang/access"
)

const (
	loginPage  = "/login"
	logoutPage = "/logout"
)

// loginShown is the form to sign in.
type loginShown struct {
	Name  string
	Next  string // where to go then
	Wrong bool   // name and password did not fit
	Wait  int    // seconds to wait before the next try; 0: none
}

// loginForm shows the form.
func (s *server) loginForm(_ http.ResponseWriter, r *http.Request) (any, error) {
	if !s.guarded() {
		return redirect("/"), nil
	}
	p := paramsOf(r)
	return loginShown{Next: local(p.text("next"))}, p.strictly()
}

// login signs somebody in.
func (s *server) login(w http.ResponseWriter, r *http.Request) (any, error) {
	if err := r.ParseForm(); err != nil {
		return nil, badUpload(err)
	}
	p := &params{values: r.PostForm}
	name, next := p.text("name"), local(p.text("next"))
	p.text("password")
	if err := p.strictly(); err != nil {
		return nil, err
	}
	if !s.guarded() {
		return redirect("/"), nil
	}
	secret, wait, ok := s.options.Gate.SignIn(name, r.PostForm.Get("password"), addressOf(r))
	if !ok {
		s.options.Log.Warn("wrong password", "address", addressOf(r))
		seconds := int((wait + time.Second - 1) / time.Second)
		return loginShown{Name: name, Next: next, Wrong: true, Wait: seconds}, nil
	}
	http.SetCookie(w, s.cookie(r, secret, access.SessionTime))
	return redirect(next), nil
}

// logout signs out.
func (s *server) logout(w http.ResponseWriter, r *http.Request) (any, error) {
	if cookie, err := r.Cookie(sessionCookie); err == nil && s.options.Gate != nil {
		s.options.Gate.SignOut(cookie.Value)
	}
	http.SetCookie(w, s.cookie(r, "", -time.Second))
	return redirect(loginPage), nil
}

func (s *server) cookie(r *http.Request, secret string, lives time.Duration) *http.Cookie {
	return &http.Cookie{Name: sessionCookie, Value: secret, Path: "/", MaxAge: int(lives / time.Second),
		HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https"}
}

// local returns the address if it is one of this server, else that of the
// overview: a link must not lead elsewhere through the form.
func local(address string) string {
	if !strings.HasPrefix(address, "/") || strings.HasPrefix(address, "//") || strings.ContainsAny(address, "\\\r\n\t") {
		return "/"
	}
	return address
}
