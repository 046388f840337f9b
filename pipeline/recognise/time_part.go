package recognise

import (
	"unicode/utf8"

	"taizhang/report"
)

// point reads a time at i that is not a range: a year, a part of one, a month,
// a day.
func (r *timeReader) point(i int, c context) (stretch, bool) {
	first := r.next(i)
	if r.starts.of(first)&startsPoint == 0 || !isNumeralRune(first) && !r.leads(i) {
		return stretch{}, false
	}
	if st, ok := r.plan(i, c); ok {
		return st, true
	}
	if isNumeralRune(first) {
		if st, ok := r.numericDate(i, c); ok {
			return st, true
		}
	}
	if st, ok := r.century(i, c); ok {
		return st, true
	}
	if st, ok := r.yearPoint(i, c); ok {
		return st, true
	}
	return r.dayWord(i, c)
}

// leads tells whether a word that a point of time starts with stands at i, or
// 第, 前 or a quotation mark before a number.
func (r *timeReader) leads(i int) bool {
	switch c := r.next(i); c {
	case '第', '“', '"', '前', '后':
		if isNumeralRune(r.next(i + utf8.RuneLen(c))) {
			return true
		}
	}
	return r.pointWords.has(r.s, i)
}

// yearPoint reads a year and what follows in it, or a part of the year that
// the context or the anchor gives.
func (r *timeReader) yearPoint(i int, c context) (stretch, bool) {
	y := r.yearAt(i)
	if y.end == 0 {
		y = years{first: c.year, last: c.year, said: c.said}
		if !c.said {
			y.first, y.last = r.sectionYear(), r.sectionYear()
		}
		return r.inYear(i, y, c)
	}
	if y.office {
		return r.wholeYears(y), true
	}
	if st, ok := r.inYear(r.of(y.end), y, context{said: true}); ok {
		if y.first != y.last {
			st.period = join(yearsOf(y.first, y.first), st.period)
			st.grain = grainYears
		}
		st.rolled = st.rolled || y.rolled
		return st, true
	}
	if y.weak {
		return stretch{}, false
	}
	return r.wholeYears(y), true
}

// wholeYears is the stretch of a year with nothing behind it.
func (r *timeReader) wholeYears(y years) stretch {
	st := stretch{
		period: yearsOf(y.first, y.last), grain: grainYear, rolled: y.rolled,
		year: y.last, yearSaid: y.said, end: y.end,
	}
	if y.first != y.last || y.office {
		st.grain = grainYears
	}
	if st.grain == grainYear && !y.rolled && y.first > r.sectionYear() && r.sectionYear() > 0 {
		st.due = st.period.End
	}
	return st
}

// partReaders read the parts of a year. Holidays come before months, or 五一前
// and 正月朔日 would be cut.
var partReaders = [...]func(*timeReader, int, years, context) (stretch, bool){
	(*timeReader).yearEdge, (*timeReader).holidayPoint, (*timeReader).lunarMonth,
	(*timeReader).monthPoint, (*timeReader).quarter, (*timeReader).yearPart,
	(*timeReader).countedMonths, (*timeReader).relativeMonth, (*timeReader).weekOfYear,
	(*timeReader).daysOfYear, (*timeReader).bareDay,
}

// numeralReaders are those of the readers that go with a number, no year said.
var numeralReaders = [...]func(*timeReader, int, years, context) (stretch, bool){
	(*timeReader).holidayPoint, (*timeReader).lunarMonth, (*timeReader).monthPoint,
	(*timeReader).quarter, (*timeReader).bareDay,
}

// inYear reads the part of a year at i.
func (r *timeReader) inYear(i int, y years, c context) (stretch, bool) {
	if i >= len(r.s) {
		return stretch{}, false
	}
	readers := partReaders[:]
	if y.end == 0 && isNumeralRune(r.next(i)) {
		readers = numeralReaders[:]
	}
	for _, read := range readers {
		if st, ok := read(r, i, y, c); ok {
			st.year, st.yearSaid = y.last, y.said
			return st, true
		}
	}
	return stretch{}, false
}

