package recognise

import (
	"strings"

	"taizhang/report"
)

// duration reads a length of time that stands by itself: 三年, 5天, 3—5年,
// 四年六个月, 十五年以上, 大约三年. Hours and less are left to the number recogniser.
func (r *timeReader) duration(i int) (report.Mention, int) {
	bound, j := r.words.lengthBefore.at(r.s, i)
	if j == 0 {
		j = i
	}
	m, end := r.bareDuration(j)
	if end == 0 || m.Value.Unit == "天" && r.daysCounted(i) {
		return report.Mention{}, 0
	}
	m.Span.Start = i
	if bound != "" && m.Value.Bound == report.Exact {
		m.Value.Bound = report.Bound(bound)
	}
	if after, k := r.words.lengthAfter.at(r.s, end); k > 0 {
		end, m.Span.End = k, k
		if after != "" && m.Value.Bound == report.Exact {
			m.Value.Bound = report.Bound(after)
		}
	}
	return m, end
}

// daysCounted tells whether the days that stand at i are things counted:
// 优良天数281天、增加36天. They are for the number recogniser.
func (r *timeReader) daysCounted(i int) bool {
	const reach = 30 * len("天")
	before := r.s[max(0, i-reach):i]
	for _, w := range r.words.countedDays {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

// bareDuration reads a length of time without the words that bound it.
func (r *timeReader) bareDuration(i int) (report.Mention, int) {
	low, j := r.lowEnd(i)
	if j > 0 {
		high := r.length(j, false)
		if high.end > 0 && high.n > low.n && high.n < 1000 {
			return durationMention(i, high.end, low.value(), high.value(), high.unit)
		}
	}
	first := r.length(i, false)
	if first.end == 0 || !first.plausible() {
		return report.Mention{}, 0
	}
	if _, k := r.words.dashes.at(r.s, first.end); k > 0 {
		last := r.length(k, false)
		if last.end > 0 && last.unit == first.unit && last.n > first.n {
			return durationMention(i, last.end, first.value(), last.value(), first.unit)
		}
	}
	if first.low > 0 {
		return durationMention(i, first.end, first.bottom(), first.value(), first.unit)
	}
	value, unit, end := r.compound(first)
	m, end := durationMention(i, end, value, value, unit)
	if first.vague {
		m.Value.Bound = report.AtLeast
	}
	return m, end
}

// lowEnd reads the 3— of 3—5年 and returns the offset of the high end.
func (r *timeReader) lowEnd(i int) (length, int) {
	n := r.numeral(i)
	if n.end == 0 || n.n >= 1000 {
		return length{}, 0
	}
	_, j := r.words.dashes.at(r.s, skipBlanks(r.s, n.end))
	if j == 0 {
		return length{}, 0
	}
	return length{n: n.n, num: n}, skipBlanks(r.s, j)
}

// compound adds the lengths that follow a first one in smaller units: 四年六个月
// is 4.5 years kept as 54 months, 一年又一个月21天 is 416 days.
func (r *timeReader) compound(l length) (report.Decimal, string, int) {
	parts := []length{l}
	for {
		last := parts[len(parts)-1]
		j := last.end
		if _, k := r.words.lengthAnd.at(r.s, j); k > 0 {
			j = k
		}
		next := r.length(j, false)
		if next.end == 0 || inDays(next.unit) == 0 || inDays(next.unit) >= inDays(last.unit) {
			break
		}
		parts = append(parts, next)
	}
	last := parts[len(parts)-1]
	total := report.Whole(0)
	for _, p := range parts {
		total = total.Add(p.value().Mul(ratio(p.unit, last.unit)))
	}
	return total, last.unit, last.end
}

func durationMention(start, end int, low, high report.Decimal, unit string) (report.Mention, int) {
	bound := report.Exact
	if !low.Equal(high) {
		bound = report.Range
	}
	span := report.Span{Start: start, End: end}
	return report.Mention{
		Type: report.MentionDuration, Span: span, Core: span, Grain: unitGrain(unit),
		Value: report.Value{Min: low, Max: high, Unit: writtenUnit(unit), Bound: bound},
	}, end
}
