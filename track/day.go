package track

import (
	"strings"
	"time"

	"taizhang/report"
)

// dayOf returns the day, or the first of the month, to which the clause or the
// one before it dates what it tells.
func (l *ledger) dayOf(c candidate, s report.Span) (report.Date, bool) {
	from := s.Start
	for i, k := range c.clauses {
		if k == s && i > 0 && len(grams(words(c.words, c.clauses[i-1]))) <= 1 {
			from = c.clauses[i-1].Start // 8月26日，
		}
	}
	if monthIn(words(c.words, s)) == 0 && l.datedBefore(c, s) {
		from = c.clauses[0].Start // 9月7日，甲站启用，乙广场随之启用
	}
	day, ok := report.Date{}, false
	for _, f := range c.facts {
		at := f.Place.Start - c.place.Start
		if at >= from && at < s.End && f.Modality == report.Actual && dated(f.Period) {
			day, ok = f.Period.Start, true
		}
	}
	told := words(c.words, report.Span{Start: from, End: s.End})
	if m := monthIn(told); !ok && m > 0 {
		year := c.year
		if c.now > 0 && firstOf(told, l.v.ThisYear) != "" {
			year = c.now
		}
		day, ok = report.NewDate(year, time.Month(m), 1), true
	}
	return day, ok
}

// datedBefore tells whether the sentence begins with a day, and no clause up to
// this one has another.
func (l *ledger) datedBefore(c candidate, s report.Span) bool {
	for i, k := range c.clauses {
		w := words(c.words, k)
		switch {
		case k.End > s.Start:
			return i > 0
		case i == 0 && (monthIn(w) == 0 || len(grams(w)) > 1), i > 0 && monthIn(w) > 0:
			return false
		}
	}
	return false
}

// monthIn returns the month that the words date what they tell to: 于9月7日通水.
func monthIn(s string) int {
	for i := strings.Index(s, "月"); i > 0; {
		n, start := 0, i
		for start > 0 && s[start-1] >= '0' && s[start-1] <= '9' {
			start--
		}
		for _, d := range s[start:i] {
			n = 10*n + int(d-'0')
		}
		if n >= 1 && n <= 12 && !strings.HasSuffix(s[:start], "—") && !strings.HasSuffix(s[:start], "-") && !strings.HasSuffix(s[:start], "至") {
			return n
		}
		next := strings.Index(s[i+len("月"):], "月")
		if next < 0 {
			break
		}
		i += len("月") + next
	}
	return 0
}

// movedTo returns the later date that the clause now sets for the promise.
func (l *ledger) movedTo(p *promise, c candidate, s report.Span) report.Date {
	for _, f := range c.facts {
		at := f.Place.Start - c.place.Start
		if at >= s.Start && at < s.End && f.Modality == report.Target && !p.Due.IsZero() && p.Due.Before(f.Due) {
			return f.Due
		}
	}
	return report.Date{}
}
