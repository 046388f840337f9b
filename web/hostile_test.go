package web

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"taizhang/access"
)

// What an attacker would write: as a report, its name, title and office, as a
// query, a name, a rule, a reason.
const (
	hostileWords = `<script>alert(1)</script>`
	hostileImage = `"><img src=x onerror=alert(1)>`
)

// hostileSite returns a site with a report whose name, title, office and text
// are what an attacker would write.
func hostileSite(t *testing.T) *site {
	t.Helper()
	name := filepath.Join(t.TempDir(), "2023年<script>alert(1)<／script>工作总结.md")
	text := "# <script>alert(1)</script>县教育局2023年工作总结\n\n## 一、<img src=x onerror=alert(1)>工作\n\n" +
		"2023年，<script>alert(1)</script>新增学位1200个，完成固定资产投资5.2亿元，\"><img src=x onerror=alert(1)>新建学校3所。\n"
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return ownSite(t, name)
}

// attempt is one row of a table of what must not succeed.
type attempt struct {
	name    string
	method  string
	path    string
	body    string
	headers []string // in pairs
	want    []int    // statuses
}

// TestHostileRequests tries each row on a site with accounts, as nobody and as
// an editor. Whatever comes back, nothing in it runs, it names no folder, leads
// nowhere else and signs nobody in.
func TestHostileRequests(t *testing.T) {
	s, token := guardedSite(t)
	editor := s.signIn(t, "周敏", editorPassword)
	reader := s.signIn(t, "reader", readerPassword)
	asEditor := func(more ...string) []string { return append(slices.Clone(editor), more...) }
	const form, text = "application/x-www-form-urlencoded", "text/plain"
	save := url.Values{"query": {hostileImage}, "name": {hostileWords}}.Encode()
	deep := strings.Repeat("[", 200_000)
	for _, a := range []attempt{
		// Reflected scripts.
		{"script as a query", "GET", "/search?query=" + url.QueryEscape(hostileWords), "", editor, []int{200, 400}},
		{"script as an indicator", "GET", "/series?indicator=" + url.QueryEscape(hostileImage), "", editor, []int{200}},
		{"script as an office", "GET", "/ledger?org=" + url.QueryEscape(hostileImage), "", editor, []int{200}},
		{"script as a text of the ledger", "GET", "/ledger?text=" + url.QueryEscape(hostileWords), "", editor, []int{200}},
		{"script as a status", "GET", "/ledger?status=" + url.QueryEscape(hostileWords), "", editor, []int{400}},
		{"script as a day", "GET", "/ledger?today=" + url.QueryEscape(hostileImage), "", editor, []int{400}},
		{"script as an order", "GET", "/search?query=a&sort=" + url.QueryEscape(hostileWords), "", editor, []int{400}},
		{"script as a language", "GET", "/?lang=" + url.QueryEscape(hostileWords), "", editor, []int{200, 303, 400}},
		{"script as a sentence to try rules on", "GET", "/rules?try=" + url.QueryEscape(hostileImage+"新增学位12个。"), "", editor, []int{200}},
		{"script in the path", "GET", "/reports/" + url.PathEscape(hostileWords), "", editor, []int{404}},
		{"script as the page to go to", "GET", "/login?next=" + url.QueryEscape(hostileImage), "", nil, []int{200}},
		{"script as a name to sign in", "POST", "/login", url.Values{"name": {hostileImage}, "password": {"x"}}.Encode(),
			[]string{"Content-Type", form}, []int{200}},
		{"script as who decides, in a cookie", "GET", "/ledger/review", "",
			[]string{"Cookie", editor[1] + "; " + authorCookie + "=" + url.QueryEscape(hostileImage)}, []int{200}},

		// Requests that another site makes a browser send.
		{"form of another site", "POST", "/search", save, asEditor("Content-Type", form, "Sec-Fetch-Site", "cross-site"), []int{403}},
		{"form of a neighbour", "POST", "/search", save, asEditor("Content-Type", form, "Sec-Fetch-Site", "same-site"), []int{403}},
		{"form of another origin", "POST", "/search", save, asEditor("Content-Type", form, "Origin", "https://evil.example"), []int{403}},
		{"form of no origin that can be named", "POST", "/search", save, asEditor("Content-Type", form, "Origin", "null"), []int{403}},
		{"form of another port", "POST", "/search", save, asEditor("Content-Type", form, "Origin", "http://127.0.0.1:9999"), []int{403}},
		{"signing out from another site", "POST", "/logout", "", asEditor("Content-Type", form, "Sec-Fetch-Site", "cross-site"), []int{403}},
		{"signing in from another site", "POST", "/login", "name=a&password=b", []string{"Content-Type", form, "Sec-Fetch-Site", "cross-site"}, []int{403}},
		{"JSON sent as text", "POST", "/api/v1/searches", `{"name":"a","query":"b"}`, asEditor("Content-Type", text), []int{400, 415}},
		{"import of another site", "POST", importPath, "", asEditor("Sec-Fetch-Site", "cross-site"), []int{403}},
		{"deletion by another site", "DELETE", "/api/v1/searches/a", "", asEditor("Origin", "https://evil.example"), []int{403}},

		// Too much.
		{"form over a megabyte", "POST", "/search", "query=" + strings.Repeat("a", 2<<20), asEditor("Content-Type", form), []int{400, 413}},
		{"JSON over a megabyte", "POST", "/api/v1/searches", `{"name":"` + strings.Repeat("a", 2<<20), asEditor("Content-Type", "application/json"), []int{400, 413}},
		{"deep JSON", "POST", "/api/v1/searches", deep, asEditor("Content-Type", "application/json"), []int{400}},
		{"deep brackets in a query", "GET", "/search?query=" + strings.Repeat("(", 20_000), "", editor, []int{200, 400}},
		{"a long query", "GET", "/search?query=" + strings.Repeat("%E5%AD%A6", 5_000), "", editor, []int{200, 400}},
		{"a query of many terms", "GET", "/search?query=" + strings.Repeat("a+OR+", 3_000) + "b", "", editor, []int{200, 400}},
		{"a page of the list without end", "GET", "/api/v1/facts?limit=100000000", "", editor, []int{400}},
		{"an offset beyond all", "GET", "/reports?offset=9223372036854775807", "", editor, []int{200, 400}},
		{"an offset beyond numbers", "GET", "/reports?offset=99999999999999999999", "", editor, []int{400}},
		{"a negative page", "GET", "/api/v1/reports?offset=-1", "", editor, []int{400}},

		// Headers and other places.
		{"line ends in the page to go to", "GET", "/login?next=" + url.QueryEscape("/\r\nSet-Cookie: a=b"), "", nil, []int{200}},
		{"line ends in a parameter that is sent back", "GET", "/?lang=en%0d%0aSet-Cookie:%20a=b", "", editor, []int{200, 303, 400}},
		{"a page of another site to go to", "GET", "/login?next=" + url.QueryEscape("//evil.example/x"), "", nil, []int{200}},
		{"another site as a path", "GET", "//evil.example/?lang=en", "", editor, []int{200, 301, 307, 404}},
		{"another site as a path, in a form", "POST", "//evil.example/..//login", "name=a&password=b", []string{"Content-Type", form}, []int{301, 307, 401, 404}},
		{"a host of another name", "GET", "/reports", "", asEditor("X-Forwarded-Host", "evil.example"), []int{200}},

		// Cookies and tokens.
		{"forged cookie", "GET", "/api/v1/reports", "", []string{"Cookie", sessionCookie + "=" + strings.Repeat("A", 43)}, []int{401}},
		{"huge cookie", "GET", "/api/v1/reports", "", []string{"Cookie", sessionCookie + "=" + strings.Repeat("A", 60_000)}, []int{401}},
		{"two cookies, the forged one first", "GET", "/api/v1/reports", "", []string{"Cookie", sessionCookie + "=x; " + editor[1]}, []int{401}},
		{"the hash of a token instead of it", "GET", "/api/v1/reports", "", []string{"Authorization", "Bearer " + strings.Repeat("0", 64)}, []int{401}},
		{"a token as a name and password", "GET", "/api/v1/reports", "", []string{"Authorization", "Basic " + token}, []int{401}},
		{"a reader who imports", "POST", importPath, "", reader, []int{403}},
		{"a reader who saves a search", "POST", "/search", save, append(slices.Clone(reader), "Content-Type", form), []int{403}},
		{"a reader who asks as the client", "POST", "/api/v1/ask/decide", "{}", reader, []int{403}},
		{"an editor who asks as the client", "POST", "/api/v1/ask/backup", "{}", asEditor("Content-Type", "application/json"), []int{403, 404}},
		{"a reader who says he is not by method", "POST", "/reports", "", append(slices.Clone(reader), "X-HTTP-Method-Override", "GET"), []int{403}},

		// Methods.
		{"TRACE", "TRACE", "/", "", editor, []int{403, 405}},
		{"CONNECT", "CONNECT", "/", "", editor, []int{403, 404, 405, 421}},
		{"a method of one's own", "SMASH", "/reports", "", editor, []int{405}},
		{"PUT of a page", "PUT", "/reports/x", "x", editor, []int{404, 405}},
	} {
		for who, headers := range map[string][]string{"": a.headers, " as nobody": without(a.headers, "Cookie", "Authorization")} {
			r := s.do(t, a.method, a.path, strings.NewReader(a.body), headers...)
			want := a.want
			if who != "" {
				want = append(slices.Clone(want), 303, 401, 403, 415) // led to the form, or refused
			}
			if !slices.Contains(want, r.StatusCode) {
				t.Errorf("%s%s: status %d, want %v: %.300s", a.name, who, r.StatusCode, want, r.body)
			}
			s.holdsBack(t, a.name+who, r)
		}
	}
}

