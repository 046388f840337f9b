package recognise

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
	if edge, k := r.words.quarterMonth.at(r.s, i); k > 0 {
		month, end = 3*first-2, k
		if edge > 1 {
			month = 3 * last
		}
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