// yearEdge reads 年底, 年初, 全年, 年内, and behind a year 底, 初, 内.
func (r *timeReader) yearEdge(i int, y years, c context) (stretch, bool) {
	e, j := r.words.yearEdge.at(r.s, i)
	if y.end == 0 && r.yearOfOther(i) {
		return stretch{}, false
	}
	if j == 0 && y.end > 0 {
		if e, j = r.words.yearEdgeShort.at(r.s, i); j > 0 && i != y.end {
			j = 0
		}
	}
	if j == 0 || r.words.notYear.has(r.s, j) || e == within && r.words.notWithin.has(r.s, j) {
		return stretch{}, false
	}
	st := stretch{
		period: yearsOf(y.last, y.last), grain: grainYear, edge: e, end: j,
		rolled: y.end == 0,
	}
	switch e {
	case atEnd:
		st.due = st.period.End
	case within:
		st.due, st.byWhen = st.period.End, true
	case atStart:
		st.period = monthsOf(y.last, 1, 2)
		st.due = st.period.End
	case atMiddle:
		st.period = monthsOf(y.last, 6, 7)
		st.due = st.period.End
	}
	return st, true
}

// yearOfOther tells whether the 年 at i belongs to the word before it: 青壮年中,
// 两三年内.
func (r *timeReader) yearOfOther(i int) bool {
	c, _ := utf8.DecodeLastRuneInString(r.s[:i])
	return i > 0 && isNumeralRune(c) || endsBefore(r.words.notBeforeYear, r.s, i)
}

// quarter reads 一季度, 第三季度, 首季度, 前三季度, 一至三季度, 四季度初.
func (r *timeReader) quarter(i int, y years, _ context) (stretch, bool) {
	j, head := i, false
	if k := r.rune(i, '前'); k > 0 && !endsBefore(r.words.notBeforeHead, r.s, i) {
		j, head = k, true
	} else if k := r.rune(i, '第'); k > 0 {
		j = k
	}
	n := r.numeral(j)
	first, last, k := r.numeralRange(n, 4)
	if k == 0 || i == j && endsBefore(r.words.notBeforeQuarter, r.s, i) {
		return stretch{}, false
	}
	k = r.quarterUnit(k, j != i)
	if k == 0 {
		return stretch{}, false
	}
	if head {
		if last < 2 {
			return stretch{}, false
		}
		first = 1
	}
	st := stretch{period: monthsOf(y.last, 3*first-2, 3*last), grain: grainQuarter, end: k}
	if head || first != last {
		st.grain = grainQuarter + "s"
	}
	st.due = st.period.End
	return r.quarterEdge(st, y.last, first, last), true
}

// quarterEdge reads the 初 or 末 behind a quarter.
func (r *timeReader) quarterEdge(st stretch, year, first, last int) stretch {
	if in, ok := r.monthOfQuarter(st, year, first, last); ok {
		return in
	}
	e, j := r.words.yearEdgeShort.at(r.s, st.end)
	if j == 0 {
		return st
	}
	st.edge, st.end = e, j
	if e == atStart {
		st.period = monthsOf(year, 3*first-2, 3*first-2)
		st.due = st.period.End
	}
	return st
}

// monthOfQuarter reads 第二个月, 首月, 最后一个月 behind a quarter.
func (r *timeReader) monthOfQuarter(st stretch, year, first, last int) (stretch, bool) {
	i := r.of(st.end)
	month, end := 0, 0
	if k := r.word(i, "首月"); k > 0 {
		month, end = 3*first-2, k
	} else if k := r.word(i, "最后一个月"); k > 0 {
		month, end = 3*last, k
	} else if k := r.rune(i, '第'); k > 0 {
		n := r.numeral(k)
		if n.end > 0 && n.n >= 1 && n.n <= 3 && !n.point {
			month, end = 3*first-3+n.n, r.monthCounter(n.end, false)
		}
	}
	if end == 0 {
		return st, false
	}
	st.period, st.grain, st.end = monthsOf(year, month, month), grainMonth, end
	st.due = st.period.End
	return st, true
}

