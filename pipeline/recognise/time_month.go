package recognise

import (
	"unicode"

	"taizhang/report"
)

// monthPoint reads 8月, 8月份, 1-11月, 8月底, 3月15日, 6月上旬.
func (r *timeReader) monthPoint(i int, y years, c context) (stretch, bool) {
	first, last, j := r.monthNumber(i)
	if j == 0 {
		return stretch{}, false
	}
	st := stretch{
		period: monthsOf(y.last, first, last), grain: grainMonth, month: last, end: j,
	}
	if first != last {
		st.grain = grainMonth + "s"
	}
	st.due = st.period.End
	if in, ok := r.inMonth(st, y.last, last, c.lunar); ok {
		if first != last {
			in.period = join(st.period, in.period)
			in.grain = st.grain
		}
		return in, true
	}
	return st, true
}

// monthNumber reads 8月, 8月份, 1-11月, 十二月. The 个月 of a length of time is
// no month, nor is the 月 of 月均 or of 3.5月.
func (r *timeReader) monthNumber(i int) (first, last, end int) {
	first, last, j := r.numeralRange(r.numeral(i), 12)
	if j == 0 {
		return 0, 0, 0
	}
	if next := r.nextMonth(i, j, first); next > 0 {
		last, j = first+1, next
	}
	k := r.rune(skipBlanks(r.s, j), '月')
	if k == 0 || r.words.notMonth.has(r.s, k) {
		return 0, 0, 0
	}
	if f := r.rune(k, '份'); f > 0 {
		k = f
	}
	return first, last, k
}

// nextMonth reads the 、5 of 3、4月: two months in a row, not at the head of the
// sentence, where 3、 is the number of a point.
func (r *timeReader) nextMonth(i, j, first int) int {
	k := r.rune(j, '、')
	if k == 0 || i == 0 {
		return 0
	}
	if n := r.numeral(k); n.n == first+1 && n.n <= 12 && !n.point {
		return n.end
	}
	return 0
}

// inMonth reads what follows a month: 底, 上旬, 15日, 第二周, 最后一天.
func (r *timeReader) inMonth(m stretch, year, month int, lunar bool) (stretch, bool) {
	if st, ok := r.monthEdge(m); ok {
		return st, true
	}
	i := r.of(m.end)
	if tens, j := r.words.tenDays.at(r.s, i); j > 0 {
		st := m
		st.period, st.grain = daysOf(year, month, tens[0], tens[1]), grainDays
		st.due, st.end = st.period.End, j
		return st, true
	}
	if d, j, traditional := r.lunarDay(i, lunar); j > 0 && traditional {
		return r.dayOf(m, r.calendar.day(year, month, d, false), j, true), true
	}
	if first, last, j := r.dayNumber(i); j > 0 {
		p := join(dayPeriod(year, month, first), dayPeriod(year, month, last))
		return r.dayOf(m, p, j, false), true
	}
	if st, ok := r.weekOf(i, m.period); ok {
		return st, true
	}
	return r.daysWithin(i, m.period)
}

// dayOf is the day or the days p of the month m.
func (r *timeReader) dayOf(m stretch, p report.Period, end int, lunar bool) stretch {
	m.period, m.grain, m.end, m.lunar = p, grainDay, end, lunar
	if p.Start != p.End {
		m.grain = grainDays
	}
	m.due = p.End
	return m
}

// monthEdge reads 底, 月底, 月末, 初 behind a month.
func (r *timeReader) monthEdge(m stretch) (stretch, bool) {
	i := skipBlanks(r.s, m.end)
	e, j := r.words.monthEdge.at(r.s, i)
	if j == 0 {
		e, j = r.words.monthEdgeShort.at(r.s, i)
	}
	if j == 0 || e == atStart && isNumeralRune(r.next(j)) {
		return stretch{}, false
	}
	m.edge, m.end = e, j
	if from := map[edge]int{atStart: 0, atMiddle: 10}; e != atEnd && !m.period.IsZero() {
		first := m.period.Start.AddDays(from[e])
		m.period = report.Period{Start: first, End: first.AddDays(9)}
		m.grain = grainDays
	}
	m.due = m.period.End
	return m, true
}

