// Package recognise finds the expressions of a sentence that say how many, how
// much, which place or when: typed mentions with exact values, found by form
// alone. What a value is about is for attribute; what becomes a fact, for match.
package recognise

import (
	"fmt"
	"sync"

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
	tables     *sync.Pool // of *table
}

// New builds the recognisers from the word lists and tables of lex: units.yaml,
// numbers.yaml, bounds.yaml, ranks.yaml, nonfacts.yaml and those of the times.
func New(lex *lexicon.Lexicon) (*Recogniser, error) {
	r := &Recogniser{
		cells: newCellWords(lex), tables: &sync.Pool{New: func() any { return &table{} }},
	}
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

// found is what the recognisers make of one sentence, each by itself. Most of
// it is thrown away when the sentence is read, and a report has thousands of
// sentences: the lists are used again for the next one, which halves the time.
type found struct {
	sentence   string
	base       int
	cell       *report.Cell // that the sentence is, if it is one
	anchor     report.Anchor
	quantities row[quantity]
	numerals   row[number] // of the quantities, and of codes such as 5G
	cues       cues
	reader     timeReader
	times      []report.Mention
	every      int              // the end of the first frequency in the sentence, 0 for none
	mentions   []report.Mention // of all recognisers so far, spans of the body
	list       []report.Mention // of one recogniser
	spare      []report.Mention // the mentions before that was added
}

// begin clears the lists for a sentence.
func (f *found) begin(sentence string, base int, cell *report.Cell) {
	f.sentence, f.base, f.cell = sentence, base, cell
	f.quantities.clear()
	f.numerals.clear()
	c := &f.cues
	c.words, c.titles, c.quotes = c.words[:0], c.titles[:0], c.quotes[:0]
	c.zeros, c.firsts, c.times = c.zeros[:0], c.firsts[:0], c.times[:0]
	c.tails = c.tails[:0]
	f.times, f.mentions = f.times[:0], f.mentions[:0]
}

// Mentions returns what is recognised in the sentence s of body, in order of
// start. Spans are spans of body. They do not overlap, but a quote may hold
// others; what a title or a non-fact covers is not listed beside it.
func (r *Recogniser) Mentions(body string, s report.Sentence, a report.Anchor) []report.Mention {
	t := r.table()
	f := t.lay(s.Span.Of(body), s.Span.Start, s.Cell)
	f.anchor = a
	r.read(t)
	defer r.leave(t)
	if f.tooLong() {
		return f.mentions
	}
	return append([]report.Mention(nil), f.mentions...)
}

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