// without returns headers without those of some names.
func without(headers []string, names ...string) []string {
	var out []string
	for i := 0; i < len(headers); i += 2 {
		if !slices.Contains(names, headers[i]) {
			out = append(out, headers[i], headers[i+1])
		}
	}
	return out
}

// runs is what would run in a browser, were it in a page.
var runs = regexp.MustCompile(`(?i)<script>|<img src=x|<svg on|href="(javascript|data):|\son(error|load|click)=[^&]*alert\(1\)[^&]*>`)

// holdsBack checks that a reply holds nothing that would run or that names a
// place of the disk, leads to no other site, and begins no session.
func (s *site) holdsBack(t *testing.T, what string, r reply) {
	t.Helper()
	if kind := r.Header.Get("Content-Type"); strings.HasPrefix(kind, "text/html") {
		if found := runs.FindString(r.body); found != "" {
			t.Errorf("%s: the page holds %q", what, found)
		}
	}
	if r.StatusCode != http.StatusMisdirectedRequest && r.Header.Get("Content-Security-Policy") != policy {
		t.Errorf("%s: no security policy", what)
	}
	if to := r.Header.Get("Location"); to != "" && (!strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.Contains(to, "\\")) &&
		!strings.HasPrefix(to, "?") {
		t.Errorf("%s: leads to %q", what, to)
	}
	if strings.Contains(strings.Join(r.Header.Values("Set-Cookie"), ""), sessionCookie) && r.StatusCode != http.StatusSeeOther {
		t.Errorf("%s: a session is begun", what)
	}
	s.namesNoPlace(t, what, r)
}

