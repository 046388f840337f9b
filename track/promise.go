package track

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"taizhang/report"
)

// promise is a line of the ledger in the making.
type promise struct {
	report.Commitment
	facts  []report.Fact // that it is made of; those with values are its targets
	span   report.Span   // of Text in Sentence
	dated  bool          // a date was given, not only the year
	object string        // the words by which what is promised is known
	goal   int           // stage of a project that is to be reached; 0 none
}

// promises returns the promises of one report's plan part: facts that set out
// to reach something. Facts that speak of one thing are one promise; see
// merge.
func (v *vocabulary) promises(r report.Report) []promise {
	var out []promise
	for _, group := range planFacts(r) {
		first := len(out)
		places := placesIn(group)
		for i, f := range group {
			p := newPromise(r, f, places[i], places)
			v.borrow(&p, out[first:])
			if !merge(out[first:], p) {
				out = append(out, p)
			}
		}
	}
	for i := range out {
		out[i].ID = id(out[i].Commitment)
	}
	return out
}

// borrow gives a promise that names only a part (5月底前开工、12月底前主体封顶) the
// object of the one before it in its clause.
func (v *vocabulary) borrow(p *promise, before []promise) {
	if len(before) == 0 || len(p.Targets) > 0 || len(grams(p.Subject)) == 0 || len(grams(v.solid(p.Subject))) > 0 {
		return
	}
	b := before[len(before)-1]
	if p.span.Start-b.span.End <= len("、") && p.Sentence[min(b.span.End, p.span.Start):p.span.Start] != "，" {
		p.Subject = b.Subject
	}
}

// planFacts groups the facts that promise something by their sentences.
func planFacts(r report.Report) [][]report.Fact {
	var out [][]report.Fact
	for _, f := range r.Facts {
		if !isPromise(f) {
			continue
		}
		if n := len(out); n > 0 && out[n-1][0].Sentence == f.Sentence {
			out[n-1] = append(out[n-1], f)
			continue
		}
		out = append(out, []report.Fact{f})
	}
	return out
}

func isPromise(f report.Fact) bool {
	return f.Part == report.Plan && f.Modality == report.Target && f.Kind != report.KindEvent
}

// placesIn finds the facts in the sentence they share. Facts come in the order
// of the text; where the first stands gives the places of the others.
func placesIn(group []report.Fact) []report.Span {
	sentence := group[0].Sentence
	var out []report.Span
	for _, f := range group {
		at := -1
		if first := strings.Index(sentence, group[0].Text); first >= 0 {
			at = first + f.Place.Start - group[0].Place.Start
		}
		if at < 0 || at > len(sentence) || !strings.HasPrefix(sentence[at:], f.Text) {
			at = strings.Index(sentence, f.Text)
		}
		if at < 0 {
			out = append(out, report.Span{Start: 0, End: len(sentence)})
			continue
		}
		out = append(out, report.Span{Start: at, End: at + len(f.Text)})
	}
	return out
}

func newPromise(r report.Report, f report.Fact, at report.Span, others []report.Span) promise {
	p := promise{Commitment: report.Commitment{
		Org:       r.Outline.Org,
		MadeIn:    r.ID,
		Year:      r.Outline.Planned,
		Sentence:  f.Sentence,
		Place:     f.Place,
		Section:   f.Section,
		Indicator: f.Indicator,
		Subject:   f.Subject,
		Action:    f.Action,
		Strength:  f.Strength,
		Testable:  f.Kind != report.KindTask || f.Testable != nil && *f.Testable,
	}}
	p.span = promiseSpan(f, at, others)
	p.Text = words(f.Sentence, p.span)
	if !f.Period.IsZero() {
		p.Year = f.Period.End.Year
	}
	p.take(f)
	return p
}

// promiseSpan returns the shortest clause, verbatim, that holds the fact's
// words and, where it can be had, its subject.
func promiseSpan(f report.Fact, at report.Span, others []report.Span) report.Span {
	c := item(f.Sentence, clauseOf(f.Sentence, at.Start, at.End), at, f.Subject, others)
	if !strings.Contains(words(f.Sentence, c), f.Subject) {
		if i := strings.LastIndex(f.Sentence[:c.Start], f.Subject); i >= 0 {
			c.Start = i
		}
	}
	return c
}

// take adds a fact's value, date and owner to the promise.
func (p *promise) take(f report.Fact) {
	p.facts = append(p.facts, f)
	p.Facts = append(p.Facts, f.ID)
	if f.Value != nil {
		p.Targets = append(p.Targets, report.CommitmentTarget{Value: *f.Value, Comparison: f.Comparison})
	}
	if p.Owner == "" {
		p.Owner = f.Owner
	}
	switch {
	case !f.Due.IsZero() && !p.dated:
		p.Due, p.dated = f.Due, true
	case p.Due.IsZero() && !f.Period.IsZero():
		p.Due = f.Period.End
	}
}

// id is made of what was said, not of where: it survives a better repair.
func id(c report.Commitment) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%s", c.MadeIn, c.Sentence, c.Facts[0]))
	return "c" + hex.EncodeToString(sum[:])[:11]
}

// award tells whether an award is aimed at.
func (p *promise) award() bool {
	return slices.ContainsFunc(p.facts, func(f report.Fact) bool { return f.Kind == report.KindAward })
}
