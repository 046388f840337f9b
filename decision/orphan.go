package decision

import (
	"taizhang/report"
)

// Orphan is a decision whose place is not there any more, and the place most
// like it in the same document, where there is one.
type Orphan struct {
	Decision report.Decision    `json:"decision"`
	Why      string             `json:"why"`
	Sentence string             `json:"sentence,omitempty"` // of the place offered
	Place    report.DecisionKey `json:"place,omitzero"`     // offered
	Likeness float64            `json:"likeness,omitempty"` // of the sentences, 0..1
}

// Orphans returns the decisions in force about the report, or places in it,
// that find no home there. A decision about a fact, or a promise made of one,
// needs a fact in its place; that a rejected fact is gone is well.
func Orphans(r *report.Report, about []report.Decision) []Orphan {
	var out []Orphan
	for _, d := range about {
		if d.Target.Sentence == "" {
			continue
		}
		if why := homeless(r, d); why != "" {
			o := Orphan{Decision: d, Why: why}
			o.Place, o.Sentence, o.Likeness = Nearest(r, d.Target)
			out = append(out, o)
		}
	}
	return out
}

// Lost returns the decisions that have a home in the old report and none in the
// fresh one, of the same document.
func Lost(old, fresh *report.Report, inForce []report.Decision) []report.Decision {
	var out []report.Decision
	for _, d := range inForce {
		if d.Target.Document == old.Hash && d.Target.Sentence != "" && homeless(old, d) == "" && homeless(fresh, d) != "" {
			out = append(out, d)
		}
	}
	return out
}

// homeless says why a decision has no home in the report, "" where it has one.
func homeless(r *report.Report, d report.Decision) string {
	switch place, ok := Locate(r, d.Target); {
	case !ok && d.Kind == report.DecisionReject:
		return ""
	case !ok:
		return "the document does not say this any more"
	case len(place.Facts) == 0 && d.Target.Kind != "" && d.Kind != report.DecisionReject && d.Kind != report.DecisionComment:
		return "no fact is made of these words any more"
	}
	if d.Other.Document == r.Hash {
		if _, ok := Locate(r, d.Other); !ok {
			return "the document does not say the second sentence any more"
		}
	}
	return ""
}

// leastLikeness is how like sentences must be for a place to be offered.
const leastLikeness = 0.3

// Nearest returns the key of the fact whose sentence is most like the key's,
// its sentence, and how like they are: the share of pairs of characters both
// have. Of facts of one sentence that with the same words is taken, then that
// of the same kind. The key is zero where nothing is like it.
func Nearest(r *report.Report, k report.DecisionKey) (report.DecisionKey, string, float64) {
	want := pairs(k.Sentence)
	like := map[string]float64{}
	best, most, rank := -1, 0.0, 0
	for i := range r.Facts {
		f := &r.Facts[i]
		l, ok := like[f.Sentence]
		if !ok {
			l = share(want, pairs(normalised(f.Sentence)))
			like[f.Sentence] = l
		}
		if n := fitness(f, k); l > most || l == most && n > rank {
			best, most, rank = i, l, n
		}
	}
	if most < leastLikeness {
		return report.DecisionKey{}, "", 0
	}
	return KeyOf(r, &r.Facts[best]), r.Facts[best].Sentence, most
}

// fitness ranks the facts of one sentence by what the key says of its fact.
func fitness(f *report.Fact, k report.DecisionKey) int {
	n := 0
	if unblanked(f.Text) == k.Words {
		n += 2
	}
	if f.Kind == k.Kind {
		n++
	}
	return n
}

// pairs returns the pairs of neighbouring characters.
func pairs(s string) map[[2]rune]bool {
	out := map[[2]rune]bool{}
	var before rune
	for _, r := range s {
		out[[2]rune{before, r}] = true
		before = r
	}
	return out
}

// share returns the share of pairs that both have of those that either has.
func share(a, b map[[2]rune]bool) float64 {
	both := 0
	for p := range a {
		if b[p] {
			both++
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
