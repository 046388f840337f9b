// Package attribute says of each recognised mention what it is about: whose
// value it is, what was done, whether it is done or promised, for which time.
// It works on the clause around the mention and carries over what Chinese
// leaves out: the subject before a 、, the time at the head of a sentence.
// Which attributions become facts, and under which name, is for match.
package attribute

import (
	"cmp"
	"errors"
	"slices"
	"sync"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// Attributor holds the word classes of rules/lexicon. It is never changed
// after New and may be shared.
type Attributor struct {
	words    vocabulary
	tables   tableWords
	sober    phrases         // 转折看法
	extremes map[string]bool // 极值词
	scenes   sync.Pool       // *scene, whose lists are used again
}

// New builds an attributor from the word lists of lex (attribute-*.yaml).
func New(lex *lexicon.Lexicon) (*Attributor, error) {
	v := newVocabulary(lex)
	if v.trie == nil {
		return nil, errors.New("no word lists for attribution: want lexicon/attribute-*.yaml")
	}
	return &Attributor{
		words: v, tables: newTableWords(lex),
		sober: newPhrases(lex.Words("转折看法")), extremes: lex.Set("极值词"),
	}, nil
}

// key names a mention of a document.
type key struct{ sentence, mention int }

// Document returns the attributions of all mentions, in text order: one or
// several a mention, or one that says why the mention is no fact.
func (a *Attributor) Document(d report.Document) []report.Attribution {
	return a.document(nil, &d, true)
}

// Values returns of all attributions those that can become facts, without the
// steps that led to them. out is an empty list to be filled.
func (a *Attributor) Values(out []report.Attribution, d report.Document) []report.Attribution {
	return a.document(out, &d, false)
}

func (a *Attributor) document(out []report.Attribution, d *report.Document, telling bool) []report.Attribution {
	n := 0
	for i := range d.Sentences {
		n += len(d.Sentences[i].Mentions)
	}
	out = slices.Grow(out, n+n/8)
	x := a.scene(d, telling)
	parts := x.parts[:0]
	for i := range d.Sentences {
		x.turn(i)
		x.read()
		made := x.inOrder()
		x.partition()
		for k := range made {
			if made[k].part {
				parts = append(parts, part{len(out), made[k].whole})
			}
			out = append(out, made[k].Attribution)
		}
	}
	joinParts(out, parts)
	x.parts = parts
	a.leave(x)
	return out
}

// scene returns a scene before the first sentence of the document.
func (a *Attributor) scene(d *report.Document, telling bool) *scene {
	x, ok := a.scenes.Get().(*scene)
	if !ok {
		x = &scene{a: a}
	}
	x.d, x.telling = d, telling
	x.flow = flow{paragraph: -1, recent: x.flow.recent[:0]}
	return x
}

// leave keeps the lists of a scene for the next document.
func (a *Attributor) leave(x *scene) {
	x.d, x.s = nil, nil
	a.scenes.Put(x)
}

// part is an attribution, by its index, and the mention it is part of.
type part struct {
	index int
	whole key
}

// joinParts turns the mention an attribution is part of into its index+1.
func joinParts(out []report.Attribution, parts []part) {
	for _, p := range parts {
		i, _ := slices.BinarySearchFunc(out, p.whole, func(x report.Attribution, k key) int {
			return cmp.Or(x.Sentence-k.sentence, x.Mention-k.mention)
		})
		for i < len(out) && (key{out[i].Sentence, out[i].Mention}) == p.whole {
			if out[i].Skip == "" {
				out[p.index].PartOf = i + 1
				break
			}
			i++
		}
	}
}