// quarterUnit passes over 季度 or 个季度 (the latter behind 前 or 第).
func (r *timeReader) quarterUnit(i int, counted bool) int {
	i = skipBlanks(r.s, i)
	if k := r.rune(i, '个'); k > 0 && counted {
		i = k
	}
	j := r.rune(i, '季')
	if j == 0 {
		return 0
	}
	if k := r.rune(j, '度'); k > 0 {
		return k
	}
	return 0
}

// numeralRange reads what may follow a number n up to limit: a dash and a
// second number. The offset is that after the last number, 0 if n is none.
func (r *timeReader) numeralRange(n numeral, limit int) (first, last, end int) {
	if n.end == 0 || n.point || n.n < 1 || n.n > limit {
		return 0, 0, 0
	}
	_, j := r.words.dashes.at(r.s, skipBlanks(r.s, n.end))
	if j == 0 {
		return n.n, n.n, n.end
	}
	m := r.numeral(skipBlanks(r.s, j))
	if m.end == 0 || m.point || m.n <= n.n || m.n > limit {
		return n.n, n.n, n.end
	}
	return n.n, m.n, m.end
}

// yearPart reads 上半年, 夏季, 暑假.
func (r *timeReader) yearPart(i int, y years, _ context) (stretch, bool) {
	months, j := r.words.parts.at(r.s, i)
	season := j == 0
	if season {
		if months, j = r.words.seasons.at(r.s, i); y.end == 0 && r.a.Date.IsZero() && !r.closed(j) {
			j = 0
		}
	}
	if j == 0 {
		return stretch{}, false
	}
	st := stretch{period: monthsOf(y.last, months[0], months[1]), season: season, end: j}
	switch months[1] - months[0] {
	case 0:
		st.grain = grainMonth
	case 5:
		st.grain = grainHalf
	default:
		st.grain = grainQuarter
	}
	st.due = st.period.End
	return st, true
}

// closed tells whether a word that goes only with times stands at i: 前, 期间, 前后.
func (r *timeReader) closed(i int) bool {
	return r.words.during.has(r.s, i) || r.words.before.has(r.s, i) ||
		r.words.eve.has(r.s, i) || r.words.about.has(r.s, i) || r.words.thatDay.has(r.s, i)
}

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
	j := r.monthCounter(n.end, y.end > 0)
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

// daysWithin reads 最后一天, 前两天, 最后五天, 第一天, 前2周 of a known stretch.
func (r *timeReader) daysWithin(i int, p report.Period) (stretch, bool) {
	head, j := true, 0
	switch {
	case r.rune(i, '前') > 0:
		j = r.rune(i, '前')
	case r.word(i, "最后") > 0:
		head, j = false, r.word(i, "最后")
	case r.word(i, "第一天") > 0:
		j = i + len("第")
	case r.word(i, "第1天") > 0:
		j = i + len("第")
	case r.word(i, "首日") > 0:
		return headOrTail(p, 1, "天", true, i+len("首日"))
	default:
		return stretch{}, false
	}
	n := r.numeral(skipBlanks(r.s, j))
	if n.end == 0 || n.point || n.n < 1 || n.n > 366 {
		return stretch{}, false
	}
	unit, k := r.words.units.at(r.s, skipBlanks(r.s, n.end))
	if k == 0 {
		return stretch{}, false
	}
	return headOrTail(p, n.n, unit, head, k)
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

// word passes over the word at i; 0 if it does not stand there.
func (r *timeReader) word(i int, word string) int {
	if len(r.s)-i >= len(word) && r.s[i:i+len(word)] == word {
		return i + len(word)
	}
	return 0
}
