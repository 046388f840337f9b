package recognise

import "strings"

// years is a year or a stretch of years as said: 2023年, 2021—2025年, 去年.
type years struct {
	first, last int
	said        bool
	rolled      bool
	weak        bool // a year only if months or a holiday follow: 25年6月
	office      bool // 本届: the years the section is about
	end         int
}

// yearAt reads the year at i. The end is 0 where there is none.
func (r *timeReader) yearAt(i int) years {
	if y := r.yearWord(i); y.end > 0 {
		return y
	}
	if _, j := r.words.era.at(r.s, i); j > 0 {
		return r.eraYear(i, j)
	}
	return r.numeralYear(i)
}

// yearWord reads 今年, 去年, 今明两年, 这一年.
func (r *timeReader) yearWord(i int) years {
	if pair, j := r.words.yearPairs.at(r.s, i); j > 0 {
		y := years{said: true, rolled: true, end: j}
		if this := r.thisYear(); this > 0 {
			y.first, y.last = this+pair[0], this+pair[1]
		}
		return y
	}
	if d, j := r.words.years.at(r.s, i); j > 0 && r.freeYear(i, j) {
		y := years{said: true, rolled: true, end: j}
		if this := r.thisYear(); this > 0 {
			y.first, y.last = this+d, this+d
		}
		return y
	}
	if _, j := r.words.office.at(r.s, i); j > 0 {
		p := r.a.Period
		return years{first: p.Start.Year, last: p.End.Year, rolled: true, office: true, end: j}
	}
	if _, j := r.words.sectionYears.at(r.s, i); j > 0 && r.freeYear(i, j) {
		y := r.sectionYear()
		return years{first: y, last: y, said: true, rolled: true, end: j}
	}
	return years{}
}

// freeYear tells whether the word of a year at i:j is one by itself: not the
// 上年 of 以上年龄, the 前年 of 以前年度.
func (r *timeReader) freeYear(i, j int) bool {
	if r.words.notYear.has(r.s, j) {
		return false
	}
	return !endsBefore(r.words.nearEnds, r.s, i)
}

// eraYear reads 公元1996年.
func (r *timeReader) eraYear(i, j int) years {
	_, before := r.words.beforeEra.at(r.s, i)
	n := r.numeral(max(j, before))
	k := r.yearUnit(n.end)
	if n.end == 0 || k == 0 || n.n > 2999 || n.n < 1 || !n.placed {
		return years{}
	}
	if before > 0 {
		return years{said: true, end: k} // no date of ours lies before the year 1
	}
	return years{first: n.n, last: n.n, said: true, end: k}
}

// numeralYear reads 2023年, 二〇二三年度, 08年, 2021—2025年.
func (r *timeReader) numeralYear(i int) years {
	n := r.yearNumeral(i)
	if n.end == 0 || n.point {
		return years{}
	}
	if j := r.yearUnit(n.end); j > 0 {
		return r.oneYear(i, n, j)
	}
	if y := r.yearList(n); y.end > 0 {
		return y
	}
	_, j := r.words.dashes.at(r.s, skipBlanks(r.s, n.end))
	if j == 0 {
		return years{}
	}
	m := r.numeral(skipBlanks(r.s, j))
	k := r.yearUnit(m.end)
	if m.end == 0 || k == 0 || m.point {
		return years{}
	}
	return r.yearRange(n, m, k)
}

// yearList reads 2022、2023年, 2021、2022和2023年, 1981、1982两年: years in a row.
func (r *timeReader) yearList(n numeral) years {
	last := n
	for range 10 {
		_, j := r.words.joins.at(r.s, last.end)
		if j == 0 {
			return years{}
		}
		m := r.numeral(j)
		if n.digits != 4 || m.digits != 4 || !m.placed || m.point || m.n != last.n+1 {
			return years{}
		}
		last = m
		if k := r.yearUnit(m.end); k > 0 {
			return r.yearRange(n, m, k)
		}
		if l := r.length(m.end, false); l.unit == "年" && l.n == m.n-n.n+1 {
			return r.yearRange(n, m, l.end)
		}
	}
	return years{}
}

// yearNumeral reads the number of a year, 1 9 9 3 too.
func (r *timeReader) yearNumeral(i int) numeral {
	n := r.numeral(i)
	if !n.arabic || n.digits != 1 || n.end >= len(r.s) || r.s[n.end] != ' ' {
		return n
	}
	spaced := n
	for spaced.digits < 4 {
		d, size := arabicDigit(r.s, skipBlanks(r.s, spaced.end))
		if size == 0 {
			return n
		}
		spaced.n = spaced.n*10 + d
		spaced.digits++
		spaced.end = skipBlanks(r.s, spaced.end) + size
	}
	if r.yearUnit(spaced.end) == 0 {
		return n
	}
	return spaced
}

// yearUnit passes over 年 or 年度, not the 年 of 年代 or 年级; 0 if there is none.
func (r *timeReader) yearUnit(i int) int {
	if i == 0 {
		return 0
	}
	j := r.rune(skipBlanks(r.s, i), '年')
	if j == 0 || r.words.decade.has(r.s, j-len("年")) || r.words.notYear.has(r.s, j) {
		return 0
	}
	if k := r.rune(j, '度'); k > 0 {
		return k
	}
	return j
}

func (r *timeReader) oneYear(i int, n numeral, end int) years {
	y := years{said: true, end: end}
	switch {
	case n.placed && n.digits == 4 && n.n >= 1000 && n.n < 3000:
		y.first = n.n
	case !n.placed && n.n >= 1900 && n.n < 2100:
		y.first, y.weak = n.n, n.digits == 1
	case n.placed && n.digits == 3 && n.n > 0:
		y.first, y.weak = n.n, !r.inBefore(i)
	case n.placed && n.digits == 2:
		y.first = century(n.n)
		y.weak = n.n >= 10 && (n.arabic || n.pair())
	default:
		return years{}
	}
	if strings.HasSuffix(r.s[:end], "度") {
		y.weak = false
	}
	y.last = y.first
	return y
}

// century returns the year of two digits: 08 is 2008, 97 is 1997.
func century(n int) int {
	if n < 50 {
		return 2000 + n
	}
	return 1900 + n
}

// inBefore tells whether 在 or 于 stands before i.
func (r *timeReader) inBefore(i int) bool {
	c, _ := decodeLast(r.s, i)
	return c == '在' || c == '于'
}

// yearRange reads the ends of 2021—2025年, 2021-25年.
func (r *timeReader) yearRange(n, m numeral, end int) years {
	if !n.placed || n.digits != 4 || n.n < 1000 || n.n > 2999 || !m.placed {
		return years{}
	}
	last := m.n
	if m.digits == 2 {
		last += n.n / 100 * 100
	} else if m.digits != 4 {
		return years{}
	}
	if last < n.n || last > 2999 {
		return years{}
	}
	return years{first: n.n, last: last, said: true, end: end}
}
