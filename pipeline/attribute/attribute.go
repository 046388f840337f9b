// Package attribute says of each recognised mention what it is about: whose
// value it is, what was done, whether it is done or promised, for which time.
// It works on the clause around the mention and carries over what Chinese
// leaves out: the subject before a 、, the time at the head of a sentence.
// Which attributions become facts, and under which name, is for match.
package attribute

import (
	"errors"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// Attributor holds the word classes of rules/lexicon. It is never changed
// after New and may be shared.
type Attributor struct {
	words     vocabulary
	tables    tableWords
	strengths strengths
}

// New builds an attributor from the word lists of lex (attribute-*.yaml).
func New(lex *lexicon.Lexicon) (*Attributor, error) {
	v := newVocabulary(lex)
	if v.bytes == 0 {
		return nil, errors.New("no word lists for attribution: want lexicon/attribute-*.yaml")
	}
	return &Attributor{v, newTableWords(lex), newStrengths(lex)}, nil
}

// key names a mention of a document.
type key struct{ sentence, mention int }

// Document returns the attributions of all mentions, in text order: one or
// several a mention, or one that says why the mention is no fact.
func (a *Attributor) Document(d report.Document) []report.Attribution {
	n := 0
	for i := range d.Sentences {
		n += len(d.Sentences[i].Mentions)
	}
	out := make([]report.Attribution, 0, n+n/8)
	wholes := map[int]key{} // index in out: the mention it is part of
	x := scene{a: a, d: &d, flow: flow{paragraph: -1}}
	for i := range d.Sentences {
		x.turn(i)
		x.read()
		made := x.inOrder()
		for k := range made {
			if made[k].whole != nil {
				wholes[len(out)] = *made[k].whole
			}
			out = append(out, made[k].Attribution)
		}
	}
	joinParts(out, wholes)
	return out
}

// joinParts turns the mention an attribution is part of into its index+1.
func joinParts(out []report.Attribution, wholes map[int]key) {
	if len(wholes) == 0 {
		return
	}
	first := map[key]int{}
	for i := range out {
		x := &out[i]
		k := key{x.Sentence, x.Mention}
		if _, known := first[k]; !known && x.Skip == "" {
			first[k] = i + 1
		}
	}
	for i, k := range wholes {
		out[i].PartOf = first[k]
	}
}
