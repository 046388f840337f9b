package recognise

import (
	"strings"

	"taizhang/report"
)

// compound reads on after a unit: 3斤5两, 五元三角, 三米九, 两米半.
func (r *quantities) compound(s string, q *quantity) {
	if q.unit.base == "" || q.unit.factor.IsZero() {
		return
	}
	larger := q.unit
	var n number
	for range 4 {
		_, ok := r.numerals.number(s, q.core.End, &n)
		if !ok || n.span.Start != q.core.End || !n.value.Equal(n.upper) || n.value.IsNegative() {
			break
		}
		u, end := r.units.part(s, n.span.End, larger)
		if u == nil {
			r.tenthOf(s, q, &n)
			return
		}
		q.addPart(n.value, u)
		q.core.End, larger = end, u
	}
	if r.halfAt(s, q.core.End) {
		q.addPart(report.Whole(5).Shift(-1), larger)
		q.core.End += len(r.units.half)
	}
}

// addPart adds a quantity of a smaller unit, in the unit of q.
func (q *quantity) addPart(v report.Decimal, u *unit) {
	more := v.Mul(u.factor)
	if q.unit.kind != report.MentionMoney {
		more = more.DivRound(q.unit.factor, 16)
	}
	q.low, q.high = q.low.Add(more), q.high.Add(more)
}

// tenthOf reads the digit of 三米九.
func (r *quantities) tenthOf(s string, q *quantity, n *number) {
	places := 1
	if !n.han {
		places = n.span.Len()
	}
	if n.tens || n.run || n.part || places > 2 || n.span.Len() > 3 ||
		!n.value.IsInteger() || !r.alone(s, n.span.End) {
		return
	}
	q.addPart(n.value.Shift(int32(-places)), q.unit)
	q.core.End = n.span.End
}

// times reads the 次 after a measure word: 312所次, 8轮次.
func (r *quantities) times(s string, q *quantity) {
	const word = "次"
	if q.unit.kind != report.MentionCount || strings.HasSuffix(q.as, word) ||
		!strings.HasPrefix(s[q.core.End:], word) {
		return
	}
	q.as += word
	q.core.End += len(word)
}

// per reads the second part of a compound unit: 元/吨, 台（套）, 公里/小时.
func (r *quantities) per(s string, q *quantity) {
	if q.unit.kind == report.MentionRatio || q.unit.calendar {
		return
	}
	at := q.core.End
	open, shut := "（", "）"
	if strings.HasPrefix(s[at:], "(") {
		open, shut = "(", ")"
	}
	if rest, ok := strings.CutPrefix(s[at:], open); ok {
		start := len(s) - len(rest)
		u, end := r.units.at(s, start, false)
		if u != nil && u.kind == report.MentionCount && strings.HasPrefix(s[end:], shut) {
			q.as, q.core.End = q.as+s[at:end+len(shut)], end+len(shut)
		}
		return
	}
	_, end, ok := r.units.slash.at(s, at)
	if !ok {
		return
	}
	u, unitEnd := r.units.at(s, end, false)
	if u == nil {
		return
	}
	q.as, q.core.End = q.as+"/"+s[end:unitEnd], unitEnd
	if u.kind != report.MentionCount || q.unit.kind != report.MentionCount {
		q.unit = &unit{name: q.as, kind: q.unit.kind}
	}
}

// half reads 半 as a number before a unit: 半个.
func (r *quantities) half(s string, i int, n *number) (next int, ok bool) {
	if !r.halfAt(s, i) && !strings.HasPrefix(s[i:], "半个") {
		return i, false
	}
	end := i + len(r.units.half)
	if u, _ := r.units.at(s, end, true); u == nil {
		return i, false
	}
	v := report.Whole(5).Shift(-1)
	*n = number{value: v, upper: v, bound: report.Exact, han: true}
	n.span = report.Span{Start: i, End: end}
	return end, true
}
