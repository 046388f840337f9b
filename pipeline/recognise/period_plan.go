package recognise

import (
	"taizhang/report"
)

// planWord is what a word behind the name of a five-year plan makes of it.
type planWord int

const (
	planDuring planWord = iota + 1
	planEnd
	planStart
	planSince
	planFirst
	planLast
)

func (t timesTable) planWords() wordTable[planWord] {
	table := newWordTable[planWord](nil)
	for kind, words := range map[planWord][]string{
		planDuring: t.Plans.During, planEnd: t.Plans.End, planStart: t.Plans.Start,
		planSince: t.Plans.Since, planFirst: t.Plans.First, planLast: t.Plans.Last,
	} {
		for _, w := range words {
			table.add(w, kind)
		}
	}
	return table
}

// plan reads “十四五”, “十四五”时期, 十四五末, “十一五”前四年, “十五五”开局之年.
// The plan itself (“十四五”规划) is a name and no time.
func (r *timeReader) plan(i int, _ context) (stretch, bool) {
	first, last, j, quoted := r.planName(i)
	if j == 0 {
		return stretch{}, false
	}
	j = skipBlanks(r.s, j)
	st := stretch{
		period: yearsOf(first, last), grain: grainYears, year: last, yearSaid: false, end: j,
	}
	if kind, k := r.words.planWords.at(r.s, j); k > 0 {
		st.end = k
		return r.inPlan(st, kind, first, last), true
	}
	if r.words.name.has(r.s, j) {
		return stretch{}, false
	}
	if p, k := r.planYears(j, first, last); k > 0 {
		st.period, st.end = p, k
		return st, true
	}
	return st, quoted
}

// inPlan narrows the stretch of a plan to what the word behind it says.
func (r *timeReader) inPlan(st stretch, kind planWord, first, last int) stretch {
	switch kind {
	case planEnd:
		st.period, st.edge, st.grain = yearsOf(last, last), atEnd, grainYear
		st.due = st.period.End
	case planLast:
		st.period, st.grain = yearsOf(last, last), grainYear
	case planStart, planFirst:
		st.period, st.grain = yearsOf(first, first), grainYear
	case planSince:
		if past := r.lastDay(); !past.IsZero() && past.Before(st.period.End) {
			st.period = join(st.period, report.Period{Start: past, End: past})
		}
	case planDuring:
		if p, k := r.planYears(st.end, first, last); k > 0 {
			st.period, st.end = p, k
		}
	}
	return st
}

// planYears reads 前四年, 后三年 of a plan.
func (r *timeReader) planYears(i, first, last int) (report.Period, int) {
	_, head := r.words.planHead.at(r.s, i)
	_, tail := r.words.planTail.at(r.s, i)
	n := r.numeral(max(head, tail))
	k := 0
	if head+tail > 0 && n.end > 0 && n.n >= 1 && n.n <= last-first+1 && !n.point {
		k = r.yearUnit(n.end)
	}
	switch {
	case k == 0:
		return report.Period{}, 0
	case head > 0:
		return yearsOf(first, first+n.n-1), k
	}
	return yearsOf(last-n.n+1, last), k
}

// planName reads 十四五 with or without quotes and returns the plan's years.
// Without quotes only those from 十一五 on are read, 三五 is a number.
func (r *timeReader) planName(i int) (first, last, end int, quoted bool) {
	j := i
	closing := rune(0)
	switch r.next(i) {
	case '“':
		closing, j = '”', i+len("“")
	case '"':
		closing, j = '"', i+1
	}
	number, k := r.planNumber(j)
	if k == 0 {
		return r.planOrdinal(i)
	}
	if closing != 0 {
		if end = r.rune(k, closing); end == 0 {
			return 0, 0, 0, false
		}
	} else if end = k; number < 11 {
		return 0, 0, 0, false
	}
	first, last = r.calendar.plan(r.s[j:k], number)
	return first, last, end, closing != 0
}

// planOrdinal reads 第六个五年计划 where 期间 or the like follows; by itself it is
// the name of a plan.
func (r *timeReader) planOrdinal(i int) (first, last, end int, quoted bool) {
	j := r.rune(i, '第')
	if j == 0 {
		return 0, 0, 0, false
	}
	n := r.numeral(j)
	_, k := r.words.planOrdinal.at(r.s, n.end)
	if k == 0 || n.n < 1 || n.n > 30 || n.point {
		return 0, 0, 0, false
	}
	first, last = r.calendar.plan(planNames[min(n.n, len(planNames))-1], n.n)
	return first, last, k, false
}

// planNames are the names by which the table of plans knows the first five.
var planNames = [...]string{"一五", "二五", "三五", "四五", "五五", ""}

// planNumber reads the number before 五 in 十四五: 14.
func (r *timeReader) planNumber(i int) (number, end int) {
	n, digits := 0, 0
	for j := i; j < len(r.s); {
		c, size := decode(r.s, j)
		if c == '五' && digits > 0 {
			if next := chineseDigit(r.next(j + size)); next < 0 && tens(r.next(j+size)) == 0 {
				return n, j + size
			}
		}
		switch d := chineseDigit(c); {
		case c == '十' && digits == 0:
			n = 10
		case d > 0 && digits < 2 && (digits == 0 || n == 10):
			n += d
		default:
			return 0, 0
		}
		digits++
		j += size
	}
	return 0, 0
}

// lastDay is the day up to which 以来 reaches: the day of speaking, or the last
// of the year looked back on.
func (r *timeReader) lastDay() report.Date {
	if !r.a.Date.IsZero() {
		return r.a.Date
	}
	if y := r.pastYear(); y > 0 {
		return report.NewDate(y, 12, 31)
	}
	return report.Date{}
}