// namesNoPlace checks that neither body nor headers of a reply name a folder of
// this machine.
func (s *site) namesNoPlace(t *testing.T, what string, r reply) {
	t.Helper()
	all := r.body + fmt.Sprint(r.Header)
	home, err := os.UserHomeDir()
	if err != nil || home == "/" {
		home = "/home/"
	}
	work, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, place := range []string{s.service.Folder(), s.dir, strings.TrimSuffix(os.TempDir(), "/") + "/", home, work, "/usr/"} {
		if i := strings.Index(all, place); i >= 0 {
			t.Errorf("%s: names the folder %s: %.200q", what, place, all[max(0, i-80):])
		}
	}
}

// TestPathsLeadNowhere puts what would climb out of a folder into every place of
// every address.
func TestPathsLeadNowhere(t *testing.T) {
	s := sampleSite(t)
	climbs := []string{"..", "..%2f..%2f..%2f..%2fetc%2fpasswd", "%2e%2e%2f%2e%2e%2faccounts.json", "..%5c..%5cwin.ini", "%2fetc%2fpasswd",
		"a%00.md", strings.Repeat("A", 20_000), "%ff%fe", "-1", "0", "NaN", "%3Cscript%3E", "CON", "~root", "$HOME", "*"}
	place := regexp.MustCompile(`\{[a-z.]+\}`)
	for _, pattern := range patternsOf(t) {
		method, path, _ := strings.Cut(pattern, " ")
		places := place.FindAllStringIndex(path, -1)
		for _, at := range places {
			for _, climb := range climbs {
				address := place.ReplaceAllString(path[:at[0]], "0123456789ab") + climb + place.ReplaceAllString(path[at[1]:], "1")
				r := s.do(t, method, address, strings.NewReader(""), "Content-Type", "application/json", "Sec-Fetch-Site", "same-origin")
				if r.StatusCode < 300 || r.StatusCode >= 500 || strings.Contains(r.body, "root:") {
					t.Errorf("%s %.80s: status %d, want a refusal: %.200s", method, address, r.StatusCode, r.body)
				}
				s.holdsBack(t, pattern+" with "+climb[:min(40, len(climb))], r)
			}
		}
	}
}

