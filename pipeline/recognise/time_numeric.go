package recognise

import "strings"

// numericDate reads 2010-01-29, 2010/1/29, 2010.01.29, 20240307, and the months
// of 1999.08-2002.02.
func (r *timeReader) numericDate(i int, _ context) (stretch, bool) {
	y := r.numeral(i)
	if !y.arabic || y.end == 0 {
		return stretch{}, false
	}
	if y.digits <= 2 && !y.point {
		return r.shortDate(i)
	}
	if y.digits == 8 && !y.point {
		return r.compactDate(i, y)
	}
	if y.digits != 4 || y.n < 1000 || y.n > 2999 {
		return stretch{}, false
	}
	j := i + 4
	if j >= len(r.s) || r.s[j] >= 0x80 || !strings.ContainsRune("-/.", rune(r.s[j])) {
		return stretch{}, false
	}
	sep := r.s[j]
	m, j := r.twoDigits(j + 1)
	if j == 0 {
		return stretch{}, false
	}
	if j >= len(r.s) || r.s[j] != sep {
		return r.numericMonths(y.n, m, sep, i, j)
	}
	d, end := r.twoDigits(j + 1)
	p := dayPeriod(y.n, m, d)
	if end == 0 || p.IsZero() {
		return stretch{}, false
	}
	return stretch{
		period: p, grain: grainDay, due: p.End, year: y.n, yearSaid: true, month: m, end: end,
	}, true
}

// twoDigits reads one or two digits that end there.
func (r *timeReader) twoDigits(i int) (n, end int) {
	j := i
	for j < len(r.s) && j < i+2 && r.s[j] >= '0' && r.s[j] <= '9' {
		n = n*10 + int(r.s[j]-'0')
		j++
	}
	if _, size := arabicDigit(r.s, j); j == i || size > 0 {
		return 0, 0
	}
	return n, j
}

// compactDate reads 20240307.
func (r *timeReader) compactDate(i int, n numeral) (stretch, bool) {
	if i > 0 && r.s[i-1] == '-' {
		return stretch{}, false
	}
	year := n.n / 10000
	p := dayPeriod(year, n.n/100%100, n.n%100)
	if p.IsZero() || year < 1900 || year > 2100 {
		return stretch{}, false
	}
	return stretch{
		period: p, grain: grainDay, due: p.End, year: year, yearSaid: true, end: n.end,
	}, true
}

// numericMonths reads 1999.08-2002.02 and 2008.03-2009: months only where a
// dash and a second end follow, else 1999.08 is a number.
func (r *timeReader) numericMonths(year, month int, sep byte, i, j int) (stretch, bool) {
	if j-i != len("1999.08") || month < 1 || month > 12 {
		return stretch{}, false
	}
	if sep != '.' {
		return r.numericMonth(year, month, j)
	}
	_, k := r.words.dashes.at(r.s, j)
	if k == 0 {
		return stretch{}, false
	}
	to := r.numeral(k)
	if to.digits != 4 || !to.arabic || to.n < year || to.n > 2999 {
		return stretch{}, false
	}
	last, end := monthsOf(to.n, 1, 12), k+4
	if to.point {
		m, e := r.twoDigits(k + len("2002."))
		if e != k+len("2002.02") {
			return stretch{}, false
		}
		last, end = monthsOf(to.n, m, m), e
	}
	return stretch{
		period: join(monthsOf(year, month, month), last), grain: grainMonth + "s",
		year: to.n, yearSaid: true, end: end,
	}, true
}

// numericMonth reads 2008-08 and 2008/08, not the years of 2011-12年.
func (r *timeReader) numericMonth(year, month, end int) (stretch, bool) {
	c := r.next(skipBlanks(r.s, end))
	if c == '年' || c == '-' || c == '/' || c == '.' || c == '%' {
		return stretch{}, false
	}
	p := monthsOf(year, month, month)
	return stretch{
		period: p, grain: grainMonth, due: p.End, year: year, yearSaid: true, month: month, end: end,
	}, true
}

// shortDate reads dates that do not start with the year: 3/3/2015, 08/2008, and
// 08-08 where the zero shows that it is no range and no fraction.
func (r *timeReader) shortDate(i int) (stretch, bool) {
	first, j := r.twoDigits(i)
	if j == 0 || j >= len(r.s) || r.s[j] != '-' && r.s[j] != '/' || i > 0 && r.s[i-1] == '-' {
		return stretch{}, false
	}
	sep := r.s[j]
	n := r.numeral(j + 1)
	if n.digits == 4 && n.arabic && !n.point && sep == '/' && j-i == 2 && n.n >= 1900 && n.n < 2100 {
		p := monthsOf(n.n, first, first)
		st := stretch{period: p, grain: grainMonth, due: p.End, year: n.n, yearSaid: true, end: n.end}
		return st, first >= 1 && first <= 12
	}
	second, k := r.twoDigits(j + 1)
	if k == 0 {
		return stretch{}, false
	}
	if k < len(r.s) && r.s[k] == sep {
		return r.yearLast(first, second, k+1)
	}
	p := dayPeriod(max(r.sectionYear(), 0), first, second)
	if r.s[i] != '0' || j-i != 2 || k-j != 3 || first < 1 || first > 12 || second < 1 || second > 31 {
		return stretch{}, false
	}
	return stretch{period: p, grain: grainDay, due: p.End, month: first, end: k}, true
}

// yearLast reads the year of 3/3/2015: month, day, year.
func (r *timeReader) yearLast(month, day, i int) (stretch, bool) {
	n := r.numeral(i)
	p := dayPeriod(n.n, month, day)
	if n.digits != 4 || !n.arabic || n.point || p.IsZero() {
		return stretch{}, false
	}
	return stretch{
		period: p, grain: grainDay, due: p.End, year: n.n, yearSaid: true, month: month, end: n.end,
	}, true
}
