package recognise

import (
	"time"

	"taizhang/report"
)

// relative reads times counted from now: 过去五年, 近三年, 未来两个月, 五年来,
// 三年内, 17天后, 三年前.
func (r *timeReader) relative(i int) (stretch, bool) {
	st, ok := r.fromNowWords(i)
	if ok && r.wordUpTo(i, st.end) {
		return stretch{}, false
	}
	return st, ok
}

// wordUpTo tells whether a word of its own stands at i and reaches as far as
// end: 上一年 is last year, not one year back from today.
func (r *timeReader) wordUpTo(i, end int) bool {
	reach := 0
	for _, t := range []*wordTable[int]{
		&r.words.years, &r.words.months, &r.words.quarters, &r.words.weeks, &r.words.days,
	} {
		_, j := t.at(r.s, i)
		reach = max(reach, j)
	}
	_, year := r.words.sectionYears.at(r.s, i)
	_, part := r.words.parts.at(r.s, i)
	return max(reach, year, part) >= end
}

// fromNowWords reads the words of relative.
func (r *timeReader) fromNowWords(i int) (stretch, bool) {
	if _, j := r.words.pass.at(r.s, i); j > 0 && !r.a.Date.IsZero() {
		if l := r.length(skipBlanks(r.s, j), true); l.end > 0 && l.counts() {
			return r.away(l, 1, l.end), true
		}
	}
	if st, ok := r.yearsBefore(i); ok {
		return st, true
	}
	if _, j := r.words.beforeWords.at(r.s, i); j > 0 && r.countsBack(i, j) {
		if st, ok := r.counted(j, true); ok {
			return st, true
		}
	}
	if _, j := r.words.afterWords.at(r.s, i); j > 0 && r.countsBack(i, j) {
		if st, ok := r.counted(j, false); ok {
			return st, true
		}
	}
	return r.suffixed(i)
}

// yearsBefore reads 前四年内, 前三年中 of a report: the years up to the last one
// looked back on.
func (r *timeReader) yearsBefore(i int) (stretch, bool) {
	j := r.rune(i, '前')
	if j == 0 || !r.a.Date.IsZero() || endsBefore(r.words.notBeforeHead, r.s, i) {
		return stretch{}, false
	}
	l := r.length(j, false)
	if l.end == 0 || l.unit != "年" || !l.counts() {
		return stretch{}, false
	}
	for _, t := range []*wordTable[bool]{&r.words.within, &r.words.inside, &r.words.span} {
		if _, k := t.at(r.s, l.end); k > 0 && !r.words.notWithin.has(r.s, k) {
			st := r.fromNow(l, true)
			st.end = k
			return st, true
		}
	}
	return stretch{}, false
}

// countsBack tells whether the word at i:j counts from now. One of a single
// character but 近 does only where a day of speaking is given: 前两年 of a
// report are the first two of something. 附近, 马上 are other words.
func (r *timeReader) countsBack(i, j int) bool {
	c, size := decode(r.s, i)
	if j-i > size {
		return true
	}
	return (c == '近' || c == '这' || !r.a.Date.IsZero()) && !endsBefore(r.words.nearEnds, r.s, i)
}

// counted reads the length behind 过去 or 未来, and 内, 来 or 里 behind it.
func (r *timeReader) counted(i int, back bool) (stretch, bool) {
	l := r.length(skipBlanks(r.s, i), true)
	if l.end == 0 || !l.counts() || l.unit == "日" && l.n > 0 && l.num.arabic {
		return stretch{}, false
	}
	st := r.fromNow(l, back)
	st.end = l.end
	if !back {
		if _, k := r.words.within.at(r.s, l.end); k > 0 && !r.words.notWithin.has(r.s, k) {
			st.end, st.byWhen, st.due = k, true, st.period.End
		}
		return st, true
	}
	for _, t := range []*wordTable[bool]{
		&r.words.since, &r.words.within, &r.words.inside, &r.words.span,
	} {
		if _, k := t.at(r.s, l.end); k > 0 && !r.words.notSince.has(r.s, k) {
			st.end = k
			break
		}
	}
	return st, true
}

// counts tells whether the number is one of a length: not the year of 近2020年.
func (l length) counts() bool {
	switch {
	case l.num.end == 0 || l.vague || l.low > 0:
		return true
	case l.num.placed && !l.num.arabic && l.num.digits > 1:
		return false
	case l.num.arabic && l.num.digits > 1 && l.n < 10 && !l.num.point:
		return false
	}
	return !(l.unit == "年" && l.num.digits == 4 && l.n >= 1000)
}

// suffixed reads 五年来, 三年内, 17天后, 两年前, 两年间.
func (r *timeReader) suffixed(i int) (stretch, bool) {
	l := r.length(i, false)
	if l.end == 0 || !l.counts() {
		return stretch{}, false
	}
	day := l.unit == "日" && l.num.arabic && l.n <= 31
	if _, k := r.words.within.at(r.s, l.end); k > 0 && !r.words.notWithin.has(r.s, k) {
		return r.withinLength(l, k), true
	}
	if day {
		return stretch{}, false
	}
	if _, k := r.words.inside.at(r.s, l.end); k > 0 && r.inYears(l, k) {
		st := r.fromNow(l, r.looksBack())
		st.end = k
		return st, true
	}
	for _, t := range []*wordTable[bool]{&r.words.since, &r.words.span} {
		if _, k := t.at(r.s, l.end); k > 0 && !r.words.notSince.has(r.s, k) {
			st := r.fromNow(l, true)
			st.end = k
			return st, true
		}
	}
	return r.distant(l)
}

