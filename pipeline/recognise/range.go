package recognise

import (
	"taizhang/report"
)

// ranged reads on after a quantity that may be the lower end of a range:
// 5-10亿元, 3000至5000元, 4.5-5%, 1万元--5万元, 20和30之间.
func (r *quantities) ranged(s string, low *quantity) {
	if low.first.part && low.first.over == 0 || low.bound == report.Range {
		return
	}
	at := skipSpaces(s, low.core.End)
	if _, end, ok := r.bounds.inclusive.at(s, at); ok {
		at = skipSpaces(s, end)
	}
	if _, dash, ok := r.bounds.dashes.at(s, at); ok {
		if r.upTo(s, low, skipSpaces(s, dash)) {
			r.closed(s, low)
		}
		return
	}
	_, join, ok := r.bounds.join.at(s, at)
	if !ok {
		return
	}
	both := *low
	if r.upTo(s, &both, skipSpaces(s, join)) && r.closed(s, &both) {
		*low = both
	}
}

// closed adds 之间 after a range, and the 位于 before it, and tells whether it
// stands there.
func (r *quantities) closed(s string, q *quantity) bool {
	_, end, ok := r.bounds.close.at(s, skipSpaces(s, q.core.End))
	if !ok {
		return false
	}
	q.span.End = end
	if _, start, ok := r.bounds.open.before(s, backSpaces(s, q.span.Start)); ok {
		q.span.Start = start
	}
	return true
}

// upTo reads the upper end of a range at i, makes a range of low, and tells
// whether it is one.
func (r *quantities) upTo(s string, low *quantity, i int) bool {
	var high quantity
	n := &high.first
	_, ok := r.numerals.number(s, i, n)
	if !ok || n.span.Start != i || !n.value.Equal(n.upper) {
		return false
	}
	r.measured(s, &high)
	if low.unit == nil && high.unit != nil && r.closesAt(s, n.span.End) {
		high.bare()
	}
	if !low.joins(&high) || r.zeroLed(s, low) {
		return false
	}
	from := low.low
	switch {
	case low.unit == nil && low.first.myriads == 0 && n.myriads > 0:
		if scaled := from.Shift(int32(n.myriads)); scaled.LessThanOrEqual(high.low) {
			from = scaled
		}
	case low.unit != nil && high.unit != nil && low.unit != high.unit &&
		high.unit.kind == report.MentionMeasure:
		from = from.Mul(low.unit.factor).DivRound(high.unit.factor, 16)
	}
	if from.GreaterThan(high.low) {
		return false
	}
	low.to(from, &high)
	return true
}

// closesAt tells whether 之间 or 间 stands at i and ends a word there.
func (r *quantities) closesAt(s string, i int) bool {
	_, end, ok := r.bounds.close.at(s, skipSpaces(s, i))
	return ok && !isHan(runeAt(s, end))
}

// joins tells whether two quantities can be the ends of one range.
func (low *quantity) joins(high *quantity) bool {
	switch {
	case low.unit == nil:
		return !high.first.run || low.first.run
	case high.unit == nil:
		return (low.first.over > 0 || low.prefix) && !high.first.part
	case low.unit == high.unit:
		return true
	}
	return low.unit.base != "" && low.unit.base == high.unit.base
}

// zeroLed tells whether the number begins with a zero, as an area code does.
func (r *quantities) zeroLed(s string, q *quantity) bool {
	k, v, next := r.numerals.at(s, q.first.span.Start)
	if k != signArabic || v != 0 {
		return false
	}
	k, _, _ = r.numerals.at(s, next)
	return k == signArabic
}

// to makes a range of the quantity, up to high.
func (low *quantity) to(from report.Decimal, high *quantity) {
	low.low, low.high, low.bound = from, high.low, report.Range
	low.last = high.first
	low.number.End = high.number.End
	low.core.End, low.span.End = high.core.End, high.span.End
	if low.unit == nil || high.unit != nil {
		low.unit, low.as = high.unit, high.as
	}
}
