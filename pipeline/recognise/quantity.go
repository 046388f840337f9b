package recognise

import (
	"slices"

	"taizhang/report"
)

// quantity is a number with its unit and bound words, whether it counts
// anything or not: the raw reading, before non-facts are suppressed.
type quantity struct {
	number report.Span // the numeral or, of a range, both and what joins them
	core   report.Span // number and unit
	span   report.Span // with bound words
	low    report.Decimal
	high   report.Decimal
	bound  report.Bound
	unit   *unit
	as     string // the unit as the value carries it
	first  number
	last   number // of a range; else the first again
	prefix bool   // the unit stands before the number: ￥5
	marked bool   // a bound word stands beside it
}

// quantities is the recogniser of numbers with their units and bounds.
type quantities struct {
	*numerals
	units  *units
	bounds *bounds
	turns  *turns
}

// at reads the quantity that begins at i; next is where to go on. Where none
// does, what q holds means nothing.
func (r *quantities) at(s string, i int, q *quantity) (next int, ok bool) {
	if r.turns.at(s, i, q) {
		r.bounded(s, q)
		return q.core.End, true
	}
	if next, ok = r.leading(s, i, &q.first); !ok {
		return next, false
	}
	r.measured(s, q)
	r.ranged(s, q)
	r.bounded(s, q)
	return max(q.core.End, next), true
}

// leading reads the number at i; a bare 百 千 万 counts as one where a bound
// word stands before it: 近百家.
func (r *quantities) leading(s string, i int, n *number) (next int, ok bool) {
	if next, ok := r.half(s, i, n); ok {
		return next, ok
	}
	next, ok = r.numerals.number(s, i, n)
	if ok || next > i {
		return next, ok
	}
	k, _, after := r.numerals.at(s, i)
	if k != signTens && k != signMyriad {
		return after, false
	}
	if l, _ := r.bounds.left(s, i); l == nil {
		return after, false
	}
	p := numberParser{numerals: r.numerals, text: s, pos: i, lead: true}
	if !p.parse() {
		return after, false
	}
	*n = p.number()
	return p.last, true
}

// bare makes the quantity of its first number alone, without unit.
func (q *quantity) bare() {
	n := &q.first
	q.number, q.core, q.span = n.span, n.span, n.span
	q.low, q.high, q.bound = n.value, n.upper, n.bound
	q.unit, q.as, q.last, q.prefix, q.marked = nil, "", *n, false, false
	if n.value != n.upper && !n.value.Equal(n.upper) {
		q.bound = report.Range
	}
}

// measured reads the unit of the first number of a quantity.
func (r *quantities) measured(s string, q *quantity) {
	q.bare()
	n := &q.first
	if r.asPercent(s, q) || r.tenths(s, q) {
		return
	}
	at, more := r.moreAfter(s, n)
	u, end := r.units.at(s, at, n.han)
	if u == nil {
		if blank := skipSpaces(s, at); blank > at {
			u, end = r.units.at(s, blank, n.han)
		}
	}
	if more != "" && (u != nil || n.tens || !n.value.LessThan(ten)) {
		q.bound, q.span.End = more, at
	}
	if u == nil {
		r.prefixed(s, q)
		return
	}
	q.setUnit(u, s[at:end])
	q.core.End = end
	r.compound(s, q)
	r.times(s, q)
	r.per(s, q)
	q.span.End = max(q.span.End, q.core.End)
	r.prefixed(s, q)
}

func (q *quantity) setUnit(u *unit, words string) {
	q.unit, q.as = u, u.written(trimBlanks(words))
	if u.kind == report.MentionMoney && !u.factor.Equal(one) {
		q.low, q.high = q.low.Mul(u.factor), q.high.Mul(u.factor)
	}
}

func trimBlanks(s string) string { return s[skipSpaces(s, 0):] }

// moreAfter passes 余 多 几 来 between a number and its unit: 20余次.
func (r *quantities) moreAfter(s string, n *number) (int, report.Bound) {
	at := skipSpaces(s, n.span.End)
	k, _, next := r.numerals.at(s, at)
	switch {
	case n.part || n.run:
	case k == signMore || k == signSeveral && n.value.GreaterThanOrEqual(ten):
		return next, report.AtLeast
	case k == signNearly:
		if u, _ := r.units.at(s, next, n.han); u != nil {
			return next, report.About
		}
	}
	return n.span.End, ""
}

// bounded adds the bound words around a quantity.
func (r *quantities) bounded(s string, q *quantity) {
	if b, p, ok := r.bounds.surrounding(s, q.core); ok && q.bound != report.Range {
		q.bound, q.span, q.marked = b, p, true
		return
	}
	if l, start := r.bounds.left(s, q.span.Start); l != nil && q.takes(l) {
		q.span.Start, q.marked = start, true
		if q.bound != report.Range {
			q.bound = l.bound
		}
	} else if q.bound == report.Exact {
		if _, start, ok := r.bounds.equal.before(s, backSpaces(s, q.span.Start)); ok {
			q.span.Start, q.marked = start, true
		}
	}
	if l, end := r.bounds.right(s, q.span.End); l != nil {
		q.span.End, q.marked = end, true
		if q.bound != report.Range {
			q.bound = l.bound
		}
	}
}

// takes tells whether the bound word can stand before the quantity.
func (q *quantity) takes(l *limit) bool {
	if l.onlyLed && !q.first.led {
		return false
	}
	return q.unit == nil || !slices.Contains(l.notUnits, q.unit.name)
}
