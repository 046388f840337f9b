package web

import (
	"maps"
	"net/http"
	"net/url"
	"slices"

	"taizhang/report"
	"taizhang/service"
)

// reviewPage is the queue of lines that nobody has looked at, one at a time.
type reviewPage struct {
	Line     *promisePage // the line to look at; nil: none is left
	At, Left int          // its number in the queue, and how many there are
	Next     string       // address of the following line; empty: it is the only one
	Previous string
	Fields   []formField // the queue's conditions, for forms
	Who      string
	Said     string // what was done last; empty: nothing
	Undo     string // id of the last decision of this person's review; empty: there is none
	Ledger   string // address of the list with the same conditions
	Statuses []report.Status
}

// review shows the line that the address names, else the first of the queue.
func (s *server) review(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := ledgerRequest(p)
	at, said := p.text("at"), p.text("said")
	if err := p.err(); err != nil {
		return nil, err
	}
	queue, err := s.reviewQueue(q)
	if err != nil {
		return nil, err
	}
	rest := ledgerQuery(r.URL, "review", "sort")
	out := reviewPage{Left: len(queue), Who: authorOf(r), Ledger: addressed(ledgerPath, rest), Fields: fieldsOf(rest),
		Statuses: service.Statuses()}
	if slices.Contains(saidWords(), said) {
		out.Said = said
	}
	if out.Undo, err = s.lastReviewed(out.Who); err != nil || len(queue) == 0 {
		return out, err
	}
	i := max(0, slices.IndexFunc(queue, func(l report.Commitment) bool { return l.ID == at }))
	found, err := s.service.Promise(queue[i].ID, q.Today)
	if err != nil {
		return nil, err
	}
	line := s.promisePage(found)
	line.Self = promiseURL(found.ID, r.URL.Query().Get("today"))
	out.Line, out.At = &line, i+1
	if len(queue) > 1 {
		out.Next = reviewAt(rest, queue[(i+1)%len(queue)].ID)
		out.Previous = reviewAt(rest, queue[(i+len(queue)-1)%len(queue)].ID)
	}
	return out, nil
}

// fieldsOf returns parameters as hidden fields of a form, sorted.
func fieldsOf(q url.Values) []formField {
	var out []formField
	for _, name := range slices.Sorted(maps.Keys(q)) {
		for _, v := range q[name] {
			out = append(out, formField{name, v})
		}
	}
	return out
}

// reviewQueue returns the lines to be looked at, the urgent first.
func (s *server) reviewQueue(q service.LedgerRequest) ([]report.Commitment, error) {
	q.Review, q.Sort = []service.ReviewState{service.ReviewOpen}, service.ByUrgency
	return s.service.Ledger(q)
}

// reviewAt returns the address of a line in the queue.
func reviewAt(conditions url.Values, id string) string {
	q := url.Values{"at": {id}}
	for name, values := range conditions {
		q[name] = values
	}
	return addressed(reviewPath, q)
}
