package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"taizhang/index"
	"taizhang/report"
	"taizhang/service"
)

// mergeForm says that two names are one, and lists what was said so before.
type mergeForm struct {
	Action string // where it is sent
	Name   string // that is said to be another; empty: it is chosen
	Names  []string
	Made   []report.Decision // in force, about Name where there is one
	Who    string            // decides at this browser; empty: not known yet
}

// mostNames is how many names a form offers; others can be typed.
const mostNames = 300

// mergeForm returns the form of names of a field; name may be empty.
func (s *server) mergeForm(r *http.Request, action, field, name string, names []string) (mergeForm, error) {
	f := mergeForm{Action: action, Name: name, Who: authorOf(r)}
	for _, n := range names {
		if n != "" && n != name && len(f.Names) < mostNames {
			f.Names = append(f.Names, n)
		}
	}
	all, err := s.service.Merges(field)
	for _, d := range all {
		if name == "" || d.Subject == name || d.Full == name {
			f.Made = append(f.Made, d)
		}
	}
	return f, err
}

// mergeSent is what the form decides.
type mergeSent struct {
	Who     string `json:"who"`
	Why     string `json:"why"`
	Field   string `json:"field"`   // indicator or org
	Subject string `json:"subject"` // the name that is another one
	Full    string `json:"full"`    // the one it goes by from now on
}

// mergeNames takes the form in: a name is another one, or what was said of it is
// taken back. at returns the address that shows a name.
func (s *server) mergeNames(field string, at func(name string) string) func(http.ResponseWriter, *http.Request) (any, error) {
	return func(w http.ResponseWriter, r *http.Request) (any, error) {
		a, err := authorSent(w, r)
		if err != nil {
			return nil, err
		}
		m := mergeSent{a.Who, a.Why, field, strings.TrimSpace(r.PostFormValue("subject")), strings.TrimSpace(r.PostFormValue("full"))}
		switch r.PostFormValue("do") {
		case doSign:
			return redirect(at(r.URL.Query().Get(field))), nil
		case doUndo:
			_, err := s.service.UndoAny(r.Context(), a, r.PostFormValue("decision"))
			return redirect(at(m.Subject)), asMistake("decision", err)
		}
		_, err = s.merge(r, m)
		return redirect(at(m.Full)), err
	}
}

// merge writes down that a name is another one.
func (s *server) merge(r *http.Request, m mergeSent) ([]report.Decision, error) {
	if m.Field != report.FieldIndicator && m.Field != report.FieldOrg {
		return nil, &service.InvalidError{Field: "field", Err: fmt.Errorf("field %q: want %s or %s", m.Field, report.FieldIndicator, report.FieldOrg)}
	}
	made, err := s.service.Decide(r.Context(), service.DecideRequest{Author: service.Author{Who: m.Who, Why: m.Why},
		Kind: report.DecisionMerge, Field: m.Field, Subject: m.Subject, Full: m.Full})
	return made, asMistake("full", err)
}

// apiMerge says that a name of an indicator or an office is another one.
func (s *server) apiMerge(r *http.Request, m mergeSent) (out listing[report.Decision], err error) {
	made, err := s.merge(r, m)
	return pageOf(r, index.Page{}, made), err
}

// apiMerges lists which names are others: field.
func (s *server) apiMerges(_ http.ResponseWriter, r *http.Request) (out listing[report.Decision], err error) {
	p := paramsOf(r)
	field, page := p.choice("field", report.FieldIndicator, report.FieldOrg), p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	all, err := s.service.Merges(field)
	return pageOf(r, page, all), err
}

// officeReports returns the address of the list of an office's reports.
func officeReports(org string) string {
	if org == "" {
		return "/reports"
	}
	return addressed("/reports", url.Values{"org": {org}})
}
