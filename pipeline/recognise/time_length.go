package recognise

import (
	"strconv"

	"taizhang/report"
)

// length is a length of time as written: 三年, 3年半, 3个多月, 半年, 20余天, 两三年.
type length struct {
	n     int // the number, of 两三年 the higher one
	low   int // of 两三年 the lower one, else 0
	half  bool
	unit  string // 年 季度 月 周 天 日 工作日
	vague bool   // 多 or 余
	num   numeral
	end   int
}

// plausible tells whether the number is one of a length of time: not a year
// (二〇二三), not 百年 or 千年 as a figure of speech.
func (l length) plausible() bool {
	switch {
	case l.num.end == 0:
		return true
	case l.low > 0:
		return true
	case l.num.placed && !l.num.arabic && l.num.digits > 1:
		return false
	case l.unit == "年" && l.num.arabic && l.num.digits == 4 && l.n >= 1000:
		return false
	case l.num.arabic && l.num.digits > 1 && l.n < 10 && !l.num.point:
		return false
	case l.unit == "日" && l.num.arabic && l.n <= 31:
		return false
	}
	return l.num.arabic || l.num.digits > 0 || l.n < 100
}

// length reads a number and a unit of time; bareMonth lets 月 count as one, as
// in 近1月.
func (r *timeReader) length(i int, bareMonth bool) length {
	if k := r.rune(i, '半'); k > 0 {
		return r.halfUnit(k)
	}
	n := r.numeral(i)
	if n.end == 0 {
		return length{}
	}
	if n.point && n.decimals > 2 {
		return length{} // 20.2026年: a list number
	}
	l := length{n: n.n, num: n}
	if n.pair() {
		l.low, l.n = n.n/10, n.n%10
	}
	j := skipBlanks(r.s, n.end)
	if _, k := r.words.vague.at(r.s, j); k > 0 {
		l.vague, j = true, k
	}
	if l.vagueMonths(r, j) {
		return l
	}
	unit, k := r.words.units.at(r.s, j)
	if k == 0 && bareMonth {
		unit, k = "月", r.rune(j, '月')
	}
	if k == 0 || r.words.notUnit.has(r.s, k) || unit == "日" && r.words.notDay.has(r.s, k) {
		return length{}
	}
	l.unit, l.end = unit, k
	if h := r.rune(k, '半'); h > 0 && !r.half(k) {
		l.half, l.end = true, h
	} else if v := r.rune(k, '多'); v > 0 {
		l.vague, l.end = true, v
	}
	return l
}

// half tells whether the 半 at i begins a word of its own: 半数, 半年.
func (r *timeReader) half(i int) bool {
	c := r.next(i + len("半"))
	return c == '年' || c == '数' || c == '月' || c == '天' || c == '个'
}

// vagueMonths reads the 个多月 of 3个多月 and the 个半月 of 两个半月.
func (l *length) vagueMonths(r *timeReader, j int) bool {
	k := r.rune(j, '个')
	if k == 0 {
		return false
	}
	if h := r.rune(k, '半'); h > 0 {
		if m := r.rune(h, '月'); m > 0 {
			l.unit, l.half, l.end = "月", true, m
			return true
		}
	}
	if _, v := r.words.vague.at(r.s, k); v > 0 {
		if m := r.rune(v, '月'); m > 0 {
			l.unit, l.vague, l.end = "月", true, m
			return true
		}
	}
	return false
}

// halfUnit reads what follows 半: 年, 个月, 月.
func (r *timeReader) halfUnit(i int) length {
	unit, k := r.words.units.at(r.s, i)
	if k == 0 {
		unit, k = "月", r.rune(i, '月')
	}
	if k == 0 || unit != "年" && unit != "月" || r.words.notUnit.has(r.s, k) {
		return length{}
	}
	return length{half: true, unit: unit, end: k}
}

// value is the length as a number of its units.
func (l length) value() report.Decimal {
	s := strconv.Itoa(l.n)
	switch {
	case l.half:
		s += ".5"
	case l.num.point:
		frac := strconv.Itoa(l.num.frac)
		s += "." + "00"[:max(0, min(2, l.num.decimals-len(frac)))] + frac
	}
	d, err := report.ParseDecimal(s)
	if err != nil {
		return report.Whole(int64(l.n))
	}
	return d
}

// bottom is the lower end of the length: of 两三年 two.
func (l length) bottom() report.Decimal {
	if l.low > 0 {
		return report.Whole(int64(l.low))
	}
	return l.value()
}

// inDays is about how many days a unit has, to order units by.
func inDays(unit string) int64 {
	switch unit {
	case "年":
		return 365
	case "季度":
		return 91
	case "月":
		return 30
	case "周":
		return 7
	case "天", "日":
		return 1
	}
	return 0
}

// ratio is how many of the small unit one of the large has.
func ratio(large, small string) report.Decimal {
	switch {
	case large == small:
		return report.Whole(1)
	case large == "年" && small == "月":
		return report.Whole(12)
	case large == "年" && small == "季度":
		return report.Whole(4)
	case large == "季度" && small == "月":
		return report.Whole(3)
	}
	return report.Whole(inDays(large) / inDays(small))
}

// writtenUnit is the unit as the measure word it is: 月 is 个月.
func writtenUnit(unit string) string {
	switch unit {
	case "月", "季度", "工作日":
		return "个" + unit
	case "日":
		return "天"
	}
	return unit
}

// unitGrain is the grain of a unit.
func unitGrain(unit string) string {
	switch unit {
	case "年":
		return grainYear
	case "季度":
		return grainQuarter
	case "月":
		return grainMonth
	}
	return grainDay
}
