package recognise

import "taizhang/report"

// century reads 本世纪, 20世纪60年代, 上世纪80年代, 十九世纪七十年代前期, 90年代.
func (r *timeReader) century(i int, _ context) (stretch, bool) {
	first, j := r.centuryStart(i)
	if j == 0 {
		return r.decade(i, 1900)
	}
	if st, ok := r.decade(r.of(j), first); ok {
		return st, true
	}
	st := stretch{period: yearsOf(first, first+99), grain: grainYears, end: j}
	if part, k := r.words.centuryPart.at(r.s, j); k > 0 {
		st.period, st.end = yearsOf(first+part[0], first+part[1]), k
	}
	return st, true
}

// centuryStart reads 20世纪 or 上世纪 and returns the first year: 1900.
func (r *timeReader) centuryStart(i int) (first, end int) {
	if d, j := r.words.centuries.at(r.s, i); j > 0 {
		this := r.thisYear()
		if this == 0 {
			this = r.sectionYear()
		}
		return this/100*100 + 100*d, j
	}
	n := r.numeral(i)
	if n.end == 0 || n.point || n.n < 1 || n.n > 30 {
		return 0, 0
	}
	_, j := r.words.century.at(r.s, skipBlanks(r.s, n.end))
	return (n.n - 1) * 100, j
}

// decade reads 60年代 of the century, 60年代前期, and 1990年代.
func (r *timeReader) decade(i, century int) (stretch, bool) {
	n := r.numeral(i)
	if n.digits == 4 && n.placed && !n.point && n.n >= 1000 && n.n < 3000 {
		century, n.n = n.n/100*100, n.n%100
	} else if n.n < 10 || n.placed && !n.arabic {
		return stretch{}, false
	}
	if n.end == 0 || n.point || n.n > 90 || n.n%10 != 0 {
		return stretch{}, false
	}
	_, j := r.words.decade.at(r.s, skipBlanks(r.s, n.end))
	if j == 0 {
		return stretch{}, false
	}
	first := century + n.n
	st := stretch{period: yearsOf(first, first+9), grain: grainYears, end: j}
	if part, k := r.words.decadePart.at(r.s, j); k > 0 {
		st.period, st.end = yearsOf(first+part[0], first+part[1]), k
	}
	if century <= 0 {
		st.period = report.Period{}
	}
	return st, true
}
