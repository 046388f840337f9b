package recognise

import (
	"taizhang/report"
)

// prefixed adds a unit that stands before the number: ￥5, 新台币177.1亿元,
// 摄氏37度.
func (r *quantities) prefixed(s string, q *quantity) {
	at := backSpaces(s, q.core.Start)
	if u, start, ok := r.units.degrees.before(s, at); ok && (q.unit == nil || q.unit.name == "度") {
		q.unit, q.as = u, u.name
		q.core.Start, q.span.Start = start, min(start, q.span.Start)
		return
	}
	u, start, ok := r.units.prefix.before(s, at)
	if !ok || q.unit != nil && q.unit.name != "元" && q.unit != u {
		return
	}
	word := s[start:at]
	if q.unit == nil && isHan(runeAt(word, 0)) && q.first.myriads == 0 {
		return
	}
	if isLatin(runeBefore(s, start)) && isLatin(runeAt(word, 0)) {
		return
	}
	q.unit, q.as, q.prefix = u, u.base, true
	q.core.Start, q.span.Start = start, min(start, q.span.Start)
}

// mentionValue returns the value of a quantity as a mention carries it.
func (q *quantity) mentionValue() report.Value {
	v := report.Value{Min: q.low, Max: q.high, Unit: q.as, Bound: q.bound}
	u := q.unit
	if u == nil || u.base == "" || u.factor.IsZero() {
		return v
	}
	v.Base = &report.BaseValue{Min: q.low, Max: q.high, Unit: u.base, Family: u.family}
	if u.kind != report.MentionMoney {
		v.Base.Min, v.Base.Max = u.inBase(q.low), u.inBase(q.high)
	}
	return v
}