// dayNumber reads 15日, 15号, 12-19日, and 15 alone where a month stands before
// and nothing goes on behind it.
func (r *timeReader) dayNumber(i int) (first, last, end int) {
	first, last, j := r.numeralRange(r.numeral(i), 31)
	if j == 0 {
		return 0, 0, 0
	}
	if k := r.dayUnit(skipBlanks(r.s, j)); k > 0 {
		return first, last, k
	}
	if n := r.numeral(i); r.daysApart(n.end) {
		return n.n, n.n, n.end
	}
	return 0, 0, 0
}

// dayUnit passes over 日 or 号; 0 if there is none.
func (r *timeReader) dayUnit(i int) int {
	if k := r.rune(i, '日'); k > 0 {
		return k
	}
	return r.rune(i, '号')
}

// daysApart tells whether a day without 日 ends at i: nothing follows, or a
// mark, or the second end of a range (1月3至2月10).
func (r *timeReader) daysApart(i int) bool {
	c := r.next(i)
	switch {
	case c == 0 || c == '至' || c == '到' || c == '，' || c == '。' || c == '；' || c == '、':
		return true
	case c == ',':
		_, size := arabicDigit(r.s, i+1)
		return size == 0
	}
	return false
}

// lunarDay reads a day as the lunar calendar says it: 初一, 廿二; behind a lunar
// month 十五 and 18 too.
func (r *timeReader) lunarDay(i int, lunar bool) (day, end int, traditional bool) {
	if j := r.rune(i, '初'); j > 0 {
		n := r.numeral(j)
		ok := n.end > 0 && n.n >= 1 && n.n <= 10 && !n.point && !r.inWord(n.end)
		return n.n, okEnd(ok, n.end), true
	}
	n := r.numeral(i)
	if n.end == 0 || n.point || n.n < 1 || n.n > 30 {
		return 0, 0, false
	}
	c, _ := decode(r.s, i)
	if c == '廿' || lunar {
		if k := r.dayUnit(n.end); k > 0 {
			return n.n, k, true
		}
		return n.n, okEnd(c == '廿' || r.daysApart(n.end), n.end), true
	}
	return 0, 0, false
}

// inWord tells whether a measure word follows, as in 初一个.
func (r *timeReader) inWord(i int) bool {
	c := r.next(i)
	return c == '个' || c == '批' || c == '中' || c == '步'
}

func okEnd(ok bool, end int) int {
	if ok {
		return end
	}
	return 0
}

// lunarMonth reads 农历十月, 正月, 腊月18, 闰四月, and days in them.
func (r *timeReader) lunarMonth(i int, y years, c context) (stretch, bool) {
	j := i
	if _, k := r.words.lunarMark.at(r.s, i); k > 0 {
		j = k
		if y.end == 0 {
			if inner := r.yearAt(j); inner.end > 0 && !inner.weak {
				y, j = inner, inner.end
			}
		}
	} else if c.lunar && y.end == 0 {
		j = i
	}
	leap := false
	if _, k := r.words.leap.at(r.s, j); k > 0 {
		leap, j = true, k
	}
	m, k := r.words.lunarMonths.at(r.s, j)
	if k == 0 && j > i {
		m, _, k = r.monthNumber(j)
	}
	if k == 0 {
		return stretch{}, false
	}
	st := r.inLunarMonth(y, m, leap, k)
	return st, !leap || y.last == 0 || !st.period.IsZero()
}

func (r *timeReader) inLunarMonth(y years, m int, leap bool, end int) stretch {
	year := y.last
	if m > 10 && !r.a.Date.IsZero() && (y.end == 0 || y.rolled) {
		year += r.calendar.lunarYearOf(r.a.Date) - r.a.Date.Year
	}
	st := stretch{
		period: r.calendar.month(year, m, leap), grain: grainMonth, month: m, lunar: true, end: end,
	}
	st.due = st.period.End
	if d, j, _ := r.lunarDay(skipBlanks(r.s, end), true); j > 0 {
		return r.dayOf(st, r.calendar.day(year, m, d, leap), j, true)
	}
	if in, ok := r.monthEdge(st); ok {
		return in
	}
	return st
}

