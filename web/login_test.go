package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"taizhang/access"
)

const (
	editorPassword = "一把很长很长的钥匙 1"
	readerPassword = "another long key"
)

// guardedSite is a site with an editor and a reader, and the reader's token.
func guardedSite(t *testing.T) (s *site, readerToken string) {
	t.Helper()
	s, _ = timedSite(t)
	accounts, err := access.Load(s.service.Folder())
	if err != nil {
		t.Fatal(err)
	}
	if readerToken, err = accounts.NewToken("reader"); err != nil {
		t.Fatal(err)
	}
	return s, readerToken
}

// timedSite is a site with an editor and a reader, whose time the test tells.
func timedSite(t *testing.T) (*site, *time.Time) {
	t.Helper()
	s := ownSite(t)
	accounts, err := access.Load(s.service.Folder())
	if err != nil {
		t.Fatal(err)
	}
	if err := accounts.Set("周敏", access.Editor, editorPassword); err != nil {
		t.Fatal(err)
	}
	if err := accounts.Set("reader", access.Reader, readerPassword); err != nil {
		t.Fatal(err)
	}
	now := testDay
	gate, err := access.NewGate(s.service.Folder(), func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	if s.handler, err = New(s.service, Options{Token: testToken, Patience: time.Minute, Gate: gate}); err != nil {
		t.Fatal(err)
	}
	return s, &now
}

// signIn returns the headers of who signed in.
func (s *site) signIn(t *testing.T, name, password string) []string {
	t.Helper()
	r := s.post(t, loginPage, url.Values{"name": {name}, "password": {password}, "next": {"/reports"}}.Encode())
	if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != "/reports" {
		t.Fatalf("status %d, %s:\n%s", r.StatusCode, r.Header.Get("Location"), r.body)
	}
	cookie := r.Header.Get("Set-Cookie")
	for _, want := range []string{"HttpOnly", "SameSite=Strict", "Path=/", "Max-Age="} {
		if !strings.Contains(cookie, want) {
			t.Errorf("the cookie %q lacks %s", cookie, want)
		}
	}
	value, _, _ := strings.Cut(cookie, ";")
	return []string{"Cookie", value}
}

func TestLogin(t *testing.T) {
	s, token := guardedSite(t)
	if r := s.get(t, "/reports?year=2023"); r.StatusCode != http.StatusSeeOther ||
		r.Header.Get("Location") != "/login?next=%2Freports%3Fyear%3D2023" {
		t.Errorf("status %d, %s; want to be led to the form", r.StatusCode, r.Header.Get("Location"))
	}
	s.shows(t, "/login?next=/reports", "用户名", `value="/reports"`)
	editor := s.signIn(t, "周敏", editorPassword)
	s.get(t, "/reports", editor...).shows(t, "退出 周敏")
	reader := s.signIn(t, "reader", readerPassword)
	s.get(t, "/reports", reader...).shows(t, "退出 reader")
	if r := s.post(t, logoutPage, "", reader...); r.StatusCode != http.StatusSeeOther {
		t.Errorf("signing out: status %d", r.StatusCode)
	}
	if r := s.get(t, "/reports", reader...); r.StatusCode != http.StatusSeeOther {
		t.Errorf("status %d after signing out, want 303", r.StatusCode)
	}
	if r := s.get(t, "/api/v1/reports", "Authorization", "Bearer "+token); r.StatusCode != http.StatusOK {
		t.Errorf("a program with a token: status %d", r.StatusCode)
	}
	if r := s.get(t, "/api/v1/reports", "Authorization", "Bearer "+testToken); r.StatusCode != http.StatusOK {
		t.Errorf("the program's own client: status %d", r.StatusCode)
	}
}

// TestShut tries what must not get in.
func TestShut(t *testing.T) {
	s, token := guardedSite(t)
	reader := s.signIn(t, "reader", readerPassword)
	for _, test := range []struct {
		name, method, path, form string
		headers                  []string
		want                     int
	}{
		{"API without an account", "GET", "/api/v1/reports", "", nil, 401},
		{"metrics without an account", "GET", "/metrics", "", nil, 401},
		{"form without an account", "POST", "/import/known", "report=1", nil, 401},
		{"forged cookie", "GET", "/api/v1/reports", "", []string{"Cookie", sessionCookie + "=AAAA"}, 401},
		{"empty cookie", "GET", "/api/v1/reports", "", []string{"Cookie", sessionCookie + "="}, 401},
		{"wrong token", "GET", "/api/v1/reports", "", []string{"Authorization", "Bearer " + token + "x"}, 401},
		{"empty token", "GET", "/api/v1/reports", "", []string{"Authorization", "Bearer "}, 401},
		{"reader changes", "POST", "/import/known", "report=1&org=x&who=y", reader, 403},
		{"reader imports", "POST", "/api/v1/import", "", reader, 403},
		{"reader's token imports", "POST", "/api/v1/import", "", []string{"Authorization", "Bearer " + token}, 403},
		{"reader asks as the client", "POST", "/api/v1/ask/decide", "{}", []string{"Authorization", "Bearer " + token}, 403},
		{"wrong password", "POST", "/login", "name=reader&password=wrong+password", nil, 200},
		{"unknown parameter", "POST", "/login", "name=reader&password=x&admin=1", nil, 400},
	} {
		headers := append([]string{"Content-Type", "application/x-www-form-urlencoded", "Sec-Fetch-Site", "same-origin"},
			test.headers...)
		r := s.do(t, test.method, test.path, strings.NewReader(test.form), headers...)
		if r.StatusCode != test.want {
			t.Errorf("%s: status %d, want %d", test.name, r.StatusCode, test.want)
		}
		if r.Header.Get("Set-Cookie") != "" {
			t.Errorf("%s: a cookie is set", test.name)
		}
	}
}

// TestNextStaysHere holds that the form leads to no other site.
func TestNextStaysHere(t *testing.T) {
	for address, want := range map[string]string{
		"/reports?year=2023": "/reports?year=2023", "": "/", "//evil.example": "/", "https://evil.example": "/",
		"/\\evil.example": "/", "/a\r\nSet-Cookie: x=1": "/", "javascript:alert(1)": "/", "/\t/evil.example": "/",
	} {
		if got := local(address); got != want {
			t.Errorf("%q leads to %q, want %q", address, got, want)
		}
	}
}

// TestTenThousandPasswords guesses: after a few nothing is looked at any more,
// not even the right one.
func TestTenThousandPasswords(t *testing.T) {
	s, _ := guardedSite(t)
	form := url.Values{"name": {"周敏"}, "password": {"guessed wrong"}}.Encode()
	for range 10_000 {
		if r := s.post(t, loginPage, form); r.StatusCode != http.StatusOK || r.Header.Get("Set-Cookie") != "" {
			t.Fatalf("status %d, cookie %q", r.StatusCode, r.Header.Get("Set-Cookie"))
		}
	}
	r := s.post(t, loginPage, url.Values{"name": {"周敏"}, "password": {editorPassword}}.Encode())
	r.shows(t, "请等")
	if r.Header.Get("Set-Cookie") != "" {
		t.Error("the wait does not hold for the right password")
	}
}
