package track

import (
	"fmt"
	"slices"

	"taizhang/report"
)

// Levels from which a growth is worked out must give one between these, in per
// cent; what lies outside is a level of another scope. Rounding leaves nearly.
const (
	leastGrowth = -30
	mostGrowth  = 80
)

// derived answers a growth that was promised by two levels, or a level by a
// growth and the level of the year before, where no number answers itself.
// Growth in constant prices has nothing to do with levels and is left out.
func (l *ledger) derived(p *promise, year int, found []candidate) []answered {
	for _, t := range p.facts {
		if t.Value == nil || t.Kind == report.KindRank || t.Value.Per != "" || slices.Contains(l.v.Constant, t.Indicator) || t.Value.Min.IsNegative() {
			continue
		}
		growth := t.Comparison == report.YearOnYear && t.Value.Unit == "%"
		if !growth && t.Comparison != "" || t.Comparison == "" && (t.Value.Unit == "%" || t.Kind == report.KindCount) {
			continue
		}
		for _, c := range found {
			if f, ok := l.measure(p, t, c, year, !growth); ok {
				if before, ok := l.levelBefore(p, t, f, year); ok {
					return l.judgeDerived(p, t, c, f, before)
				}
			}
		}
	}
	return nil
}

// measure returns the fact of the sentence that tells the target's thing in the
// year, as a growth or as a level.
func (l *ledger) measure(p *promise, t report.Fact, c candidate, year int, growth bool) (report.Fact, bool) {
	for _, f := range c.facts {
		if f.Value == nil || f.Modality == report.Target || !sameThing(t, f) && !l.led(t.Subject, f, c) || !within(f.Period, year) || f.Value.Per != "" || f.PartOf != "" ||
			f.Cell != nil || firstOf(words(c.words, c.clauseAt(f)), l.v.Otherwise) != "" || t.Scope != f.Scope {
			continue
		}
		if growth && f.Comparison == report.YearOnYear && f.Value.Unit == "%" || !growth && f.Comparison == "" && f.Value.Unit != "%" {
			return f, true
		}
	}
	return report.Fact{}, false
}

// sameThing tells whether two facts are of one indicator, or of one name where
// none is known.
func sameThing(a, b report.Fact) bool {
	if a.Indicator != "" || b.Indicator != "" {
		return a.Indicator == b.Indicator
	}
	return a.Subject == b.Subject && letters(a.Subject) > 2
}

// levelBefore returns the level of the year before, of the unit of the level told
// or promised.
func (l *ledger) levelBefore(p *promise, t, f report.Fact, year int) (report.Fact, bool) {
	unit := t
	if t.Comparison != "" {
		unit = f
	}
	y := l.a.years[year-1]
	if y == nil {
		return report.Fact{}, false
	}
	near := y.of[t.Indicator]
	if pairs := grams(t.Subject); t.Indicator == "" && len(pairs) > 0 {
		near = y.holders[pairs[len(pairs)-1]]
	}
	for _, i := range near {
		s := &y.sentences[i]
		b, ok := l.measure(p, t, candidate{said: s}, year-1, false)
		if ok && sameUnit(*b.Value, *unit.Value) && b.Value.Least().IsPositive() {
			return b, true
		}
	}
	return report.Fact{}, false
}

// judgeDerived holds what is worked out against the target.
func (l *ledger) judgeDerived(p *promise, t report.Fact, c candidate, f, before report.Fact) []answered {
	hundred := report.Whole(100)
	want := t.Value.Least()
	var have report.Decimal
	var why string
	if t.Comparison != "" {
		have = f.Value.Least().Mul(hundred).DivRound(before.Value.Least(), 2).Sub(hundred).Round(1)
		why = fmt.Sprintf("目标%s，由%s和上年的%s算出增长%s%%", t.Text, f.Text, before.Text, have)
		if have.Cmp(report.Whole(leastGrowth)) < 0 || have.Cmp(report.Whole(mostGrowth)) > 0 {
			return nil
		}
	} else {
		have = before.Value.Least().Mul(hundred.Add(f.Value.Min)).DivRound(hundred, 4)
		why = fmt.Sprintf("目标%s，由上年的%s和%s算出", t.Text, before.Text, f.Action+f.Text)
	}
	r := reading{status: report.Exceeded, verdict: report.Supports, why: why}
	switch order := have.Cmp(want); {
	case l.ceiling(p, t):
		return nil
	case order == 0 || !further(want, have, 100):
		r.status = report.Done
	case order < 0 && t.Comparison == "":
		r.status, r.verdict = report.Partial, report.PartlyMet
	case order < 0:
		r.status, r.verdict = report.Missed, report.Contradicts
	}
	a := answered{c.answer(r), r.status}
	a.Value, a.Fact = f.Value, f.ID
	return []answered{a}
}