// inYears tells whether 中 or 里 behind a length of years makes it the years the
// section is about: 四年中, not 一年中 or 三年中学.
func (r *timeReader) inYears(l length, k int) bool {
	return l.unit == "年" && l.n > 1 && !l.half && !r.words.notWithin.has(r.s, k) &&
		r.a.Date.IsZero()
}

// looksBack tells whether the section is about years that are over.
func (r *timeReader) looksBack() bool {
	return r.a.Year == 0 || r.a.Year != r.a.Planned || r.a.Planned == r.a.Reviewed
}

// withinLength is the term of 三年内. In the part of a report that looks back
// (一年内就建成) it is no term of a promise and its days are not known.
func (r *timeReader) withinLength(l length, end int) stretch {
	st := r.fromNow(l, false)
	if own := r.a.Period; l.unit == "年" && own == st.period && !own.IsZero() {
		st.end = end // 五年内 of a five-year plan: its years, no term
		return st
	}
	st.end, st.byWhen, st.due = end, true, st.period.End
	if r.a.Date.IsZero() && r.a.Year != 0 && r.a.Year == r.a.Reviewed && r.a.Year != r.a.Planned {
		st.period, st.due = report.Period{}, report.Date{}
	}
	return st
}

// distant reads 三年前 and 17天后: a day that far from now, or in a report a year.
func (r *timeReader) distant(l length) (stretch, bool) {
	if _, k := r.words.ago.at(r.s, l.end); k > 0 && !r.words.notBefore.has(r.s, k) {
		return r.away(l, -1, k), true
	}
	if _, k := r.words.later.at(r.s, l.end); k > 0 && !r.words.notAfter.has(r.s, k) {
		return r.away(l, 1, k), true
	}
	return stretch{}, false
}

// away is the day the length before or after now, or in a report the year.
func (r *timeReader) away(l length, sign, end int) stretch {
	st := stretch{grain: grainDay, rolled: true, end: end}
	if r.a.Date.IsZero() {
		st.grain = grainYear
		if y := r.sectionYear(); y > 0 && l.unit == "年" && !l.half && !l.vague {
			st.period = yearsOf(y+sign*l.n, y+sign*l.n)
		}
		return st
	}
	d := l.from(r.a.Date, sign)
	st.period = report.Period{Start: d, End: d}
	if l.unit == "年" {
		y := years{first: d.Year, last: d.Year, said: true, rolled: true, end: end}
		if in, ok := r.inYear(r.of(end), y, context{said: true}); ok {
			return in
		}
	}
	return st
}

// fromNow is the stretch of the length that ends, or starts, now. A report
// counts whole years: back from the last year looked back on, forward from the
// first planned for.
func (r *timeReader) fromNow(l length, back bool) stretch {
	st := stretch{grain: unitGrain(l.unit) + "s", rolled: true}
	if l.n == 1 && !l.half && l.unit == "年" {
		st.grain = grainYear
	}
	d := r.a.Date
	switch {
	case !d.IsZero() && back:
		st.period = report.Period{Start: l.from(d, -1), End: d}
	case !d.IsZero():
		st.period = report.Period{Start: d, End: l.from(d, 1)}
	case l.unit != "年" || l.half || l.vague || l.num.point || l.n < 1 || l.n > 200:
	default:
		st.period = r.reportYears(l.n, back)
	}
	return st
}

// reportYears is the last or the next n years of a report. A section about as
// many years is itself meant by 这五年.
func (r *timeReader) reportYears(n int, back bool) report.Period {
	own := r.a.Period
	switch y := r.pastYear(); {
	case !own.IsZero() && own.End.Year-own.Start.Year == n-1:
		return own
	case back && y > n:
		return yearsOf(y-n+1, y)
	case back:
		return report.Period{}
	}
	if y := r.comingYear(); y > 0 {
		return yearsOf(y, y+n-1)
	}
	return report.Period{}
}

// from returns the day the length away from d.
func (l length) from(d report.Date, sign int) report.Date {
	n := min(l.n, 5000)
	switch l.unit {
	case "年":
		return addMonths(d, sign*12*n+sign*l.halfOf(6))
	case "季度":
		return addMonths(d, sign*3*n)
	case "月":
		return addMonths(d, sign*n).AddDays(sign * l.halfOf(15))
	case "周":
		return d.AddDays(sign * 7 * n)
	case "工作日":
		return workdays(d, sign, n)
	}
	return d.AddDays(sign * n)
}

func (l length) halfOf(n int) int {
	if l.half {
		return n
	}
	return 0
}

// addMonths returns the day n months later, cut to the length of its month.
func addMonths(d report.Date, n int) report.Date {
	first := report.NewDate(d.Year, d.Month+time.Month(n), 1)
	last := report.NewDate(first.Year, first.Month+1, 0)
	return report.NewDate(first.Year, first.Month, min(d.Day, last.Day))
}

// workdays returns the day n days from Monday to Friday later.
func workdays(d report.Date, sign, n int) report.Date {
	for n = min(n, 1000); n > 0; {
		d = d.AddDays(sign)
		if w := d.Time().Weekday(); w != 0 && w != 6 {
			n--
		}
	}
	return d
}
