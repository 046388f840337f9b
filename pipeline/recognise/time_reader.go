package recognise

import (
	"time"

	"taizhang/report"
)

// timeReader reads the times of one sentence.
type timeReader struct {
	*times
	s string
	a report.Anchor

	// carried is what the time that ended at carriedEnd said: 2021年7月和8月,
	// 3月15日、16日.
	carried    context
	carriedEnd int

	// last is the number read last, at lastAt-1: readers of years, months, days
	// and lengths all look at the same one.
	last   numeral
	lastAt int
}

// stretch is a time as it is being read: the days it covers so far, and what
// the words behind it need to know to go on.
type stretch struct {
	period     report.Period
	grain      string
	due        report.Date
	byWhen     bool
	rolled     bool
	edge       edge
	daysOff    int  // of a holiday: how many days off start with it, at least 1
	season     bool // a season or the school holidays
	year       int  // year it lies in, 0 unknown
	yearSaid   bool // the year was said or carried, not taken from the anchor
	month      int  // month it lies in, for 3月15日至20日
	lunar      bool
	start, end int // offsets in the sentence
	core       report.Span
}

// context is what a time inherits from the one before it in a range.
type context struct {
	year  int
	said  bool
	month int
	lunar bool
}

// mention makes the mention of a stretch that has been read to its end.
func (r *timeReader) mention(st stretch) report.Mention {
	m := report.Mention{
		Type: report.MentionTime, Span: report.Span{Start: st.start, End: st.end},
		Core: st.core, Period: st.period, Due: st.due, ByWhen: st.byWhen,
		Grain: st.grain, Rolled: st.rolled,
	}
	if st.period.IsZero() {
		m.Period, m.Due = report.Period{}, report.Date{}
	}
	if st.month == 0 || st.grain != grainDay {
		st.month = 0
	}
	r.carried = context{year: st.year, said: st.yearSaid, month: st.month, lunar: st.lunar}
	r.carriedEnd = st.end
	return m
}

// thisYear is the year of 今年, 0 if unknown.
func (r *timeReader) thisYear() int {
	if !r.a.Date.IsZero() {
		return r.a.Date.Year
	}
	return r.a.ThisYear
}

// sectionYear is the year that months without a year belong to, 0 if unknown.
func (r *timeReader) sectionYear() int {
	if !r.a.Date.IsZero() {
		return r.a.Date.Year
	}
	return r.a.Year
}

// pastYear is the last year looked back on, 0 if unknown.
func (r *timeReader) pastYear() int {
	switch {
	case r.a.Reviewed != 0:
		return r.a.Reviewed
	case r.a.Planned != 0:
		return r.a.Planned - 1
	}
	return 0
}

// comingYear is the first year planned for, 0 if unknown.
func (r *timeReader) comingYear() int {
	switch {
	case r.a.Planned != 0:
		return r.a.Planned
	case r.a.Reviewed != 0:
		return r.a.Reviewed + 1
	}
	return r.a.Year
}

// dayPeriod returns the period of one day, the zero Period if there is no such
// day or the year is unknown.
func dayPeriod(year, month, day int) report.Period {
	if year <= 0 || month < 1 || month > 12 || day < 1 {
		return report.Period{}
	}
	d := report.NewDate(year, time.Month(month), day)
	if d.Month != time.Month(month) {
		return report.Period{}
	}
	return report.Period{Start: d, End: d}
}

// monthsOf returns months first to last of the year; a last beyond 12 lies in
// the next year. Without a year the period is zero.
func monthsOf(year, first, last int) report.Period {
	if year <= 0 {
		return report.Period{}
	}
	return report.MonthsPeriod(year, time.Month(first), time.Month(last))
}

// yearsOf returns the years, or the zero Period where they are unknown.
func yearsOf(first, last int) report.Period {
	if first <= 0 || last < first {
		return report.Period{}
	}
	return report.YearsPeriod(first, last)
}

// daysOf returns days first to last of a month, last cut to its length.
func daysOf(year, month, first, last int) report.Period {
	p := monthsOf(year, month, month)
	if p.IsZero() || first > p.End.Day {
		return report.Period{}
	}
	return report.Period{
		Start: report.NewDate(year, time.Month(month), first),
		End:   report.NewDate(year, time.Month(month), min(last, p.End.Day)),
	}
}

// join returns the period from the start of p to the end of q; zero where one
// is unknown or they are in the wrong order.
func join(p, q report.Period) report.Period {
	if p.IsZero() || q.IsZero() || q.End.Before(p.Start) {
		return report.Period{}
	}
	return report.Period{Start: p.Start, End: q.End}
}

// of passes over a 的 and blanks.
func (r *timeReader) of(i int) int {
	i = skipBlanks(r.s, i)
	c, size := decode(r.s, i)
	if c == '的' {
		return skipBlanks(r.s, i+size)
	}
	return i
}

// next returns the rune at i, 0 at the end.
func (r *timeReader) next(i int) rune {
	return nextRune(r.s, i)
}

// numeral reads the number at i.
func (r *timeReader) numeral(i int) numeral {
	if r.lastAt != i+1 {
		r.last, r.lastAt = numeralAt(r.s, i), i+1
	}
	return r.last
}

// rune passes over c at i; 0 if another stands there.
func (r *timeReader) rune(i int, c rune) int {
	if i < len(r.s) {
		if d, size := decode(r.s, i); d == c {
			return i + size
		}
	}
	return 0
}
