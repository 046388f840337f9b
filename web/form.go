package web

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"taizhang/report"
	"taizhang/service"
)

// formAgain is a page that is shown again because a form on it has a mistake.
type formAgain struct {
	page any
	form refusedForm
}

// refusedForm is a form that was sent and has a mistake.
type refusedForm struct {
	name  string // which of the page's forms
	field string // that is wrong
	err   error
	sent  url.Values // what was typed stays
}

// input is a field of a form as it is shown.
type input struct {
	Value string
	Wrong string // what is wrong with it; empty: nothing
}

// formWho is the field of who decides.
const formWho = "who"

// again shows a page again where a form on it has a mistake; the page is that of
// address. Every other error stays what it is.
func (s *server) again(w http.ResponseWriter, r *http.Request, form refusedForm, show shower) (any, error) {
	var invalid *service.InvalidError
	if !errors.As(form.err, &invalid) {
		return nil, form.err
	}
	form.field, form.sent = invalid.Field, r.PostForm
	page, err := show(w, r)
	if err != nil {
		return nil, form.err
	}
	return formAgain{page, form}, nil
}

// asShown returns the request as a browser would ask for the page of an address,
// after it was told who decides.
func asShown(r *http.Request, address string) *http.Request {
	shown := r.Clone(r.Context())
	shown.Method = http.MethodGet
	if u, err := url.Parse(address); err == nil {
		shown.URL = u
	}
	if who := strings.TrimSpace(r.PostFormValue(formWho)); who != "" && authorOf(r) == "" {
		shown.AddCookie(&http.Cookie{Name: authorCookie, Value: url.QueryEscape(who)})
	}
	return shown
}

// Input returns a field of a form: as it was typed where the form has a mistake,
// else as given.
func (v *view) Input(form, field, value string) input {
	if v.refused == nil || v.refused.name != form {
		return input{Value: value}
	}
	in := input{Value: value}
	if sent, ok := v.refused.sent[field]; ok {
		in.Value = sent[0]
	}
	if v.refused.field == field {
		in.Wrong = v.Refused()
	}
	return in
}

// Refused says what is wrong with the form that was sent; empty: nothing.
func (v *view) Refused() string {
	if v.refused == nil {
		return ""
	}
	if m := new(mistake); errors.As(v.refused.err, &m) {
		return v.T("problem."+m.key, m.args...)
	}
	if key := wantedIn(v.refused.name, v.refused.field); strings.Contains(v.refused.err.Error(), "want") && key != "" {
		return v.T("problem." + key)
	}
	return v.refused.err.Error()
}

// wantedIn returns the key of the message that says what a field takes, "" where
// there is none.
func wantedIn(form, field string) string {
	switch {
	case form == string(report.DecisionDue) && field == "value", field == report.FieldDue:
		return "want_day"
	case field == report.FieldYear, field == report.FieldPlanned:
		return "want_year"
	case form == string(report.DecisionValue) && field == "value", form == "correct" && field == report.FieldValue:
		return "want_quantity"
	case field == report.FieldPeriod:
		return "want_period"
	case field == "value", field == report.FieldOrg, field == report.FieldKind:
		return "want_text"
	}
	return ""
}
