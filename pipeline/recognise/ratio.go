package recognise

import (
	"strings"

	"taizhang/report"
)

// asPercent gives N分之M its unit where N is a bare 百 or 千: 百分之五 is 5 %.
// Any other fraction becomes a percentage where nothing it could measure
// follows.
func (r *quantities) asPercent(s string, q *quantity) bool {
	n := q.first
	if !n.part {
		return false
	}
	scale := int32(2)
	name := "%"
	if n.over == 3 {
		scale, name = 3, "‰"
	}
	if n.over == 0 {
		if u, _ := r.units.at(s, n.span.End, true); u != nil {
			return false
		}
	}
	u := r.units.names[name]
	if u == nil {
		return false
	}
	q.unit, q.as = u, u.name
	q.low = n.value.Shift(scale)
	if n.over == 0 {
		q.low = q.low.Round(4)
	}
	q.high = q.low
	return true
}

// tenths reads 成 and 折: 三成 is 30 %, 七成六 76 %, 七五折 75 %.
func (r *quantities) tenths(s string, q *quantity) bool {
	at := skipSpaces(s, q.number.End)
	never, end, ok := r.tenth.at(s, at)
	u := r.units.percent
	if !ok || u == nil || q.first.part || never[runeAt(s, end)] {
		return false
	}
	places := int32(1)
	if q.first.run {
		places = 0
	}
	if q.high.Shift(places).GreaterThan(hundred) {
		return false
	}
	q.unit, q.as = u, u.name
	q.low, q.high = q.low.Shift(places), q.high.Shift(places)
	q.core.End = end
	k, v, after := r.numerals.at(s, skipSpaces(s, end))
	if k == signDigit && q.first.han && r.alone(s, after) {
		q.plus(int64(v), after)
	} else if r.halfAt(s, end) {
		q.plus(5, end+len(r.units.half))
	}
	q.span.End = q.core.End
	return true
}

// plus adds to both ends of a quantity, whose words now reach to end.
func (q *quantity) plus(n int64, end int) {
	q.low, q.high = q.low.Add(report.Whole(n)), q.high.Add(report.Whole(n))
	q.core.End = end
}

// alone tells whether no numeral, unit or character follows that could take
// the digit before i.
func (r *quantities) alone(s string, i int) bool {
	k, _, _ := r.numerals.at(s, i)
	if k != notSign && k != signComma && k != signStop {
		return false
	}
	u, _ := r.units.at(s, i, true)
	next := runeAt(s, i)
	return u == nil && !isHan(next)
}

// halfAt tells whether a 半 at i means one half more.
func (r *quantities) halfAt(s string, i int) bool {
	h := r.units.half
	return h != "" && strings.HasPrefix(s[i:], h) && !r.units.notHalf[runeAt(s, i+len(h))]
}
