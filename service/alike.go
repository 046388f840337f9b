package service

import (
	"cmp"
	"slices"
	"strings"

	"taizhang/decision"
	"taizhang/report"
)

// AlikePromise is a promise that could be the same as another one.
type AlikePromise struct {
	ID       string       `json:"id"`
	Year     int          `json:"year"`
	Text     string       `json:"text"`
	Sentence string       `json:"sentence"`
	Report   string       `json:"report"`
	Place    report.Place `json:"place"`
	Likeness float64      `json:"likeness"` // of the words, 0..1
}

const (
	mostAlike  = 12
	leastAlike = 0.2 // to be offered without words that were asked for
)

// Alike returns promises of the same office that could be the same as one, in
// other words: the most like it first; where words are given only those that
// hold all of them. Those that are one with it already are left out.
func (s *Service) Alike(id, words string) ([]AlikePromise, error) {
	p, err := s.Promise(id, report.Date{})
	if err != nil {
		return nil, err
	}
	lines, err := s.ledgerOn(s.Today())
	if err != nil {
		return nil, err
	}
	wanted := strings.Fields(words)
	out := []AlikePromise{}
	for i := range lines {
		l := &lines[i]
		if l.ID == id || l.Org != p.Org || isWording(l, p.Chain) || !holdsAll(l.Text+l.Sentence, wanted) {
			continue
		}
		like := likenessOf(p.Text, l.Text)
		if l.Indicator != "" && l.Indicator == p.Indicator {
			like = max(like, 0.9)
		}
		if like >= leastAlike || len(wanted) > 0 {
			out = append(out, AlikePromise{l.ID, l.Year, l.Text, l.Sentence, l.MadeIn, l.Place, like})
		}
	}
	slices.SortStableFunc(out, func(a, b AlikePromise) int { return cmp.Compare(b.Likeness, a.Likeness) })
	return out[:min(mostAlike, len(out))], nil
}

func isWording(l *report.Commitment, chain []report.Wording) bool {
	return slices.Contains(chain, report.Wording{Report: l.MadeIn, Year: l.Year, Text: l.Text})
}

func holdsAll(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

// likenessOf returns the share of pairs of characters that both texts have.
func likenessOf(a, b string) float64 {
	x, y := pairsOf(a), pairsOf(b)
	both := 0
	for p := range x {
		if y[p] {
			both++
		}
	}
	if both == 0 {
		return 0
	}
	return 2 * float64(both) / float64(len(x)+len(y))
}

func pairsOf(text string) map[[2]rune]bool {
	out := map[[2]rune]bool{}
	var before rune
	for i, r := range text {
		if i > 0 {
			out[[2]rune{before, r}] = true
		}
		before = r
	}
	return out
}

// Merges returns the decisions in force that say of names of a field, indicator
// or org, that they are one: Subject is Full. The oldest comes first.
func (s *Service) Merges(field string) ([]report.Decision, error) {
	inForce, err := s.library.InForce()
	out := []report.Decision{}
	for _, d := range decision.OfKind(inForce, report.DecisionMerge) {
		if d.Field == field {
			out = append(out, d)
		}
	}
	return out, err
}
