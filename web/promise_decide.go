package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"taizhang/report"
	"taizhang/service"
)

// The words of forms beside the kinds of decisions.
const (
	doUndo = "undo"
	doSign = "sign" // only says who sits at this browser
)

// saidWords are what a page can say was done.
func saidWords() []string {
	out := []string{doUndo}
	for _, k := range promiseKinds() {
		out = append(out, string(k))
	}
	return out
}

// promiseKinds are the kinds of decisions that can be made on the page of a promise.
func promiseKinds() []report.DecisionKind {
	return []report.DecisionKind{report.DecisionConfirm, report.DecisionStatus, report.DecisionValue, report.DecisionLink,
		report.DecisionOwner, report.DecisionDue, report.DecisionClose, report.DecisionWrong, report.DecisionComment, report.DecisionMerge}
}

// promiseDecided is a decision on a promise as it is sent.
type promiseDecided struct {
	Who      string `json:"who"`
	Why      string `json:"why"`
	Kind     string `json:"kind"` // one of promiseKinds, or undo
	Value    string `json:"value"`
	Field    string `json:"field"`
	Other    string `json:"other"`    // of a link: id of a candidate, or of an answer; of a merge: id of the promise that is the same
	Decision string `json:"decision"` // of an undo: id of the decision to take back
}

// formDecision reads a decision out of a form.
func formDecision(r *http.Request, a service.Author) promiseDecided {
	return promiseDecided{Who: a.Who, Why: a.Why, Kind: r.PostFormValue("do"), Value: strings.TrimSpace(r.PostFormValue("value")),
		Field: r.PostFormValue("field"), Other: r.PostFormValue("other"), Decision: r.PostFormValue("decision")}
}

// decidePromise takes in what a form on the page of a promise decides.
func (s *server) decidePromise(w http.ResponseWriter, r *http.Request) (any, error) {
	a, err := authorSent(w, r)
	id, d, today := r.PathValue("id"), formDecision(r, a), r.PostFormValue("today")
	if err == nil && d.Kind == doSign {
		return redirect(promiseURL(id, today) + "#decide"), nil
	}
	if err == nil {
		err = s.decideOnPromise(r.Context(), id, d)
	}
	if err != nil {
		return s.again(w, asShown(r, promiseURL(id, today)), decisionForm(d, err), s.promise)
	}
	return redirect(promiseSaid(id, today, d.Kind)), nil
}

// decideOnPromise writes a decision down.
func (s *server) decideOnPromise(ctx context.Context, id string, d promiseDecided) error {
	a := service.Author{Who: d.Who, Why: d.Why}
	if d.Kind == doUndo {
		_, err := s.service.UndoAny(ctx, a, d.Decision)
		return asMistake("decision", err)
	}
	q := service.DecideRequest{Author: a, Kind: report.DecisionKind(d.Kind), Target: id, Value: d.Value}
	switch q.Kind {
	case report.DecisionConfirm, report.DecisionClose, report.DecisionWrong:
		q.Value = ""
	case report.DecisionValue:
		q.Field = d.Field
	case report.DecisionLink:
		q.Other = d.Other
	case report.DecisionMerge: // the other one goes into this one
		q.Field, q.Value, q.Target, q.Other = report.FieldPromise, "", d.Other, id
		if d.Other == "" {
			return &service.InvalidError{Field: "other", Err: &mistake{"want_other", nil, "want the promise that is the same"}}
		}
	}
	if err := checkPromiseDecision(d, q); err != nil {
		return err
	}
	_, err := s.service.Decide(ctx, q)
	return asMistake("value", err)
}

// decisionForm returns the form by which a decision was sent, which has a
// mistake: who has not said who decides finds that form alone.
func decisionForm(d promiseDecided, err error) refusedForm {
	f := refusedForm{name: d.Kind, err: err}
	if invalid := new(service.InvalidError); d.Who == "" && errors.As(err, &invalid) && invalid.Field == formWho {
		f.name = doSign
	}
	return f
}

// checkPromiseDecision refuses kinds that are not about promises, and closing
// one without a reason.
func checkPromiseDecision(d promiseDecided, q service.DecideRequest) error {
	if !slices.Contains(promiseKinds(), q.Kind) {
		return &service.InvalidError{Field: "kind", Err: fmt.Errorf("kind %q: want a kind of decision on promises", d.Kind)}
	}
	if q.Kind == report.DecisionClose && q.Why == "" {
		return &service.InvalidError{Field: "why", Err: &mistake{"want_why", nil, "want a reason to close a promise"}}
	}
	return nil
}

// asMistake takes what the library refuses of a form for a mistake in it: it
// comes with a hint of what is wanted.
func asMistake(field string, err error) error {
	if err == nil || !strings.HasPrefix(err.Error(), "decide: ") {
		return err
	}
	return &service.InvalidError{Field: field, Err: err}
}
