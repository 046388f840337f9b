package library

import (
	"iter"
)

// leastLetters is the shortest text that versions are told by: of a few
// sentences nothing can be said.
const leastLetters = 200

// How like texts and their numbers are that are versions of one report: where
// office and year are the same, where one does not say them, and where the
// offices' names differ. Two reports of one form, but of other work, share the
// words and not the numbers.
var (
	alikeFiled   = limits{0.5, 0.6}
	alikeUnfiled = limits{0.8, 0.8}
	alikeNamed   = limits{0.9, 0.9}
)

type limits struct{ runs, numbers float64 }

// A text is a part of another of the same office and year, abridged or cut off,
// where this share of its runs stands in the other, and some of its numbers. A
// part of less than a tenth cannot be told by sketches.
const (
	partShare   = 0.8
	partNumbers = 0.25
	leastPart   = 0.1
)

// isPartOf tells whether one of two texts is a part of the other; runs is how
// like they are.
func isPartOf(a, b *card, runs float64) bool {
	less, more := float64(a.Sketch.Letters), float64(b.Sketch.Letters)
	if less > more {
		less, more = more, less
	}
	if less < leastPart*more {
		return false
	}
	both := runs / (1 + runs) * (less + more) // about as many runs as letters
	return both >= partShare*less && likeness(a.Sketch.Numbers, b.Sketch.Numbers) >= partNumbers
}

// nearest returns the filed card that is most like k and a version of the same
// report, nil if there is none.
func (c *catalogue) nearest(k *card) *card {
	if k.Sketch.Letters < leastLetters || c.isOwn(k) {
		return nil
	}
	var best *card
	most := 0.0
	look := func(other *card) {
		if l, ok := alike(k, other); ok && l > most {
			best, most = other, l
		}
	}
	for _, other := range c.filed[filing{k.Org, k.year()}] {
		look(other)
	}
	for _, other := range c.banded(k) {
		look(other)
	}
	return best
}

// banded returns the cards that share a band with k; some more than once.
func (c *catalogue) banded(k *card) []*card {
	var out []*card
	years := []int{k.year(), 0}
	if k.year() == 0 {
		years = years[:1]
	}
	for _, year := range years {
		for b := range bandsOf(k, year) {
			for i := c.bands[b].first; i > 0; i = c.chains[i].next {
				out = append(out, c.chains[i].card)
			}
		}
	}
	return out
}

// bandsOf returns the bands of a card's sketch under a year, but for those into
// which nothing fell.
func bandsOf(k *card, year int) iter.Seq[band] {
	return func(yield func(band) bool) {
		runs := k.Sketch.Runs
		for part := 0; part*bandRows+bandRows <= len(runs)/2; part++ {
			b := band{year: int16(year), part: int16(part), rows: [bandRows]uint16(runs[part*bandRows:])}
			if b.rows != [bandRows]uint16{noHash, noHash, noHash, noHash} && !yield(b) {
				return
			}
		}
	}
}

// alike tells whether two cards are of versions of one report, and how like
// their texts are.
func alike(a, b *card) (float64, bool) {
	if a.year() != 0 && b.year() != 0 && a.year() != b.year() {
		return 0, false
	}
	if a.Reviewed != 0 && b.Reviewed != 0 && a.Reviewed != b.Reviewed {
		return 0, false
	}
	want := alikeUnfiled
	switch {
	case a.Org != b.Org && a.Org != "" && b.Org != "":
		want = alikeNamed
	case a.Org == b.Org && a.Org != "" && a.year() == b.year() && a.year() != 0:
		want = alikeFiled
	}
	runs := likeness(a.Sketch.Runs, b.Sketch.Runs)
	if want == alikeFiled && isPartOf(a, b, runs) {
		return runs, true
	}
	if runs < want.runs || likeness(a.Sketch.Numbers, b.Sketch.Numbers) < want.numbers {
		return 0, false
	}
	return runs, true
}
