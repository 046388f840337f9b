package service

import (
	"fmt"
	"slices"
	"time"

	"taizhang/decision"
	"taizhang/names"
	"taizhang/report"
)

// Author says who decides and why.
type Author struct {
	Who string `json:"who"`
	Why string `json:"why,omitempty"`
}

// decision returns a decision of the author's, made now.
func (s *Service) decision(a Author, kind report.DecisionKind) report.Decision {
	return report.Decision{Kind: kind, Who: a.Who, Why: a.Why, When: s.settings.Clock().UTC().Truncate(time.Second)}
}

// DecideNamesRequest confirms or rejects names.
type DecideNamesRequest struct {
	Author
	Names []string `json:"names"`
	Value string   `json:"value"`          // report.NameConfirmed or NameRejected
	Org   string   `json:"org,omitempty"`  // only proposals from offices whose name contains this
	Full  string   `json:"full,omitempty"` // the full form of a name that was not proposed
}

// DecidedError is the error of a name that somebody decided on before.
type DecidedError struct{ Decision report.Decision }

func (e *DecidedError) Error() string {
	return fmt.Sprintf("%s is decided on already (%s, by %s)", e.Decision.Subject, e.Decision.Value, e.Decision.Who)
}

// NotProposedError is the error of a name that was not proposed.
type NotProposedError struct{ Name string }

func (e *NotProposedError) Error() string { return e.Name + " is not proposed" }

// DecideNames decides on proposed names, all of them or none; shortened forms
// are decided on with them. Confirmed names become words of the dictionary when
// the library is opened the next time.
func (s *Service) DecideNames(q DecideNamesRequest) ([]report.Decision, error) {
	proposed, err := s.Names(NamesRequest{Org: q.Org})
	if err != nil {
		return nil, err
	}
	base := s.decision(q.Author, report.DecisionName)
	base.Value = q.Value
	var out []report.Decision
	for _, name := range q.Names {
		subjects := q.subjects(name, proposed)
		if len(subjects) == 0 {
			return nil, s.notProposed(name)
		}
		for _, subject := range subjects {
			d := base
			d.Subject, d.Full = subject[0], subject[1]
			if !slices.Contains(out, d) {
				out = append(out, d)
			}
		}
	}
	return s.library.Decide(out...)
}

// notProposed says why a name cannot be decided on.
func (s *Service) notProposed(name string) error {
	decisions, err := s.library.Decisions()
	if err != nil {
		return err
	}
	for _, d := range decision.OfKind(decision.InForce(decisions), report.DecisionName) {
		if d.Subject == name {
			return &DecidedError{d}
		}
	}
	return &NotProposedError{name}
}

// subjects returns the forms of a name, each with its full form.
func (q DecideNamesRequest) subjects(name string, proposed []names.Proposal) [][2]string {
	if q.Full != "" {
		return [][2]string{{name, q.Full}}
	}
	var out [][2]string
	for _, p := range proposed {
		if p.Name != name && !slices.Contains(p.Forms, name) {
			continue
		}
		for _, form := range append([]string{p.Name}, p.Forms...) {
			out = append(out, [2]string{form, p.Full})
		}
	}
	return out
}

// Undo takes decisions back, all of them or none.
func (s *Service) Undo(a Author, ids ...string) ([]report.Decision, error) {
	var out []report.Decision
	for _, id := range ids {
		d := s.decision(a, report.DecisionUndo)
		d.Undoes = id
		out = append(out, d)
	}
	return s.library.Decide(out...)
}

// History is every decision ever made.
type History struct {
	Decisions []report.Decision `json:"decisions"` // oldest first, taken back or not
	Undone    map[string]bool   `json:"undone"`    // ids of those taken back
}

// Decisions returns every decision ever made.
func (s *Service) Decisions() (History, error) {
	all, err := s.library.Decisions()
	return History{listed(all), decision.Undone(all)}, err
}
