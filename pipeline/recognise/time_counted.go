package recognise

import "taizhang/report"

// countedMonths reads 前五个月, 后三个月, 第9个月, 前11月. Where a day of
// speaking is given, 前五个月 without a year counts back from it.
func (r *timeReader) countedMonths(i int, y years, _ context) (stretch, bool) {
	c := r.next(i)
	if c != '前' && c != '后' && c != '第' {
		return stretch{}, false
	}
	if y.end == 0 && (c != '前' || !r.a.Date.IsZero() || endsBefore(r.words.notBeforeHead, r.s, i)) {
		return stretch{}, false
	}
	n := r.numeral(skipBlanks(r.s, i+len("前")))
	if n.end == 0 || n.point || n.n < 1 || n.n > 12 {
		return stretch{}, false
	}
	j := r.monthCounter(n.end, y.end > 0 || n.n > 1)
	if j == 0 {
		return stretch{}, false
	}
	first, last := 1, n.n
	switch c {
	case '后':
		first, last = 13-n.n, 12
	case '第':
		first = n.n
	}
	st := stretch{period: monthsOf(y.last, first, last), grain: grainMonth, end: j}
	if first != last {
		st.grain = grainMonth + "s"
	}
	return st, true
}

// monthCounter passes over 个月, or 月 where a year was said.
func (r *timeReader) monthCounter(i int, bare bool) int {
	i = skipBlanks(r.s, i)
	if k := r.rune(i, '个'); k > 0 {
		return r.rune(k, '月')
	}
	if bare {
		return r.rune(i, '月')
	}
	return 0
}

// daysOfYear reads 最后一天 behind a year.
func (r *timeReader) daysOfYear(i int, y years, _ context) (stretch, bool) {
	if y.end == 0 {
		return stretch{}, false
	}
	return r.daysWithin(i, yearsOf(y.last, y.last))
}

// daysWithin reads 最后一天, 前两天, 最后五天, 首日, 前2周 of a known stretch.
func (r *timeReader) daysWithin(i int, p report.Period) (stretch, bool) {
	if _, j := r.words.firstDay.at(r.s, i); j > 0 {
		return headOrTail(p, 1, "天", true, j)
	}
	_, head := r.words.head.at(r.s, i)
	_, tail := r.words.tail.at(r.s, i)
	if head+tail == 0 {
		return stretch{}, false
	}
	n := r.numeral(skipBlanks(r.s, max(head, tail)))
	if n.end == 0 || n.point || n.n < 1 || n.n > 366 {
		return stretch{}, false
	}
	unit, k := r.words.units.at(r.s, skipBlanks(r.s, n.end))
	if k == 0 {
		return stretch{}, false
	}
	return headOrTail(p, n.n, unit, head > 0, k)
}

// headOrTail is the first or last n days or weeks of p. Weeks start on the
// first Monday.
func headOrTail(p report.Period, n int, unit string, head bool, end int) (stretch, bool) {
	st := stretch{grain: grainDays, end: end, period: p}
	if p.IsZero() {
		return st, unit == "天" || unit == "日" || unit == "周"
	}
	switch {
	case unit == "周" && !head:
		last := p.End.AddDays(-int(p.End.Time().Weekday()))
		st.period = report.Period{Start: last.AddDays(1 - 7*n), End: last}
	case unit == "周" && head:
		first := firstMonday(p.Start)
		st.period = report.Period{Start: first, End: first.AddDays(7*n - 1)}
	case unit != "天" && unit != "日":
		return stretch{}, false
	case head:
		st.period = report.Period{Start: p.Start, End: p.Start.AddDays(n - 1)}
	default:
		st.period = report.Period{Start: p.End.AddDays(1 - n), End: p.End}
	}
	if n == 1 && unit != "周" {
		st.grain = grainDay
	}
	st.due = st.period.End
	return st, true
}

// firstMonday returns the first Monday on or after d.
func firstMonday(d report.Date) report.Date {
	return d.AddDays((8 - int(d.Time().Weekday())) % 7)
}
