package recognise

import (
	"strings"

	"taizhang/report"
)

// time reads a time at i with all that belongs to it: the words that open it
// (从, 截至, 到), a point or a range, and the words that close it (前, 内, 以来).
func (r *timeReader) time(i int, can uint8) (stretch, bool) {
	st, ok := stretch{}, false
	if can&startsOpening != 0 {
		st, ok = r.opened(i)
	}
	if !ok && can&startsRelative != 0 {
		st, ok = r.relative(i)
	}
	if !ok {
		if can&startsPoint == 0 {
			return stretch{}, false
		}
		return r.plain(i, context{})
	}
	st.start = i
	if st.core.End == 0 {
		st.core = report.Span{Start: i, End: st.end}
	}
	return st, true
}

// opened reads a time behind a word that opens it.
func (r *timeReader) opened(i int) (stretch, bool) {
	if st, ok := r.until(i); ok {
		return st, true
	}
	if st, ok := r.since(i); ok {
		return st, true
	}
	if st, ok := r.between(i); ok {
		return st, true
	}
	return r.by(i)
}

// plain reads a point or a range and what closes it.
func (r *timeReader) plain(i int, c context) (stretch, bool) {
	if r.carriedEnd > 0 && i >= r.carriedEnd && r.carried.year != 0 {
		if _, j := r.words.joins.at(r.s, r.carriedEnd); j == i || i == r.carriedEnd {
			c = r.carried
		}
	}
	st, ok := r.point(i, c)
	if !ok {
		return stretch{}, false
	}
	if both, ok := r.and(st); ok {
		both.start, both.core = i, report.Span{Start: i, End: both.end}
		return both, true
	}
	st = r.spanSaid(r.to(st))
	st.start, st.core = i, report.Span{Start: i, End: st.end}
	return r.close(st), true
}

// to reads the second end of a range: 3月15日至20日, 2009年到2010年, 春节到元宵节.
func (r *timeReader) to(st stretch) stretch {
	i := skipBlanks(r.s, st.end)
	if _, j := r.words.now.at(r.s, i); j > 0 {
		return r.toNow(st, j)
	}
	_, j := r.words.dashes.at(r.s, i)
	if j == 0 {
		return st
	}
	j = skipBlanks(r.s, j)
	c := context{
		year: st.year, said: st.yearSaid || st.rolled, month: st.month, lunar: st.lunar,
	}
	if c.year == 0 {
		c.said = false
	}
	b, ok := r.second(st, j, c)
	if tens, k := r.words.tenDays.at(r.s, j); k > 0 && st.month > 0 {
		ok, b = true, stretch{period: daysOf(st.year, st.month, tens[0], tens[1]), end: k}
	}
	if !ok {
		return st
	}
	if !st.period.IsZero() && !b.period.IsZero() && b.period.End.Before(st.period.Start) {
		if b.grain != grainMonth || b.month == 0 || st.month == 0 || b.lunar {
			return st
		}
		b.period = monthsOf(st.period.Start.Year+1, b.month, b.month) // 11月至2月
		b.year++
	}
	return r.joined(st, b)
}

// second reads the second end of a range, with 次年 the year after the first's.
func (r *timeReader) second(st stretch, i int, c context) (stretch, bool) {
	if _, k := r.words.nextYear.at(r.s, i); k > 0 && st.year > 0 {
		y := years{first: st.year + 1, last: st.year + 1, said: true, end: k}
		if b, ok := r.inYear(r.of(k), y, context{said: true}); ok {
			return b, true
		}
	}
	return r.point(i, c)
}

// joined is the range from a to b.
func (r *timeReader) joined(a, b stretch) stretch {
	grain := a.grain
	if !isRange(grain) {
		grain += "s"
	}
	return stretch{
		period: join(a.period, b.period), grain: grain, rolled: a.rolled || b.rolled,
		edge: b.edge, year: b.year, yearSaid: b.yearSaid, month: b.month, end: b.end,
	}
}

// spanSaid reads the length of a range said again behind it: 从1979年到1982年的
// 四年内, 二十八年中.
func (r *timeReader) spanSaid(st stretch) stretch {
	i := r.of(st.end)
	l := r.length(i, false)
	if l.end == 0 || l.unit != "年" || !isRange(st.grain) {
		return st
	}
	for _, t := range []*wordTable[bool]{&r.words.within, &r.words.inside, &r.words.span} {
		if _, k := t.at(r.s, l.end); k > 0 && !r.words.notWithin.has(r.s, k) {
			st.end = k
			return st
		}
	}
	return st
}

// toNow is the stretch from st to the day up to which is looked back.
func (r *timeReader) toNow(st stretch, end int) stretch {
	st.end, st.due, st.rolled = end, report.Date{}, true
	st.period = r.openEnded(st.period)
	return st
}

// openEnded is the period from the start of p on: to the day up to which is
// looked back, or to the end of p's year where that lies before it.
func (r *timeReader) openEnded(p report.Period) report.Period {
	if p.IsZero() {
		return p
	}
	last := r.lastDay()
	if last.IsZero() || last.Before(p.Start) {
		last = report.NewDate(p.End.Year, 12, 31)
	}
	return report.Period{Start: p.Start, End: last}
}

