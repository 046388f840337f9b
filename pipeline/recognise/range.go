package recognise

import (
	"taizhang/report"
)

// ranged reads on after a quantity that may be the lower end of a range:
// 5-10亿元, 3000至5000元, 4.5-5%, 1万元--5万元, 20和30之间.
func (r *quantities) ranged(s string, low quantity) quantity {
	if low.first.part && low.first.over == 0 || low.bound == report.Range {
		return low
	}
	at := skipSpaces(s, low.core.End)
	if _, end, ok := r.bounds.inclusive.at(s, at); ok {
		at = skipSpaces(s, end)
	}
	_, dash, isDash := r.bounds.dashes.at(s, at)
	if isDash {
		if q, ok := r.upTo(s, low, skipSpaces(s, dash)); ok {
			return r.closed(s, q)
		}
	}
	_, join, ok := r.bounds.join.at(s, at)
	if !ok || isDash {
		return low
	}
	if q, ok := r.upTo(s, low, skipSpaces(s, join)); ok {
		if closed := r.closed(s, q); closed.span != q.span {
			return closed
		}
	}
	return low
}

// closed adds 之间 after a range, and the 位于 before it.
func (r *quantities) closed(s string, q quantity) quantity {
	_, end, ok := r.bounds.close.at(s, skipSpaces(s, q.core.End))
	if !ok {
		return q
	}
	q.span.End = end
	if _, start, ok := r.bounds.open.before(s, backSpaces(s, q.span.Start)); ok {
		q.span.Start = start
	}
	return q
}

// upTo reads the upper end of a range at i.
func (r *quantities) upTo(s string, low quantity, i int) (quantity, bool) {
	n, _, ok := r.numerals.number(s, i)
	if !ok || n.span.Start != i || !n.value.Equal(n.upper) {
		return low, false
	}
	high := r.measured(s, n)
	if low.unit == nil && high.unit != nil && r.closesAt(s, n.span.End) {
		high = bare(n)
	}
	if !low.joins(high) || r.zeroLed(s, low) {
		return low, false
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
		return low, false
	}
	return low.to(from, high), true
}

// closesAt tells whether 之间 or 间 stands at i and ends a word there.
func (r *quantities) closesAt(s string, i int) bool {
	_, end, ok := r.bounds.close.at(s, skipSpaces(s, i))
	return ok && !isHan(runeAt(s, end))
}

// joins tells whether two quantities can be the ends of one range.
func (low quantity) joins(high quantity) bool {
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
func (r *quantities) zeroLed(s string, q quantity) bool {
	k, v, next := r.numerals.at(s, q.first.span.Start)
	if k != signArabic || v != 0 {
		return false
	}
	k, _, _ = r.numerals.at(s, next)
	return k == signArabic
}

func (low quantity) to(from report.Decimal, high quantity) quantity {
	q := low
	q.low, q.high, q.bound = from, high.low, report.Range
	q.last = high.first
	q.number.End = high.number.End
	q.core.End, q.span.End = high.core.End, high.span.End
	if q.unit == nil || high.unit != nil {
		q.unit, q.as = high.unit, high.as
	}
	return q
}
