package track

import (
	"slices"

	"taizhang/decision"
	"taizhang/report"
)

// byHand says why a person's answer is one.
const byHand = "人工认定"

// value corrects the number promised, or the one reached.
func (x *deciding) value(c *report.Commitment, d report.Decision) {
	if d.Quantity == nil {
		return
	}
	i := max(0, slices.IndexFunc(c.Targets, func(t report.CommitmentTarget) bool { return sameUnit(t.Value, *d.Quantity) }))
	switch {
	case d.Field == report.FieldResult:
		if len(c.Answers) == 0 {
			c.Answers = []report.Answer{{Year: c.Year, Verdict: report.Mentions, Why: byHand, Score: 1}}
		}
		c.Answers[0].Value = d.Quantity
	case len(c.Targets) == 0:
		c.Targets = []report.CommitmentTarget{{Value: *d.Quantity}}
	default:
		c.Targets[i].Value = *d.Quantity
	}
	x.rejudge(c)
}

// link puts the sentence that a person named first, or takes one away.
func (x *deciding) link(c *report.Commitment, d report.Decision) {
	r := x.reports[d.Other.Document]
	if r == nil {
		return
	}
	place, ok := decision.Locate(r, d.Other)
	if !ok {
		return // decision.Orphans lists it
	}
	c.Answers = slices.DeleteFunc(c.Answers, func(a report.Answer) bool {
		return a.Report == r.ID && a.Place.Start <= place.Span.Start && place.Span.End <= a.Place.End
	})
	if d.Value != report.LinkNone {
		c.Answers = slices.Insert(c.Answers, 0, answerAt(r, place, report.Verdict(d.Value)))
	}
	x.rejudge(c)
}

// answerAt makes an answer of a place that a person named.
func answerAt(r *report.Report, place decision.Place, verdict report.Verdict) report.Answer {
	a := report.Answer{Report: r.ID, Year: r.Year(), Sentence: place.Span.Of(r.Text.Body), Place: r.Text.Place(place.Span),
		Verdict: verdict, Score: 1, Why: byHand}
	for _, p := range r.Sentences {
		if p.Span.Start <= place.Span.Start && place.Span.End <= p.Span.End {
			a.Sentence, a.Place = r.Words(p), r.Text.Place(p.Span)
		}
	}
	if len(place.Facts) > 0 {
		f := r.Facts[place.Facts[0]]
		a.Fact, a.Value = f.ID, f.Value
	}
	return a
}

// rejudge works the status out again after a correction: by the numbers where
// the first answer has one to compare, else by its verdict.
func (x *deciding) rejudge(c *report.Commitment) {
	l := &ledger{a: &answers{years: map[int]*reviews{}}, v: x.v, o: x.o}
	for _, r := range x.reports {
		l.a.years[r.Outline.Reviewed] = &reviews{}
	}
	if len(c.Answers) == 0 {
		p := promise{Commitment: *c}
		l.settle(&p)
		c.Status = p.Status
		return
	}
	a := &c.Answers[0]
	for _, t := range c.Targets {
		if a.Value == nil || !sameUnit(t.Value, *a.Value) || a.Why == byHand && a.Verdict != report.Supports && a.Report != "" {
			continue
		}
		p := &promise{Commitment: *c}
		read := l.byNumber(p, x.targetFact(c, t), spot{fact: x.answerFact(c, a)})
		c.Status, a.Verdict, a.Why = read.status, read.verdict, read.why
		return
	}
	c.Status = statusOf(a.Verdict)
}

// targetFact returns the fact of a target with the target's value.
func (x *deciding) targetFact(c *report.Commitment, t report.CommitmentTarget) report.Fact {
	f := report.Fact{Kind: report.KindCount}
	for _, r := range x.reports {
		if r.ID != c.MadeIn {
			continue
		}
		for _, g := range r.Facts {
			if slices.Contains(c.Facts, g.ID) && g.Value != nil {
				f = g
				if sameUnit(*g.Value, t.Value) {
					break
				}
			}
		}
	}
	value := t.Value
	f.Value, f.Comparison, f.Text = &value, t.Comparison, quantityText(value)
	return f
}

// answerFact returns the fact of an answer with the answer's value.
func (x *deciding) answerFact(c *report.Commitment, a *report.Answer) report.Fact {
	f := report.Fact{Value: a.Value, Modality: report.Actual}
	for _, r := range x.reports {
		if r.ID != a.Report {
			continue
		}
		if i := slices.IndexFunc(r.Facts, func(g report.Fact) bool { return g.ID == a.Fact }); i >= 0 {
			f = r.Facts[i]
		}
	}
	f.Value, f.Text = a.Value, quantityText(*a.Value)
	return f
}

// quantityText writes a value plainly for a reason.
func quantityText(v report.Value) string {
	s := v.Min.String()
	if !v.Min.Equal(v.Max) {
		s += "—" + v.Max.String()
	}
	return s + v.Unit
}

// statusOf is what a verdict makes of a promise.
func statusOf(v report.Verdict) report.Status {
	switch v {
	case report.Supports:
		return report.Done
	case report.Contradicts:
		return report.Missed
	case report.PartlyMet:
		return report.Partial
	}
	return report.Unverifiable
}