// until reads 截至11月底, 截止2023年底: from the start of that year to the day.
func (r *timeReader) until(i int) (stretch, bool) {
	_, j := r.words.until.at(r.s, i)
	if j == 0 {
		return stretch{}, false
	}
	j = skipBlanks(r.s, j)
	st, ok := r.point(j, context{})
	if !ok {
		return stretch{}, false
	}
	st.core = report.Span{Start: j, End: st.end}
	if _, k := r.words.untilEnd.at(r.s, st.end); k > 0 {
		st.end = k
	}
	st.due = report.Date{}
	if !st.period.IsZero() {
		st.period.Start = report.NewDate(st.period.End.Year, 1, 1)
	}
	return st, true
}

// since reads 从2015年1月至12月, 自2016年9月1日起, 从2001年起至今.
func (r *timeReader) since(i int) (stretch, bool) {
	_, j := r.words.from.at(r.s, i)
	if j == 0 {
		return stretch{}, false
	}
	j = skipBlanks(r.s, j)
	st, ok := r.bareYears(j)
	single := false
	if !ok {
		st, ok = r.shortYears(j)
	}
	if !ok {
		if st, ok = r.point(j, context{}); !ok {
			return stretch{}, false
		}
		end := st.end
		st = r.spanSaid(r.to(st))
		single = st.end == end && !isRange(st.grain)
	}
	st.core = report.Span{Start: j, End: st.end}
	return r.closeSince(st, single, r.words.fromAlone.has(r.s, i))
}

// closeSince reads what goes on behind 从 and a time. With nothing behind it
// 自2018年 is open, alone; 从2020年 is just 2020年.
func (r *timeReader) closeSince(st stretch, single, alone bool) (stretch, bool) {
	if _, k := r.words.fromEnd.at(r.s, st.end); k > 0 {
		open := st
		open.end = k
		if ranged := r.to(r.afterComma(open)); ranged.end > r.afterComma(open).end {
			if _, k := r.words.untilEnd.at(r.s, ranged.end); k > 0 {
				ranged.end = k
			}
			return ranged, true
		}
		return r.toNow(open, k), true
	}
	if _, k := r.words.untilEnd.at(r.s, st.end); k > 0 {
		st.end = k
	}
	if single && st.end == st.core.End {
		return r.toNow(st, st.end), alone && st.yearSaid
	}
	return st, true
}

// between reads 在2007年与2009年之间.
func (r *timeReader) between(i int) (stretch, bool) {
	j := r.rune(i, '在')
	if j == 0 {
		return stretch{}, false
	}
	st, ok := r.point(j, context{})
	if !ok {
		return stretch{}, false
	}
	st, ok = r.and(st)
	st.core = report.Span{Start: j, End: st.end}
	return st, ok
}

// and reads the second of 2007年与2009年之间.
func (r *timeReader) and(a stretch) (stretch, bool) {
	_, k := r.words.joins.at(r.s, skipBlanks(r.s, a.end))
	if k == 0 {
		return stretch{}, false
	}
	b, ok := r.point(skipBlanks(r.s, k), context{year: a.year, said: a.yearSaid, month: a.month})
	if !ok {
		return stretch{}, false
	}
	st := r.joined(a, b)
	_, st.end = r.words.between.at(r.s, skipBlanks(r.s, b.end))
	return st, st.end > 0
}

// afterComma passes over the comma of 自5月26日起，至5月29日止.
func (r *timeReader) afterComma(st stretch) stretch {
	for _, c := range "，," {
		if k := r.rune(st.end, c); k > 0 {
			st.end = k
			return st
		}
	}
	return st
}

func isRange(grain string) bool { return strings.HasSuffix(grain, "s") }

// shortYears reads 08年到12年 behind 从: two digits are years there.
func (r *timeReader) shortYears(i int) (stretch, bool) {
	n := r.numeral(i)
	j := r.yearUnit(n.end)
	_, k := r.words.dashes.at(r.s, j)
	if j == 0 || k == 0 || n.digits != 2 || !n.placed {
		return stretch{}, false
	}
	m := r.numeral(k)
	end := r.yearUnit(m.end)
	first, last := century(n.n), century(m.n)
	if m.digits == 4 {
		last = m.n
	}
	if end == 0 || !m.placed || m.digits != 2 && m.digits != 4 || last < first {
		return stretch{}, false
	}
	y := years{first: last, last: last, said: true, end: end}
	if _, months := r.inYear(r.of(end), y, context{}); months {
		return stretch{}, false
	}
	y.first = first
	return r.wholeYears(y), true
}

// bareYears reads 2016到2018 behind 从.
func (r *timeReader) bareYears(i int) (stretch, bool) {
	n := r.numeral(i)
	_, j := r.words.dashes.at(r.s, n.end)
	m := r.numeral(j)
	if n.end == 0 || j == 0 || n.digits != 4 || m.digits != 4 || !n.placed || !m.placed ||
		n.point || m.point || n.n < 1900 || m.n > 2100 || m.n < n.n || r.yearUnit(m.end) > 0 {
		return stretch{}, false
	}
	return stretch{
		period: yearsOf(n.n, m.n), grain: grainYears, year: m.n, yearSaid: true, end: m.end,
	}, true
}
