// Package recognise finds the expressions of a sentence that say how many, how
// much, which place or when: typed mentions with exact values, found by form
// alone. What a value is about is for attribute; what becomes a fact, for match.
package recognise

import (
	"fmt"
	"slices"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// Recogniser holds the tables of all recognisers, built once from the lexicon.
// It is never changed afterwards and may be shared.
type Recogniser struct {
	times *times
}

// New builds the recognisers from the word lists and tables of lex: units.yaml,
// numbers.yaml, bounds.yaml, nonfacts.yaml and those of the times.
func New(lex *lexicon.Lexicon) (*Recogniser, error) {
	t, err := newTimes(lex)
	if err != nil {
		return nil, fmt.Errorf("times: %w", err)
	}
	return &Recogniser{times: t}, nil
}

// Mentions returns what is recognised in the sentence s of body, in order of
// start. Spans are spans of body and do not overlap, except that a non-fact or
// a quote may hold others.
func (r *Recogniser) Mentions(body string, s report.Sentence, a report.Anchor) []report.Mention {
	found := r.times.scan(s.Span.Of(body), s.Span.Start, a)
	slices.SortStableFunc(found, func(x, y report.Mention) int { return x.Span.Start - y.Span.Start })
	return found
}
