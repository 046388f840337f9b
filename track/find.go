package track

import (
	"cmp"
	"slices"

	"taizhang/report"
)

// Of the name of a promise's object and of its clause a sentence must have
// these shares to be a candidate at all.
const (
	leastName   = 0.45
	leastClause = 0.25
)

// otherName is what is left of the share of a name whose end alone stands in a
// sentence, behind another beginning.
const otherName = 0.6

// candidate is a sentence that may answer a promise.
type candidate struct {
	*said
	name  float64 // share of the object's name that stands in it
	score float64
}

// find returns the sentences of the year's reviews that may answer the promise,
// best first.
func (l *ledger) find(p *promise, year int) []candidate {
	y := l.a.years[year]
	if y == nil {
		return nil
	}
	name, text := l.a.shares(y, p.object), l.a.shares(y, p.Text)
	var out []candidate
	for i := range y.sentences {
		if y.sentences[i].report == p.MadeIn || name[i] < leastName && text[i] < leastClause {
			continue
		}
		share := name[i]
		if l.v.foreign(p.object, y.sentences[i].words) {
			share *= otherName
		}
		out = append(out, candidate{&y.sentences[i], share, 0.6*share + 0.4*text[i]})
	}
	slices.SortStableFunc(out, func(x, y candidate) int { return cmp.Compare(y.score, x.score) })
	return out
}

// shares returns, by sentence, the share of the words that stands in it, from
// 0 to 1.
func (a *answers) shares(y *reviews, words string) []float64 {
	shares := make([]float64, len(y.sentences))
	total := 0.0
	for _, g := range grams(words) {
		w := a.weight(g)
		total += w
		for _, i := range y.holders[g] {
			shares[i] += w
		}
	}
	if total > 0 {
		for i := range shares {
			shares[i] /= total
		}
	}
	return shares
}

// spot is a fact that answers a target of a promise.
type spot struct {
	candidate
	fact report.Fact
	fit  float64
}
