package index

import (
	"iter"
	"unicode/utf8"
)

// pair is two characters that stand side by side, the first in the upper half. It
// is never 0.
type pair uint64

const isPair = 1 << 63

func (p pair) first() rune  { return rune(p &^ isPair >> 32) }
func (p pair) second() rune { return rune(uint32(p)) }

// term is what Bleve knows the pair by.
func (p pair) term() string { return string(p.first()) + string(p.second()) }

// pairsOf returns the pairs of neighbouring characters of a folded text,
// punctuation and blanks included: any stretch of two characters or more is
// found by its pairs. A text of one character has none.
func pairsOf(text string) iter.Seq[pair] {
	return func(yield func(pair) bool) {
		before := rune(-1)
		for _, r := range text {
			if before >= 0 && !yield(isPair|pair(before)<<32|pair(r)) {
				return
			}
			before = r
		}
	}
}

// pairSet is a set of pairs.
type pairSet struct{ *sayings }

// somePairs is how many pairs a set has room for at first.
const somePairs = 6000

func newPairSet() pairSet { return pairSet{newSayings(somePairs)} }

// addAll adds the pairs of a text.
func (s pairSet) addAll(text string) {
	for p := range pairsOf(text) {
		s.add(uint64(p), 0)
	}
}

// field returns the field of the pairs. Their terms share one string.
func (s pairSet) field() *termField {
	f := newTerms(fieldGrams, s.n)
	all, ends := make([]byte, 0, 6*s.n), make([]int, 0, s.n)
	for key := range s.each {
		p := pair(key)
		all = utf8.AppendRune(utf8.AppendRune(all, p.first()), p.second())
		ends = append(ends, len(all))
	}
	text, at := string(all), 0
	for _, end := range ends {
		f.add(text[at:end])
		at = end
	}
	return f
}
