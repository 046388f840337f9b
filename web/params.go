package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"taizhang/index"
	"taizhang/report"
	"taizhang/service"
)

// params reads the query of an address, for pages and API alike. The first
// mistake is kept; err returns it once all has been read.
type params struct {
	values  url.Values
	known   []string
	failed  error
	trusted bool // pages may be of any size
}

func paramsOf(r *http.Request) *params { return &params{values: r.URL.Query(), trusted: bearsToken(r)} }

func (p *params) text(name string) string {
	p.known = append(p.known, name)
	return strings.TrimSpace(p.values.Get(name))
}

// list reads values given several times or with commas.
func (p *params) list(name string) []string {
	p.known = append(p.known, name)
	var out []string
	for _, v := range p.values[name] {
		for one := range strings.SplitSeq(v, ",") {
			if one = strings.TrimSpace(one); one != "" {
				out = append(out, one)
			}
		}
	}
	return out
}

// number reads a whole number that is not negative, 0 where none is given.
func (p *params) number(name string) int {
	text := p.text(name)
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		p.fail(name, &mistake{"want_number", []any{name, text}, "%s %q: want a whole number"})
		return 0
	}
	return n
}

// flag reads true or false, false where neither is given.
func (p *params) flag(name string) bool {
	text := p.text(name)
	if text == "" {
		return false
	}
	b, err := strconv.ParseBool(text)
	if err != nil {
		p.fail(name, &mistake{"want_flag", []any{name, text}, "%s %q: want true or false"})
	}
	return b
}

// date reads a day, the zero Date where none is given.
func (p *params) date(name string) report.Date {
	text := p.text(name)
	d, err := report.ParseDate(text)
	if err != nil {
		p.fail(name, &mistake{"want_date", []any{name, text}, "%s %q: want a day such as 2024-03-01"})
	}
	return d
}

// The sizes of a page of the API.
const (
	defaultLimit = 50
	largestLimit = 1000
	everything   = "all" // as a limit
)

// page reads limit, offset and sort.
func (p *params) page() index.Page {
	page := p.part()
	page.Sort = p.text("sort")
	if page.Sort != "" && !slices.Contains(index.Sorts(), page.Sort) {
		p.fail("sort", &mistake{"want_sort", []any{page.Sort, strings.Join(index.Sorts(), ", ")}, "sort %q: want one of %s"})
	}
	return page
}

// part reads limit and offset.
func (p *params) part() index.Page {
	page := index.Page{Offset: p.number("offset")}
	switch {
	case p.text("limit") == everything:
	case p.number("limit") == 0:
		page.Limit = defaultLimit
	default:
		page.Limit = p.number("limit")
	}
	if page.Limit > largestLimit && !p.trusted {
		p.fail("limit", &mistake{"want_limit", []any{page.Limit, largestLimit}, "limit %d: want at most %d"})
	}
	return page
}

// choice reads one of some words, the first where none is given.
func (p *params) choice(name string, of ...string) string {
	text := p.text(name)
	switch {
	case text == "":
		return of[0]
	case !slices.Contains(of, text):
		p.fail(name, &mistake{"want_choice", []any{name, text, strings.Join(of, ", ")}, "%s %q: want one of %s"})
	}
	return text
}

func (p *params) fail(field string, err error) {
	if p.failed == nil {
		p.failed = &service.InvalidError{Field: field, Err: err}
	}
}

// err returns the first mistake.
func (p *params) err() error { return p.failed }

// strictly returns the first mistake, or that a parameter is given which
// nothing has read.
func (p *params) strictly() error {
	for name := range p.values {
		if !slices.Contains(p.known, name) {
			p.fail(name, &mistake{"want_known", []any{name, strings.Join(p.known, ", ")}, "parameter %q is not known; known are %s"})
		}
	}
	return p.failed
}
