package track

import (
	"slices"
	"strings"

	"taizhang/report"
)

// bestSpot returns the fact among the candidates that answers the target best.
func (l *ledger) bestSpot(p *promise, t report.Fact, year int, found []candidate) (spot, bool) {
	best := spot{}
	for _, c := range found {
		for _, f := range slices.Concat(l.unread(p, t, c), l.rises(t, c), c.facts) {
			near := c.near(f)
			own := words(c.words, c.clauseAt(f))
			if f.Cell != nil {
				own = near
			}
			if !l.comparable(p, t, f, year, near, own) || l.v.startOrStock(t, f, c) {
				continue
			}
			s := spot{candidate: c, fact: f, fit: l.fit(p, t, f, c, near), equal: t.Value.Least().Equal(f.Value.Least())}
			if firstOf(words(c.words, c.clauseAt(f)), l.v.Otherwise) != "" {
				s.other = 0.1
			}
			if s.fit >= leastFit && (best.said == nil || s.rank() > best.rank()) {
				best = s
			}
		}
	}
	return best, best.said != nil
}

// rank orders facts that answer: what covers the year before what covers a part
// of it; prose before a table that says the same.
func (s spot) rank() float64 {
	r := s.fit + 0.02*s.score
	if soFar(s.fact.Period) {
		r -= 0.15
	}
	if s.fact.Cell != nil {
		r -= 0.04
	}
	if s.fact.PartOf != "" {
		r -= 0.05
	}
	if s.equal {
		r += 0.03 // 500元和300元 for 300元和500元
	}
	return r - s.other
}

// clauseAt returns the clause of the sentence that holds the fact.
func (s said) clauseAt(f report.Fact) report.Span {
	at := f.Place.Start - s.place.Start
	for _, c := range s.clauses {
		if at >= c.Start && at < c.End {
			return c
		}
	}
	return report.Span{}
}

// soFar tells whether the period begins with the year but does not end with it:
// 1—11月.
func soFar(p report.Period) bool {
	return !p.IsZero() && p.Start == report.NewDate(p.Start.Year, 1, 1) && p.End.Before(report.NewDate(p.Start.Year, 12, 31))
}

// startOrStock tells whether the number is one that a change starts from, or
// counts all there are where additions were promised.
func (v *vocabulary) startOrStock(t, f report.Fact, c candidate) bool {
	if firstPrefix(t.Action, v.Added) != "" && firstPrefix(f.Action, v.Stock) != "" {
		return true
	}
	at := f.Place.Start - c.place.Start
	if at <= 0 || at >= len(c.words) {
		return false
	}
	if stock := firstSuffix(c.words[:at], v.Stock); stock != "" && firstPrefix(t.Action, v.Added) != "" {
		clause := strings.ReplaceAll(words(c.words, c.clauseAt(f)), stock, " ") // 发展到
		if !v.answers(t.Action, clause) {
			return true
		}
	}
	return firstSuffix(c.words[:at], v.From) != ""
}