// relativeMonth reads 本月, 上个月, 本季度, 下周 and what follows in them. They
// mean something only where a day of speaking is given.
func (r *timeReader) relativeMonth(i int, y years, c context) (stretch, bool) {
	if r.a.Date.IsZero() {
		return stretch{}, false
	}
	if d, j := r.words.months.at(r.s, i); j > 0 {
		year := r.a.Date.Year
		if y.end > 0 {
			year = y.last
		}
		p := monthsOf(year, int(r.a.Date.Month)+d, int(r.a.Date.Month)+d)
		st := stretch{period: p, grain: grainMonth, rolled: true, end: j}
		if p.IsZero() {
			return st, true
		}
		st.due, st.month = p.End, int(p.Start.Month)
		if in, ok := r.inMonth(st, p.Start.Year, st.month, c.lunar); ok {
			return in, true
		}
		return st, true
	}
	if y.end > 0 {
		return stretch{}, false
	}
	if r.words.monthEdge.has(r.s, i) {
		d := r.a.Date
		m := stretch{period: monthsOf(d.Year, int(d.Month), int(d.Month)), grain: grainMonth, end: i}
		m.rolled = true
		return r.monthEdge(m)
	}
	if d, j := r.words.weekends.at(r.s, i); j > 0 {
		saturday := firstMonday(r.a.Date.AddDays(-6)).AddDays(7*d + 5)
		p := report.Period{Start: saturday, End: saturday.AddDays(1)}
		return stretch{period: p, grain: grainDays, due: p.End, rolled: true, end: j}, true
	}
	if d, j := r.words.quarters.at(r.s, i); j > 0 {
		q := (int(r.a.Date.Month)-1)/3 + d
		p := monthsOf(r.a.Date.Year, 3*q+1, 3*q+3)
		return stretch{period: p, grain: grainQuarter, due: p.End, rolled: true, end: j}, true
	}
	if d, j := r.words.weeks.at(r.s, i); j > 0 {
		monday := firstMonday(r.a.Date.AddDays(-6)).AddDays(7 * d)
		p := report.Period{Start: monday, End: monday.AddDays(6)}
		if st, ok := r.daysWithin(r.of(j), p); ok {
			return st, true
		}
		return stretch{period: p, grain: grainDays, due: p.End, rolled: true, end: j}, true
	}
	return stretch{}, false
}

// bareDay reads 15日 without a month: the second end of a range, or a day of
// the month of speaking.
func (r *timeReader) bareDay(i int, y years, c context) (stretch, bool) {
	if y.end > 0 {
		return stretch{}, false
	}
	n := r.numeral(i)
	if n.end == 0 || n.point || n.n < 1 || n.n > 31 {
		return stretch{}, false
	}
	if c.month > 0 {
		first, last, j := r.dayNumber(i)
		if j == 0 {
			return stretch{}, false
		}
		st := stretch{grain: grainDay, month: c.month, end: j}
		p := join(dayPeriod(c.year, c.month, first), dayPeriod(c.year, c.month, last))
		return r.dayOf(st, p, j, false), true
	}
	return r.loneDay(i)
}

// loneDay reads 22日, 12号 where no month is near: the day of the month of
// speaking, no day at all in a report.
func (r *timeReader) loneDay(i int) (stretch, bool) {
	first, last, j := r.numeralRange(r.numeral(i), 31)
	j = r.dayUnit(skipBlanks(r.s, j))
	if first == 0 || j == 0 || r.words.notDay.has(r.s, j) || r.next(i) == '两' || r.next(i) == '一' && first == 1 {
		return stretch{}, false
	}
	if c, _ := decodeLast(r.s, j); c == '号' {
		inName := unicode.Is(unicode.Han, r.next(j)) && !r.words.numberDayAfter.has(r.s, j)
		if r.a.Date.IsZero() || inName {
			return stretch{}, false
		}
	}
	st := stretch{grain: grainDay, rolled: true, end: j}
	d := r.a.Date
	if d.IsZero() {
		return st, true
	}
	p := join(dayPeriod(d.Year, int(d.Month), first), dayPeriod(d.Year, int(d.Month), last))
	return r.dayOf(st, p, j, false), true
}
