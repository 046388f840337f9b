package web

import (
	"net/url"

	"taizhang/service"
)

// ledgerRequest reads which promises are asked for: org, year, status, light,
// kind, review, owner, text, report, sort, today. The command line has the same
// words.
func ledgerRequest(p *params) service.LedgerRequest {
	q := service.LedgerRequest{Org: p.text("org"), Year: p.number("year"), Owner: p.text("owner"), Text: p.text("text"),
		Report: p.text("report"), Today: p.date("today")}
	status, err := service.ParseStatuses(p.list("status"))
	if err != nil {
		p.fail("status", err)
	}
	q.Status = status
	q.Light = wordsOf(p, "light", service.Lights()...)
	q.Review = wordsOf(p, "review", service.ReviewStates()...)
	q.Kind = service.PromiseKind(p.choice("kind", namesOf("", service.PromiseKinds())...))
	q.Sort = service.LedgerOrder(p.choice("sort", namesOf("", service.LedgerOrders())...))
	return q
}

// namesOf returns words as texts, with one before them.
func namesOf[W ~string](first string, words []W) []string {
	out := []string{first}
	for _, w := range words {
		out = append(out, string(w))
	}
	return out
}

// wordsOf reads a list of which each must be one of some words.
func wordsOf[W ~string](p *params, name string, of ...W) []W {
	var out []W
	for _, given := range p.list(name) {
		known := false
		for _, w := range of {
			known = known || string(w) == given
		}
		if !known {
			p.fail(name, &mistake{"want_choice", []any{name, given, listOf(of)}, "%s %q: want one of %s"})
			continue
		}
		out = append(out, W(given))
	}
	return out
}

func listOf[W ~string](words []W) string {
	out := ""
	for i, w := range words {
		if i > 0 {
			out += ", "
		}
		out += string(w)
	}
	return out
}

// ledgerQuery returns the parameters of an address that say which promises are
// asked for, those named left out.
func ledgerQuery(u *url.URL, without ...string) url.Values {
	out := url.Values{}
	for _, name := range []string{"org", "year", "status", "light", "kind", "review", "owner", "text", "report", "sort", "today"} {
		if v := u.Query()[name]; len(v) > 0 && v[0] != "" {
			out[name] = v
		}
	}
	for _, name := range without {
		out.Del(name)
	}
	return out
}

// addressed returns an address with a query; an empty one leaves no mark.
func addressed(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}
