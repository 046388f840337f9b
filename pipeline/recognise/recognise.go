// Package recognise finds the expressions of a sentence that say how many, how
// much, which place or when: typed mentions with exact values, found by form
// alone. What a value is about is for attribute; what becomes a fact, for match.
package recognise

import (
	"fmt"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// Recogniser holds the tables of all recognisers, built once from the lexicon.
// It is never changed afterwards and may be shared.
type Recogniser struct {
	times      *times
	quantities *quantities
	ranks      *ranks
	nonfacts   *nonfacts
	cells      cellWords
	cues       runeTable[cue]
}

// New builds the recognisers from the word lists and tables of lex: units.yaml,
// numbers.yaml, bounds.yaml, ranks.yaml, nonfacts.yaml and those of the times.
func New(lex *lexicon.Lexicon) (*Recogniser, error) {
	r := &Recogniser{cells: newCellWords(lex)}
	steps := []func() error{
		func() (err error) { r.times, err = newTimes(lex); return },
		func() (err error) { r.quantities, err = newQuantities(lex); return },
		func() (err error) { r.ranks, err = newRanks(lex, r.quantities); return },
		func() (err error) { r.nonfacts, err = newNonFacts(lex, r.quantities); return },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, fmt.Errorf("recognisers: %w", err)
		}
	}
	r.fillCues()
	return r, nil
}

// found is what the recognisers make of one sentence, each by itself.
type found struct {
	sentence   string
	base       int
	quantities []quantity
	numerals   []number // of the quantities, and of codes such as 5G
	cues       cues
	times      []report.Mention
	every      *report.Span     // of the first frequency in the sentence, once asked for
	mentions   []report.Mention // of all recognisers so far, spans of the body
}

// Mentions returns what is recognised in the sentence s of body, in order of
// start. Spans are spans of body. They do not overlap, but a quote may hold
// others; what a title or a non-fact covers is not listed beside it.
func (r *Recogniser) Mentions(body string, s report.Sentence, a report.Anchor) []report.Mention {
	f := &found{sentence: s.Span.Of(body), base: s.Span.Start}
	f.quantities, f.numerals, f.cues = r.sweep(f.sentence)
	f.times = r.times.scan(f.sentence, f.base, a)
	if s.Cell != nil {
		return r.cellMentions(f, *s.Cell)
	}
	r.sentence(f)
	return f.mentions
}

// sentence runs all recognisers. Their order is the order of right: what
// stands earlier keeps its words.
func (r *Recogniser) sentence(f *found) {
	recognisers := []func(*found) []report.Mention{
		r.titles,    // a name holds its numbers and years
		r.slogans,   // fixed terms and shapes that are no quantity, longer than any time in them
		r.timeWords, // a year is no count
		r.ordinals,  // 第3位 is a rank, any other 第3 nothing
		r.counted,   // numbers with units, and what clearly counts
		r.quotes,    // marks around any of these
	}
	for _, one := range recognisers {
		f.add(one(f))
	}
}

func (r *Recogniser) timeWords(f *found) []report.Mention { return f.times }

func newQuantities(lex *lexicon.Lexicon) (*quantities, error) {
	n, err := newNumerals(lex)
	if err != nil {
		return nil, err
	}
	u, err := newUnits(lex)
	if err != nil {
		return nil, err
	}
	n.units = u
	b, err := newBounds(lex)
	if err != nil {
		return nil, err
	}
	t, err := newTurns(lex, u)
	if err != nil {
		return nil, err
	}
	return &quantities{numerals: n, units: u, bounds: b, turns: t}, nil
}