// patternsOf lists the patterns of all addresses.
func patternsOf(t *testing.T) []string {
	t.Helper()
	s := &server{}
	out := []string{"GET /static/{file}", "GET /reports/{id}/pages/{number}/picture"}
	for _, p := range s.allPages() {
		out = append(out, p.pattern)
	}
	empty := &server{service: sampleSite(t).service}
	for _, e := range empty.endpoints() {
		out = append(out, e.pattern)
	}
	return out
}

// TestCookies tries what was right once.
func TestCookies(t *testing.T) {
	s, clock := timedSite(t)
	asked := func(headers []string) int { return s.get(t, "/api/v1/reports", headers...).StatusCode }
	in := s.signIn(t, "周敏", editorPassword)
	if asked(in) != http.StatusOK {
		t.Fatal("not signed in")
	}
	*clock = clock.Add(access.SessionTime)
	if got := asked(in); got != http.StatusUnauthorized {
		t.Errorf("an expired cookie: status %d, want 401", got)
	}
	in = s.signIn(t, "周敏", editorPassword)
	s.post(t, logoutPage, "", in...)
	if got := asked(in); got != http.StatusUnauthorized {
		t.Errorf("a cookie after signing out: status %d, want 401", got)
	}
	in = s.signIn(t, "周敏", editorPassword)
	again := s.signIn(t, "周敏", editorPassword)
	if in[1] == again[1] {
		t.Error("two sessions have the same cookie")
	}
	accounts, err := access.Load(s.service.Folder())
	if err != nil {
		t.Fatal(err)
	}
	if err := accounts.Set("周敏", access.Reader, "another password"); err != nil {
		t.Fatal(err)
	}
	if got := asked(in); got != http.StatusUnauthorized {
		t.Errorf("a cookie from before the password changed: status %d, want 401", got)
	}
}
