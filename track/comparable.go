package track

import (
	"slices"
	"strings"

	"taizhang/report"
)

// comparable tells whether the fact's value can be held against the target:
// same unit, way of counting and year, said as a result.
func (l *ledger) comparable(p *promise, t, f report.Fact, year int, near, own string) bool {
	if f.Value == nil || f.Modality == report.Target || !l.v.sameGrowth(t, f, near) || !l.v.countable(*t.Value, *f.Value) {
		return false
	}
	if (t.Kind == report.KindRank) != (f.Kind == report.KindRank) || t.Scope != "" && f.Scope != "" && t.Scope != f.Scope {
		return false
	}
	if f.Value.Per != "" && f.Value.Per != t.Value.Per || firstPrefix(f.Action, l.v.Short) != "" && firstPrefix(t.Action, l.v.Short) == "" {
		return false
	}
	if t.Value.Unit == "%" && l.v.ofPlan(near, f.Text) && !l.v.ofPlan(p.Text, t.Text) {
		return false // 完成年度任务的110%
	}
	if t.Comparison == "" && p.from == p.Year && t.Value.Min.IsPositive() && firstOf(f.Sentence, l.v.Spans) != "" &&
		f.Value.Least().Cmp(t.Value.Least().Mul(report.Whole(2))) > 0 {
		return false // 累计: a total of several years
	}
	if firstOf(near, l.v.Failed) != "" || t.Indicator != "" && f.Indicator != "" && t.Indicator != f.Indicator {
		return false
	}
	each := t.Value.Per == "" && firstOf(p.Text, l.v.Each) != ""
	if each != (f.Value.Per == "" && firstOf(own+f.Subject, l.v.Each) != "") && !(t.Kind == report.KindAmount && ofOneSize(t, f)) {
		return false
	}
	return p.spanned(t, f, year) || p.from == p.Year && l.v.unspanned(t, f, year)
}

// ofPlan tells whether the number is a share of what was planned.
func (v *vocabulary) ofPlan(text, number string) bool {
	before, _, ok := strings.Cut(text, number)
	return ok && firstSuffix(before, v.Shared) != ""
}

// sameGrowth tells whether both values are growths, or neither: 涨幅回落到2.6% is
// one without a comparison, and so is a standard 提高10%.
func (v *vocabulary) sameGrowth(t, f report.Fact, near string) bool {
	if t.Comparison == f.Comparison || t.Value.Unit != "%" && t.Comparison == report.Average && f.Comparison == "" {
		return true // 每人每年提高400元
	}
	if t.Value.Unit != "%" || f.Value.Unit != "%" {
		return false
	}
	plain, other := t, f
	if t.Comparison != "" {
		plain, other = f, t
	}
	if plain.Comparison != "" {
		a, b := plain.Comparison, other.Comparison // 年均 of one year
		return a == report.Average && b == report.YearOnYear || a == report.YearOnYear && b == report.Average
	}
	if other.Comparison != report.YearOnYear && other.Comparison != report.Average {
		return false
	}
	said := plain.Subject + plain.Action
	if plain.ID == f.ID {
		said += near
	}
	return firstOf(plain.Subject, v.Shares) == "" && firstOf(said, v.Growths) != ""
}

// offScale tells whether the value is so far from the target that another
// thing must be counted.
func offScale(t, f report.Fact) bool {
	want, have := t.Value.Least().Abs(), f.Value.Least().Abs()
	return have.Cmp(want.Mul(report.Whole(8))) > 0 || want.Cmp(have.Mul(report.Whole(8))) > 0
}

// ofOneSize tells whether the value is near enough the target to be counted in
// the same way.
func ofOneSize(t, f report.Fact) bool {
	want, have := t.Value.Least().Abs(), f.Value.Least().Abs()
	return have.Mul(report.Whole(2)).Cmp(want) >= 0 && want.Mul(report.Whole(2)).Cmp(have) >= 0
}

// countable tells whether two values count in one unit, or in measure words for
// the same things: 5户, 5家; what has no measure word may have any.
func (v *vocabulary) countable(a, b report.Value) bool {
	if sameUnit(a, b) {
		return true
	}
	if a.Base != nil && b.Base != nil {
		return v.counters(a.Unit, b.Unit) // 度, 千瓦时
	}
	if a.Base != nil || b.Base != nil || a.Unit == "%" || b.Unit == "%" {
		return false
	}
	if a.Unit == "" || b.Unit == "" {
		return true
	}
	return v.counters(a.Unit, b.Unit)
}

// counters tells whether two units count the same things.
func (v *vocabulary) counters(a, b string) bool {
	return slices.ContainsFunc(v.Counters, func(group []string) bool { return slices.Contains(group, a) && slices.Contains(group, b) })
}

// spanned tells whether the time of the fact is that of the target: of one
// year that year, of several these as a whole; a level may be told of each of
// them, and so is what is promised for each.
func (p *promise) spanned(t, f report.Fact, year int) bool {
	if p.from == p.Year || p.each && t.Comparison == report.Average && f.Comparison != report.Average {
		return within(f.Period, year)
	}
	if !f.Period.IsZero() && f.Period.Start.Year <= p.from && f.Period.End.Year == p.Year {
		return true
	}
	level := t.Comparison == "" && !t.Value.Min.IsNegative() && t.Kind == report.KindRatio
	return level && (f.Period.IsZero() || f.Period.End.Year == year)
}

// unspanned tells whether the value, told in a review of several years, is of
// the last of them: nothing in its sentence speaks of all the years, and it is
// of the size of a year's target. A total over the years would be far larger.
func (v *vocabulary) unspanned(t, f report.Fact, year int) bool {
	p := f.Period
	said := f.Sentence
	if f.Kind == report.KindRatio && f.Comparison == "" {
		said = clauseWith(said, f.Text) // a level is no total, whatever the others are
	}
	return p.Start.Year < year && p.End.Year == year && f.Comparison != report.Average &&
		firstOf(said, v.Spans) == "" && ofOneSize(t, f)
}

// within tells whether the period lies in the year: neither a total over
// several years nor the figure of another one answers for it.
func within(p report.Period, year int) bool {
	return p.IsZero() || p.Start.Year == year && p.End.Year == year
}

// clauseWith returns the clause of the sentence in which the words stand first.
func clauseWith(sentence, text string) string {
	i := strings.Index(sentence, text)
	if i < 0 {
		return sentence
	}
	return words(sentence, report.ClauseOf(sentence, i, i+len(text)))
}
