package recognise

import "taizhang/report"

// dayWord reads 今天, 前天, 次日, where a day of speaking is given.
func (r *timeReader) dayWord(i int, _ context) (stretch, bool) {
	if r.a.Date.IsZero() {
		return stretch{}, false
	}
	d, j := r.words.days.at(r.s, i)
	if j == 0 || r.words.notDay.has(r.s, j) {
		return stretch{}, false
	}
	day := r.a.Date.AddDays(d)
	p := report.Period{Start: day, End: day}
	return stretch{period: p, grain: grainDay, due: day, rolled: true, end: j}, true
}

// holidayPoint reads 国庆节, 春节期间, 教师节前一天, 清明, 冬至.
func (r *timeReader) holidayPoint(i int, y years, _ context) (stretch, bool) {
	h, j := r.holidays.at(r.s, i)
	if j == 0 {
		return r.solarTerm(i, y)
	}
	bound := h.alone == aloneNever || h.alone == aloneDated && r.a.Date.IsZero() && y.end == 0
	if bound && !r.closed(j) {
		return stretch{}, false
	}
	year := y.last
	if year == 0 && y.end == 0 {
		year = r.sectionYear()
	}
	st := stretch{grain: grainDay, daysOff: h.days, end: j, period: h.in(year, r.calendar)}
	return r.nearHoliday(st), true
}

// solarTerm reads 冬至, 芒种 and the other terms that are no holidays. In a report
// without a year before it 大雪 is snow and 雨水 rain.
func (r *timeReader) solarTerm(i int, y years) (stretch, bool) {
	n, j := r.terms.at(r.s, i)
	if j == 0 || r.a.Date.IsZero() && y.end == 0 {
		return stretch{}, false
	}
	st := stretch{grain: grainDay, end: j, period: r.calendar.term(y.last, n)}
	st.due = st.period.End
	return st, true
}

// nearHoliday reads what follows a holiday: 前一天, 期间, 假期.
func (r *timeReader) nearHoliday(st stretch) stretch {
	if d, j := r.words.eve.at(r.s, r.of(st.end)); j > 0 {
		st.end, st.daysOff = j, 0
		st.period = shiftDays(st.period, d)
	} else if _, j := r.words.thatDay.at(r.s, st.end); j > 0 {
		st.end = j
	} else if _, j := r.words.during.at(r.s, st.end); j > 0 {
		st.end = j
		if !st.period.IsZero() && st.daysOff > 1 {
			st.period.End = st.period.Start.AddDays(st.daysOff - 1)
			st.grain = grainDays
		}
	}
	st.due = st.period.End
	return st
}

func shiftDays(p report.Period, days int) report.Period {
	if p.IsZero() {
		return p
	}
	return report.Period{Start: p.Start.AddDays(days), End: p.End.AddDays(days)}
}

// weekOfYear reads 第三十七个星期 behind a year: its ISO week.
func (r *timeReader) weekOfYear(i int, y years, _ context) (stretch, bool) {
	if y.end == 0 || y.last == 0 {
		return stretch{}, false
	}
	n, j := r.ordinalWeek(i)
	if j == 0 || n > 53 {
		return stretch{}, false
	}
	monday := firstMonday(report.NewDate(y.last, 1, 4).AddDays(-6)).AddDays(7 * (n - 1))
	p := report.Period{Start: monday, End: monday.AddDays(6)}
	return stretch{period: p, grain: grainDays, due: p.End, end: j}, true
}

// weekOf reads 第二周 behind a month: weeks count from its first Monday.
func (r *timeReader) weekOf(i int, month report.Period) (stretch, bool) {
	n, j := r.ordinalWeek(i)
	if j == 0 || n > 5 {
		return stretch{}, false
	}
	st := stretch{grain: grainDays, end: j}
	if month.IsZero() {
		return st, true
	}
	monday := firstMonday(month.Start).AddDays(7 * (n - 1))
	st.period = report.Period{Start: monday, End: monday.AddDays(6)}
	st.due = st.period.End
	return st, true
}

// ordinalWeek reads 第二周, 第三十七个星期.
func (r *timeReader) ordinalWeek(i int) (n, end int) {
	j := r.rune(i, '第')
	if j == 0 {
		return 0, 0
	}
	num := r.numeral(j)
	if num.end == 0 || num.point || num.n < 1 {
		return 0, 0
	}
	unit, k := r.words.units.at(r.s, skipBlanks(r.s, num.end))
	if unit != "周" {
		return 0, 0
	}
	return num.n, k
}
