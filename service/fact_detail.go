package service

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"taizhang/decision"
	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/series"
)

// FactDetail is all there is to know of one fact.
type FactDetail struct {
	Fact     report.Fact         `json:"fact"`           // as people corrected it
	Found    report.Fact         `json:"found"`          // as it was extracted
	Rejected bool                `json:"rejected"`       // somebody said that it is none
	Rule     *pipeline.RuleEntry `json:"rule,omitempty"` // nil: that rule is not in force any more
	Why      *FactReason         `json:"why,omitempty"`  // nil: today's rules do not find it in the sentence alone
	Findings []series.Finding    `json:"findings"`       // arithmetic that it takes part in
	Parts    []report.Fact       `json:"parts"`          // 其中
	Whole    *report.Fact        `json:"whole,omitempty"`
	Source   []SourceLine        `json:"source"`  // where it stands in the original
	History  []Past              `json:"history"` // decisions on it, oldest first
}

// FactReason is why the rules make the fact of its sentence.
type FactReason struct {
	Steps []string       `json:"steps"` // how the value was attributed, in Chinese
	Tries []pipeline.Try `json:"tries"` // rules tried on the sentence
}

// SourceLine is a line of the original, as it was read.
type SourceLine struct {
	Page   int    `json:"page,omitempty"`
	Before string `json:"before"`
	Words  string `json:"words"` // of the fact
	After  string `json:"after"`
}

// Past is a decision, and whether it was taken back.
type Past struct {
	report.Decision
	Undone bool `json:"undone"`
}

// pastOfPromise returns the decisions on a promise, and those by which another
// one was made one with it.
func (s *Service) pastOfPromise(key report.DecisionKey) ([]Past, error) {
	all, err := s.library.Decisions()
	if err != nil {
		return nil, err
	}
	undone, out := decision.Undone(all), []Past{}
	for _, d := range decision.Trace(all, func(d report.Decision) bool {
		return d.Target.Identity() == key.Identity() || d.Kind == report.DecisionMerge && d.Other.Identity() == key.Identity()
	}) {
		out = append(out, Past{d, undone[d.ID]})
	}
	return out, nil
}

// ErrNoFact is the error of an id that no fact of the report has.
var ErrNoFact = fmt.Errorf("no such fact: %w", library.ErrNoReport)

// FactDetail returns a fact of a report, also one that was rejected. The error
// is ErrNoFact where there is none.
func (s *Service) FactDetail(ctx context.Context, id, fact string) (FactDetail, error) {
	found, i, err := s.extracted(id, fact)
	if err != nil {
		return FactDetail{}, err
	}
	r, err := s.library.Report(id)
	if err != nil {
		return FactDetail{}, err
	}
	d := FactDetail{Found: found.Facts[i], Fact: found.Facts[i], Rejected: true,
		Findings: []series.Finding{}, Parts: []report.Fact{}}
	for k := range r.Facts {
		f := &r.Facts[k]
		switch {
		case f.ID == fact:
			d.Fact, d.Rejected = *f, false
		case f.PartOf == fact:
			d.Parts = append(d.Parts, *f)
		case f.ID == d.Found.PartOf:
			d.Whole = f
		}
	}
	for _, f := range series.Check(*r) {
		if slices.Contains(f.Facts, fact) {
			d.Findings = append(d.Findings, f)
		}
	}
	d.Rule, d.Why = s.reason(&d.Found)
	if d.Source, err = s.sourceLines(ctx, r, d.Found.Place); err != nil {
		return FactDetail{}, err
	}
	d.History, err = s.past(decision.KeyOf(found, &found.Facts[i]))
	return d, err
}

// extracted returns a report as it was extracted, and the index of a fact.
func (s *Service) extracted(id, fact string) (*report.Report, int, error) {
	r, err := s.library.Extracted(id)
	if err != nil {
		return nil, 0, err
	}
	i := slices.IndexFunc(r.Facts, func(f report.Fact) bool { return f.ID == fact })
	if i < 0 {
		return nil, 0, fmt.Errorf("fact %s of report %s: %w", fact, id, ErrNoFact)
	}
	return r, i, nil
}

// reason has the rules in force say why they make a fact of its sentence.
func (s *Service) reason(f *report.Fact) (*pipeline.RuleEntry, *FactReason) {
	p, giveBack := s.borrow()
	defer giveBack()
	var rule *pipeline.RuleEntry
	if e, ok := p.Rule(f.Rule); ok {
		rule = &e
	}
	for _, e := range p.Explain(f.Sentence, f.Part, pipeline.Hints{Org: f.Org, Year: f.Year}, f.Rule) {
		if !slices.ContainsFunc(e.Facts, func(g report.Fact) bool { return g.Text == f.Text && g.Rule == f.Rule }) {
			continue
		}
		why := FactReason{Steps: []string{}, Tries: []pipeline.Try{}}
		for _, m := range e.Mentions {
			if strings.Contains(f.Text, m.Words) {
				why.Steps = append(why.Steps, m.Steps...)
			}
		}
		why.Steps = slices.Compact(why.Steps)
		for _, t := range e.Tries {
			if t.Matched != "" || t.Rule == f.Rule {
				why.Tries = append(why.Tries, t)
			}
		}
		return rule, &why
	}
	return rule, nil
}

// sourceLines returns the lines of the original on which a place stands; none
// where the original is read otherwise now, or is gone.
func (s *Service) sourceLines(ctx context.Context, r *report.Report, at report.Place) ([]SourceLine, error) {
	out := []SourceLine{}
	text, err := s.withSource(ctx, r)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return out, nil
	}
	raw := text.Source.Raw
	for _, l := range linesAt(text.Source, at) {
		out = append(out, SourceLine{l.page, raw[l.line.Span.Start:l.want.Start], l.want.Of(raw), raw[l.want.End:l.line.Span.End]})
	}
	return out, nil
}

// past returns the decisions about a place, oldest first.
func (s *Service) past(key report.DecisionKey) ([]Past, error) {
	all, err := s.library.Decisions()
	if err != nil {
		return nil, err
	}
	undone, out := decision.Undone(all), []Past{}
	for _, d := range decision.History(all, key) {
		out = append(out, Past{d, undone[d.ID]})
	}
	return out, nil
}
