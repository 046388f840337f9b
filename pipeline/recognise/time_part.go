package recognise

import "unicode/utf8"

// point reads a time at i that is not a range: a year, a part of one, a month,
// a day.
func (r *timeReader) point(i int, c context) (stretch, bool) {
	first := r.next(i)
	if r.starts.of(first)&(startsPoint|startsMark) == 0 || !isNumeralRune(first) && !r.leads(i) {
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
		st.period, st.grain = monthsOf(y.last, 1, 2), grainMonth+"s"
		st.due = st.period.End
	case atMiddle:
		st.period, st.grain = monthsOf(y.last, 6, 6), grainMonth
		st.due = st.period.End
	}
	return st, true
}

// yearOfOther tells whether the 年 at i belongs to the word before it: 青壮年中,
// 两三年内.
func (r *timeReader) yearOfOther(i int) bool {
	c, _ := decodeLast(r.s, i)
	return i > 0 && isNumeralRune(c) || endsBefore(r.words.notBeforeYear, r.s, i)
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
