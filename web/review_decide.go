package web

import (
	"maps"
	"net/http"
	"net/url"
	"slices"

	"taizhang/report"
	"taizhang/service"
)

// reviewed takes in what was decided on a line of the queue and leads to the
// line that follows; undo takes the last decision back and leads to its line.
// The form holds do, who, id, decision, and the queue's conditions.
func (s *server) reviewed(w http.ResponseWriter, r *http.Request) (any, error) {
	a, err := authorSent(w, r)
	conditions := ledgerQuery(&url.URL{RawQuery: r.PostForm.Encode()}, "review", "sort")
	d := formDecision(r, a)
	var to redirect
	if err == nil {
		to, err = s.reviewedLine(r, d, conditions)
	}
	if err != nil {
		return s.again(w, asShown(r, reviewAt(conditions, r.PostFormValue("id"))), decisionForm(d, err), s.review)
	}
	return to, nil
}

// reviewedLine does what a form of the queue asks for and returns where to go on.
func (s *server) reviewedLine(r *http.Request, d promiseDecided, conditions url.Values) (redirect, error) {
	id := r.PostFormValue("id")
	switch d.Kind {
	case doSign:
		return redirect(reviewAt(conditions, id)), nil
	case doUndo:
		return s.reviewUndone(r, service.Author{Who: d.Who, Why: d.Why}, conditions)
	}
	next, err := s.followingInQueue(conditions, id)
	if err != nil {
		return "", err
	}
	if err := s.decideOnPromise(r.Context(), id, d); err != nil {
		return "", err
	}
	to := url.Values{"at": {next}, "said": {d.Kind}}
	maps.Copy(to, conditions)
	return redirect(addressed(reviewPath, to)), nil
}

// followingInQueue returns the id of the line behind one, before that is
// decided on and leaves the queue; that of the first behind the last.
func (s *server) followingInQueue(conditions url.Values, id string) (string, error) {
	p := &params{values: conditions}
	q := ledgerRequest(p)
	if err := p.err(); err != nil {
		return "", err
	}
	queue, err := s.reviewQueue(q)
	if err != nil || len(queue) == 0 {
		return "", err
	}
	i := slices.IndexFunc(queue, func(l report.Commitment) bool { return l.ID == id })
	return queue[(i+1)%len(queue)].ID, nil
}

// reviewUndone takes a decision back.
func (s *server) reviewUndone(r *http.Request, a service.Author, conditions url.Values) (redirect, error) {
	decided := r.PostFormValue("decision")
	lines, err := s.service.Ledger(service.LedgerRequest{})
	if err != nil {
		return "", err
	}
	to := url.Values{"said": {doUndo}}
	maps.Copy(to, conditions)
	for _, l := range lines {
		if slices.ContainsFunc(l.Decided, func(d report.Decision) bool { return d.ID == decided }) {
			to.Set("at", l.ID)
		}
	}
	if _, err := s.service.UndoAny(r.Context(), a, decided); err != nil {
		return "", asMistake("decision", err)
	}
	return redirect(addressed(reviewPath, to)), nil
}

// lastReviewed returns the id of the last decision in force by which somebody
// reviewed a line, "" where there is none.
func (s *server) lastReviewed(who string) (string, error) {
	h, err := s.service.Decisions()
	if err != nil {
		return "", err
	}
	for _, d := range slices.Backward(h.Decisions) {
		reviews := d.Kind == report.DecisionConfirm || d.Kind == report.DecisionStatus ||
			d.Kind == report.DecisionWrong
		if d.Who == who && !h.Undone[d.ID] && reviews {
			return d.ID, nil
		}
	}
	return "", nil
}
