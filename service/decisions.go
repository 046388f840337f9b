package service

import (
	"context"
	"fmt"
	"io"
	"slices"

	"taizhang/decision"
	"taizhang/library"
	"taizhang/report"
)

// DecideRequest is a decision as people word it: what it is about is given by
// the ids that ledger, facts and the list of reports show.
type DecideRequest struct {
	Author
	Kind    report.DecisionKind
	Target  string // id of a promise, a fact or a report
	Other   string // of a link: id of the fact that answers; of a merge of promises: id of the other
	Field   string
	Subject string
	Full    string
	Value   string
}

// Decide writes decisions down, all or none. Reports whose office, kind or year
// was corrected are extracted again, for times are counted from the year.
func (s *Service) Decide(ctx context.Context, all ...DecideRequest) ([]report.Decision, error) {
	var out []report.Decision
	for _, q := range all {
		d, err := s.worded(q)
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	made, err := s.library.Decide(out...)
	if err != nil {
		return nil, err
	}
	return made, s.extractDecided(ctx, made)
}

// worded turns a request into a decision.
func (s *Service) worded(q DecideRequest) (report.Decision, error) {
	d := s.decision(q.Author, q.Kind)
	d.Field, d.Subject, d.Full, d.Value = q.Field, q.Subject, q.Full, q.Value
	var err error
	if q.Kind == report.DecisionConfirm && q.Value == "" {
		if d.Value, err = s.statusOf(q.Target); err != nil {
			return d, err
		}
	}
	if q.Target != "" {
		if d.Target, err = s.Locate(q.Target); err != nil {
			return d, err
		}
	}
	if q.Other != "" {
		if d.Other, err = s.Locate(q.Other); err != nil {
			return d, err
		}
	}
	if q.Kind == report.DecisionValue || q.Kind == report.DecisionFact && q.Field == report.FieldValue {
		p, giveBack := s.borrow()
		v, ok := p.Quantity(q.Value)
		giveBack()
		if !ok {
			return d, invalid("value", fmt.Errorf("value %s: want a number with its unit, such as 240亿元 or 97%%", q.Value))
		}
		d.Quantity = &v
	}
	return d, nil
}

// statusOf returns the status that the promise of an id has, which a person
// confirms.
func (s *Service) statusOf(id string) (string, error) {
	lines, err := s.ledgerOn(s.Today())
	for i := range lines {
		if lines[i].ID == id {
			return string(lines[i].Status), err
		}
	}
	return "", err
}

// Locate returns the key of what an id names: a report, a promise or a fact. The
// error wraps library.ErrNoReport where there is none.
func (s *Service) Locate(id string) (report.DecisionKey, error) {
	if key, err := s.library.DocumentNamed(id); err == nil {
		return key, nil
	}
	lines, err := s.ledgerOn(s.Today())
	if err != nil {
		return report.DecisionKey{}, err
	}
	for i := range lines {
		if lines[i].ID == id {
			return s.keyOfLine(&lines[i])
		}
	}
	return s.locateFact(id)
}

// keyOfLine names the place of a promise. It waits for no import, as looking for
// the id among those of all reports does.
func (s *Service) keyOfLine(l *report.Commitment) (report.DecisionKey, error) {
	r, err := s.library.Extracted(l.MadeIn)
	if err != nil {
		return report.DecisionKey{}, err
	}
	if key, ok := decision.KeyOfPromise(r, l); ok {
		return key, nil
	}
	return s.locateFact(l.ID)
}

func (s *Service) locateFact(id string) (report.DecisionKey, error) {
	if key, ok := s.locateSentence(id); ok {
		return key, nil
	}
	for _, e := range s.library.Reports() {
		r, err := s.library.Extracted(e.ID)
		if err != nil {
			return report.DecisionKey{}, err
		}
		if i := slices.IndexFunc(r.Facts, func(f report.Fact) bool { return f.ID == id }); i >= 0 {
			return decision.KeyOf(r, &r.Facts[i]), nil
		}
	}
	return report.DecisionKey{}, invalid("id", fmt.Errorf("%s: %w, nor a fact or promise of that id", id, library.ErrNoReport))
}

// extractDecided extracts reports again whose office, kind or year decisions
// changed.
func (s *Service) extractDecided(ctx context.Context, made []report.Decision) error {
	changes := func(d report.Decision) bool { return d.Kind == report.DecisionReport || d.Kind == report.DecisionUndo }
	if !slices.ContainsFunc(made, changes) {
		return nil
	}
	ids, err := s.library.Reworded()
	if err != nil || len(ids) == 0 {
		return err
	}
	_, err = s.Reextract(ctx, ids, nil)
	return err
}

// UndoAny takes decisions of any kind back, all of them or none.
func (s *Service) UndoAny(ctx context.Context, a Author, ids ...string) ([]report.Decision, error) {
	made, err := s.Undo(a, ids...)
	if err != nil {
		return nil, err
	}
	return made, s.extractDecided(ctx, made)
}

// Orphans returns the decisions whose place is not there any more, and those
// about promises that the plans do not make any more.
func (s *Service) Orphans() ([]decision.Orphan, error) {
	out, err := s.library.Orphans()
	if err != nil {
		return nil, err
	}
	offices, err := s.workOutLedger(s.Today())
	for _, o := range offices {
		for _, orphan := range o.orphans {
			if !slices.ContainsFunc(out, func(k decision.Orphan) bool { return k.Decision.ID == orphan.Decision.ID }) {
				out = append(out, orphan)
			}
		}
	}
	return out, err
}

// Rehouse gives an orphaned decision the place that is offered: the same is
// decided there, and the orphan taken back.
func (s *Service) Rehouse(a Author, id string) ([]report.Decision, error) {
	all, err := s.Orphans()
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(o decision.Orphan) bool { return o.Decision.ID == id })
	if i < 0 || all[i].Place.IsZero() {
		return nil, invalid("id", fmt.Errorf("%s: want an orphan to which a place is offered; taizhang decide orphans lists them", id))
	}
	undo := s.decision(a, report.DecisionUndo)
	undo.Undoes = id
	moved := all[i].Decision
	moved.Target, moved.Who, moved.When = all[i].Place, a.Who, undo.When
	if a.Why != "" {
		moved.Why = a.Why
	}
	return s.library.Decide(moved, undo)
}

// ExportDecisions writes every decision ever made as JSON lines, and returns how
// many they are.
func (s *Service) ExportDecisions(w io.Writer) (int, error) {
	all, err := s.library.Decisions()
	if err != nil {
		return 0, err
	}
	return len(all), decision.Write(w, all)
}

// ImportDecisions takes in decisions that another library exported, those that
// are here already left out.
func (s *Service) ImportDecisions(ctx context.Context, r io.Reader) ([]report.Decision, error) {
	all, err := decision.Read(r)
	if err != nil {
		return nil, err
	}
	made, err := s.library.ImportDecisions(all)
	if err != nil {
		return nil, err
	}
	return made, s.extractDecided(ctx, made)
}

// Removed returns the removed reports.
func (s *Service) Removed() ([]library.Removed, error) { return s.library.Removed() }
