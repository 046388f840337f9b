package recognise

import (
	"taizhang/report"
)

// by reads 到2027年, 至2030年底: by when. 到 counts at the head of a clause and
// behind 力争, 计划 and the like; 提高到2027年的水平 says no such thing.
func (r *timeReader) by(i int) (stretch, bool) {
	_, j := r.words.by.at(r.s, i)
	if j == 0 || !r.clauseHead(i) {
		return stretch{}, false
	}
	j = skipBlanks(r.s, j)
	st, ok := r.point(j, context{})
	if !ok {
		return stretch{}, false
	}
	st.core = report.Span{Start: j, End: st.end}
	st.start = i
	st = r.close(st)
	if st.byWhen || st.period.IsZero() {
		return st, true
	}
	st.due, st.byWhen = st.period.End, true
	return st, true
}

// clauseHead tells whether i stands at the head of a clause, or behind a word
// that a term may follow.
func (r *timeReader) clauseHead(i int) bool {
	if i == 0 {
		return true
	}
	c, _ := decodeLast(r.s, i)
	return !isWordRune(c) || endsBefore(r.words.byAfter, r.s, i)
}

// isWordRune tells whether c is part of words, not a mark or a blank.
func isWordRune(c rune) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' ||
		c >= 0x4E00 && c <= 0x9FFF || c == '%'
}

// close reads the words that close a time: 前 and 内 make it a term, 以来 and
// 以后 leave it open, 期间 and 左右 belong to it.
func (r *timeReader) close(st stretch) stretch {
	i := skipBlanks(r.s, st.end)
	if _, j := r.words.about.at(r.s, i); j > 0 {
		st.end = j
		return st
	}
	if _, j := r.words.before.at(r.s, i); j > 0 && r.closesBefore(st, j) {
		return r.beforeIt(st, j)
	}
	if _, j := r.words.within.at(r.s, i); j > 0 && r.closesWithin(st, j) {
		st.end, st.byWhen, st.due = j, true, st.period.End
		return st
	}
	if _, j := r.words.since.at(r.s, i); j > 0 && r.sinceHere(st, j) {
		return r.toNow(st, j)
	}
	if _, j := r.words.fromEnd.at(r.s, i); j > 0 && r.sinceHere(st, j) {
		return r.toNow(st, j)
	}
	if _, j := r.words.after.at(r.s, i); j > 0 && r.closesAfter(i, j) {
		return r.afterIt(st, j)
	}
	if _, j := r.words.during.at(r.s, i); j > 0 && st.edge == noEdge {
		st.end = j
	}
	return st
}

// closesWithin tells whether the 内 that ends at j closes a year or a month:
// 2024年内, not 2024年内部审计.
func (r *timeReader) closesWithin(st stretch, j int) bool {
	whole := st.grain == grainYear || st.grain == grainMonth || st.grain == grainQuarter ||
		st.grain == grainHalf
	return st.edge == noEdge && whole && !r.words.notWithin.has(r.s, j)
}

// closesBefore tells whether the 前 that ends at j closes a time: not the 前 of
// 前三季度 or 前期.
func (r *timeReader) closesBefore(st stretch, j int) bool {
	if isNumeralRune(r.next(j)) || r.words.notBefore.has(r.s, j) {
		return false
	}
	return st.edge != whole && st.edge != within
}

// closesAfter tells whether the 后 at i:j closes a time: not the 后 of 后期, of
// 后三个月.
func (r *timeReader) closesAfter(i, j int) bool {
	if j-i > len("后") {
		return true
	}
	return !r.words.notAfter.has(r.s, j) && !isNumeralRune(r.next(j))
}

// sinceHere tells whether 以来 or 起 behind a time leaves it open: not 6月底起.
func (r *timeReader) sinceHere(st stretch, j int) bool {
	return st.edge != within && st.edge != whole && !r.words.notSince.has(r.s, j)
}

// beforeIt makes a term of a time: the last day that keeps 6月底前 is the 30th,
// that of 国庆节前 and of 10月1日前 the day before. A day within a month is
// itself kept: offices that write 6月30日前 count the 30th in.
func (r *timeReader) beforeIt(st stretch, end int) stretch {
	st.end, st.byWhen = end, true
	if st.period.IsZero() {
		return st
	}
	st.due = st.period.End
	if st.strict() && !r.words.beforeOrOn.has(r.s, skipBlanks(r.s, st.core.End)) {
		st.due = st.period.Start.AddDays(-1)
	}
	if !st.yearSaid && st.daysOff > 0 && st.due.Year < st.period.Start.Year {
		st.due = addMonths(st.due, 12) // 元旦前 of a plan is the end of its year
	}
	return st
}

// strict tells whether 前 excludes the time it follows: a holiday, a season, the
// first of a month, a whole month or year; not 底, a quarter, or a day like the 30th.
func (st stretch) strict() bool {
	switch {
	case st.edge == atEnd || st.edge == atMiddle:
		return false
	case st.daysOff > 0 || st.season:
		return true
	case st.grain == grainDay:
		return st.period.Start.Day == 1
	}
	return st.grain == grainMonth || st.grain == grainYear
}

// afterIt leaves a time open behind its end: 2025年以后, 春节后.
func (r *timeReader) afterIt(st stretch, end int) stretch {
	st.end, st.due = end, report.Date{}
	st.period = r.openEnded(st.period)
	return st
}
