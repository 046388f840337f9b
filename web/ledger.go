package web

import (
	"net/http"
	"net/url"
	"slices"

	"taizhang/index"
	"taizhang/report"
	"taizhang/service"
)

// ledgerPage is the list of promises.
type ledgerPage struct {
	Query  service.LedgerRequest
	Counts service.LedgerCounts
	Facets []ledgerFacet // what narrows the list by a click
	Org    string        // part of a name that the address asks for; empty: a whole name, or none
	Hidden []formField   // what the form keeps of the address
	Lines  []ledgerLine
	Pager  pager
	All    string // address without any condition; empty: there is none
	Review string // address of the queue with the same conditions
	ToDo   int    // lines to be confirmed there
	Keep   []ledgerFile
}

// formField is a hidden field of a form.
type formField struct{ Name, Value string }

// ledgerLine is a promise as a row of the list.
type ledgerLine struct {
	*report.Commitment
	URL     string
	Promise promiseQuote
	Answer  *answerQuote // the best; nil: there is none
	More    int          // answers beside it
	Before  int          // other years in which it was promised
	Review  service.ReviewState
}

const (
	promisesAPage  = 40
	quotedAround   = 36 // characters of a sentence beside the promise
	quotedOfAnswer = 120
)

// ledger lists the promises that the filters want, or hands them out as a file.
func (s *server) ledger(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q, format := ledgerRequest(p), p.choice("format", append([]string{""}, ledgerFormats()...)...)
	page := index.Page{Offset: p.number("offset"), Limit: promisesAPage}
	if err := p.err(); err != nil {
		return nil, err
	}
	lines, err := s.service.Ledger(q)
	if err != nil {
		return nil, err
	}
	if format != "" {
		return s.ledgerDownload(r, format, q, lines)
	}
	counts, err := s.service.LedgerCounts(q)
	if err != nil {
		return nil, err
	}
	out := ledgerPage{Query: q, Counts: counts, Facets: ledgerFacets(r.URL, q, counts),
		Pager: newPager(r.URL, page, len(lines)), ToDo: counts.Review[service.ReviewOpen], Keep: ledgerFiles(r.URL),
		Review: addressed(reviewPath, ledgerQuery(r.URL, "review", "sort"))}
	if !slices.Contains(counts.Offices, q.Org) {
		out.Org = q.Org
	}
	if len(ledgerQuery(r.URL, "sort", "today")) > 0 {
		out.All = addressed(ledgerPath, ledgerQuery(&url.URL{RawQuery: url.Values{"today": r.URL.Query()["today"]}.Encode()}))
	}
	for _, name := range []string{"status", "light", "review", "report"} {
		for _, value := range ledgerQuery(r.URL)[name] {
			out.Hidden = append(out.Hidden, formField{name, value})
		}
	}
	filed, today := s.filedReports(), r.URL.Query().Get("today")
	for _, l := range cut(lines, page) {
		out.Lines = append(out.Lines, s.ledgerLine(filed, l, today))
	}
	return out, nil
}

// Where the pages of the ledger are.
const (
	ledgerPath = "/ledger"
	reviewPath = "/ledger/review"
)

func (s *server) ledgerLine(filed filedReports, l report.Commitment, today string) ledgerLine {
	line := ledgerLine{Commitment: &l, URL: promiseURL(l.ID, today), Promise: s.promiseQuote(filed, &l, quotedAround),
		Before: len(l.Chain), Review: service.Reviewed(l)}
	if len(l.Answers) > 0 {
		best := s.answerQuote(filed, l.Answers[0], quotedOfAnswer)
		line.Answer, line.More = &best, len(l.Answers)-1
	}
	return line
}

// promiseURL returns the address of a promise as of a day, which may be empty.
func promiseURL(id, today string) string {
	u := ledgerPath + "/" + url.PathEscape(id)
	if today != "" {
		u += "?" + url.Values{"today": {today}}.Encode()
	}
	return u
}
