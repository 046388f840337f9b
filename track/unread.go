package track

import (
	"slices"
	"strings"

	"taizhang/report"
)

// unread returns the number with the target's unit that a clause of the
// sentence tells of just what was promised, where no fact was made of it.
func (l *ledger) unread(p *promise, t report.Fact, c candidate) []report.Fact {
	unit := t.Value.Unit
	if unit == "" || t.Comparison != "" || t.Kind == report.KindRank {
		return nil
	}
	for _, s := range c.clauses {
		w := words(c.words, s)
		at := strings.Index(w, unit)
		if at <= 0 || l.a.cover(l.bareName(t), w) < 0.9 || factsIn(c, s) {
			continue
		}
		start := at
		for start > 0 && strings.IndexByte("0123456789.", w[start-1]) >= 0 {
			start--
		}
		n, err := report.ParseDecimal(w[start:at])
		if start == at || err != nil {
			continue
		}
		v := report.Value{Min: n, Max: n, Unit: unit, Bound: report.Exact}
		if t.Value.Base != nil {
			times := t.Value.Base.Min.DivRound(t.Value.Min, 12)
			v.Base = &report.BaseValue{Min: n.Mul(times), Max: n.Mul(times), Unit: t.Value.Base.Unit, Family: t.Value.Base.Family}
		}
		return []report.Fact{{Kind: t.Kind, Subject: t.Subject, Action: t.Action, Value: &v, Modality: report.Actual,
			Text: w[start : at+len(unit)], Sentence: c.words, Place: report.Place{Start: c.place.Start + s.Start + start}}}
	}
	return nil
}

// factsIn tells whether a value stands in the clause.
func factsIn(c candidate, s report.Span) bool {
	return slices.ContainsFunc(c.facts, func(f report.Fact) bool {
		at := f.Place.Start - c.place.Start
		return f.Value != nil && at >= s.Start && at < s.End
	})
}
