package web

import (
	"cmp"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"taizhang/export"
	"taizhang/report"
)

// view is what a template is given. Data is the page's own struct; the rest,
// and the methods, are there for every page. Inside range and with they are
// reached as $.T, $.Label.
type view struct {
	Name    string // of the page
	Lang    lang
	Nav     []navItem
	Switch  navItem // to the other language, same page
	User    string  // who is signed in; empty: nobody has to be
	Data    any
	refused *refusedForm // a form of the page that has a mistake; nil: there is none
	words   catalogue

	lightOf func(org string, light report.Light) (name, colour string)
	assets  assets
}

// navItem is a link of the navigation.
type navItem struct {
	Name    string
	URL     string
	Current bool
}

func (s *server) view(r *http.Request, name string, data any) *view {
	v := &view{lightOf: s.service.LightOf, Name: name, Lang: s.langOf(r), Data: data, assets: s.assets, User: signedIn(r)}
	v.words = s.catalogues[v.Lang]
	for _, p := range s.pages {
		if p.nav != "" {
			v.Nav = append(v.Nav, navItem{Name: v.T("nav." + p.name), URL: p.nav, Current: underneath(r.URL.Path, p.nav)})
		}
	}
	other := v.Lang.Other()
	v.Switch = navItem{Name: other.Name(), URL: withParam(r.URL, "lang", string(other))}
	return v
}

// underneath tells whether a path is that of a page of the navigation, or of
// one below it.
func underneath(path, nav string) bool {
	return path == nav || nav != "/" && strings.HasPrefix(path, nav+"/")
}

// T returns a message in the language of the page, with the arguments put in
// where it has %s or %d.
func (v *view) T(key string, args ...any) string { return v.words.text(key, args...) }

// Label returns what a word of a record (done, amount, target) is called.
func (v *view) Label(word any) string {
	label := export.Lang(v.Lang).Label(asText(word))
	if v.Lang == english {
		label = strings.ReplaceAll(label, "_", " ")
	}
	return label
}

// Number writes a count with thousands set apart.
func (v *view) Number(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// Time writes a moment in the zone of this machine, to the minute.
func (v *view) Time(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }

// Asset returns the address of a file of static/; empty: there is none.
func (v *view) Asset(name string) string { return v.assets.url(name) }

// Style returns the address of the page's own style, static/NAME.css, else of
// that which it shares with the page its name begins with: report_fact has that
// of report.
func (v *view) Style() string {
	first, _, _ := strings.Cut(v.Name, "_")
	return cmp.Or(v.Asset(v.Name+".css"), v.Asset(first+".css"))
}

// Script returns the address of the page's own script, static/NAME.js.
func (v *view) Script() string { return v.Asset(v.Name + ".js") }

// With returns the view with other data, for a part of a page.
func (v *view) With(data any) *view {
	part := *v
	part.Data = data
	return &part
}

// withParam returns the address with a parameter set, path and query only.
func withParam(u *url.URL, name, value string) string {
	q := u.Query()
	q.Set(name, value)
	return "?" + q.Encode()
}
