package gold

import (
	"cmp"
	"slices"
)

// candidate is a gold line and a fact that may belong together.
type candidate struct {
	gold, fact int
	required   int // 1 unless the gold line is optional
	overlap    float64
	sameWords  int // 1 where the fact's words are the quote
	right      int // fields that agree
	near       float64
}

// pair gives each gold line at most one fact, and each fact at most one gold
// line: required before optional, same sentence, same words, more fields
// right, same order. It returns the fact of each gold line, -1 for none.
func pair(gold []Line, facts []flat) []int {
	all := candidates(gold, facts)
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(
			cmp.Compare(b.required, a.required),
			cmp.Compare(b.overlap, a.overlap),
			cmp.Compare(b.sameWords, a.sameWords),
			cmp.Compare(b.right, a.right),
			cmp.Compare(b.near, a.near))
	})
	claimed := slices.Repeat([]int{-1}, len(gold))
	used := make([]bool, len(facts))
	for _, c := range all {
		if claimed[c.gold] < 0 && !used[c.fact] {
			claimed[c.gold], used[c.fact] = c.fact, true
		}
	}
	return claimed
}

func candidates(gold []Line, facts []flat) []candidate {
	var all []candidate
	for gi := range gold {
		g := &gold[gi]
		context := squeeze(g.Context)
		pairs := bigrams(context)
		for fi := range facts {
			f := &facts[fi]
			if !sameValue(g, f) {
				continue
			}
			if o := overlap(context, pairs, f); o >= leastOverlap {
				c := candidate{gold: gi, fact: fi, overlap: o, right: right(judge(g, f))}
				c.required, c.sameWords = one(!g.Optional), one(squeeze(g.Quote) == f.text)
				c.near = -abs(part(gi, len(gold)) - part(fi, len(facts)))
				all = append(all, c)
			}
		}
	}
	return all
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func part(i, of int) float64 { return float64(i) / float64(max(1, of)) }

func abs(x float64) float64 { return max(x, -x) }
