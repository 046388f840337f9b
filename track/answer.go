package track

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"taizhang/report"
)

// mostAnswers is how many candidates are kept with a promise.
const mostAnswers = 3

// A sentence is shown as an answer from leastScore on, which is made of the
// shares of the promise's clause and of its object that it has; of the clause
// alone it must have leastClause.
const (
	leastScore  = 0.5
	leastClause = 0.25
)

// answers is what an office's reports say was done, ready to be searched by
// the words of a promise.
type answers struct {
	years     map[int]bool
	sentences []said
	holders   map[string][]int // word pair → sentences that hold it
}

// said is a sentence of a review, with the facts that stand in it.
type said struct {
	report string
	year   int // the year it speaks of
	words  string
	place  report.Place
	facts  []report.Fact
}

// candidate is a sentence that may answer a promise.
type candidate struct {
	said
	fact  *report.Fact // whose value answers, where one does
	score float64
}

func newAnswers(office []report.Report) *answers {
	a := &answers{years: map[int]bool{}, holders: map[string][]int{}}
	for _, r := range office {
		if r.Outline.Reviewed != 0 {
			a.years[r.Outline.Reviewed] = true
		}
		facts := factsBySentence(r)
		for _, p := range r.Sentences {
			if p.Section < len(r.Outline.Sections) && r.Outline.Sections[p.Section].Part != report.Review {
				continue
			}
			s := said{r.ID, r.Outline.Reviewed, r.Words(p), r.Text.Place(p.Span), facts[p.Span]}
			if len(s.facts) > 0 || strings.HasSuffix(s.words, "。") || strings.HasSuffix(s.words, "；") {
				a.add(s) // headings and names in tables say no result
			}
		}
	}
	return a
}

// factsBySentence finds the facts of each passage of the report.
func factsBySentence(r report.Report) map[report.Span][]report.Fact {
	out := map[report.Span][]report.Fact{}
	i := 0
	for _, f := range r.Facts {
		for i < len(r.Sentences) && r.Sentences[i].Span.End <= f.Place.Start {
			i++
		}
		if i < len(r.Sentences) && r.Sentences[i].Span.Start <= f.Place.Start {
			out[r.Sentences[i].Span] = append(out[r.Sentences[i].Span], f)
		}
	}
	return out
}

func (a *answers) add(s said) {
	for pair := range pairs(s.words) {
		a.holders[pair] = append(a.holders[pair], len(a.sentences))
	}
	a.sentences = append(a.sentences, s)
}

// reported tells whether a report of the office looks back on the year.
func (a *answers) reported(year int) bool { return a.years[year] }

// find returns the sentences that may answer the promise, best first. Only
// reports that look back on the promised year are asked: a later total over
// five years is no answer for one of them.
func (a *answers) find(c report.Commitment) []candidate {
	clause, name := a.shares(c.Text), a.shares(c.Subject)
	var out []candidate
	for i, share := range clause {
		s := a.sentences[i]
		if s.year != c.Year || s.report == c.MadeIn || share < leastClause {
			continue
		}
		k := candidate{said: s, score: (share + name[i]) / 2}
		k.fact = bestFact(c, s.facts)
		if k.fact != nil {
			k.score = (1 + k.score) / 2
		}
		if k.score >= leastScore {
			out = append(out, k)
		}
	}
	slices.SortFunc(out, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.place.Start, y.place.Start))
	})
	return out[:min(mostAnswers, len(out))]
}

// shares returns, by sentence, the share of the words that stands in it, from
// 0 to 1. Rarer pairs weigh more: 固定资产 stands everywhere, the name of a
// project only where it is meant.
func (a *answers) shares(words string) map[int]float64 {
	shares := map[int]float64{}
	total, n := 0.0, float64(len(a.sentences))
	for pair := range pairs(words) {
		w := math.Log(1 + n/float64(1+len(a.holders[pair])))
		total += w
		for _, i := range a.holders[pair] {
			shares[i] += w
		}
	}
	for i := range shares {
		shares[i] /= total
	}
	return shares
}
