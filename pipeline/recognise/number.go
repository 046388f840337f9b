package recognise

import (
	"taizhang/report"
)

// number is a numeral as written, with its exact value.
type number struct {
	span  report.Span    // in the words, with its sign
	value report.Decimal // the value; the lower end of 三四万
	upper report.Decimal // the same, but of 三四万 the upper end
	bound report.Bound   // at_least for 500余万, 几十; else exact

	myriads int  // power of ten of the multipliers at the end: 4 for 5.3万
	tens    bool // has 十 百 千 or a multiplier: 二十, 3.5万
	han     bool // written without Arabic digits
	led     bool // begins with a multiplier: 百余, 千亿
	run     bool // a run of Chinese digits: 二〇二三
	part    bool // a fraction: 三分之一, 1/5
	over    int  // of N分之M where N is a bare 百 千 万: its power of ten
	vague   bool // begins with 几: 几十, 百分之几
	units   bool // ends in a Latin multiplier or an exponent: 2.5 M
	plain   int  // where those begin
}

// Round numbers that others are compared with; they never change.
var (
	one      = report.Whole(1)
	ten      = report.Whole(10)
	hundred  = report.Whole(100)
	thousand = report.Whole(1000)
)

// longest is how many characters a numeral may have. What is longer is an
// account number or noise, and is passed over in one step.
const longest = 64

// number reads the number that begins at i into num. Where none does, ok is
// false, num means nothing, and next is the place to go on from.
func (n *numerals) number(s string, i int, num *number) (next int, ok bool) {
	if end := n.plain(s, i, num); end > i {
		return end, true
	}
	start, negative := i, false
	if _, end, minus := n.minus.at(s, i); minus && n.minusAt(s, i) {
		negative, i = true, skipSpaces(s, end)
	}
	if end := n.wordEnd(s, i); end > i {
		return end, false
	}
	if i >= len(s) || n.of(runeAt(s, i)) == notSign {
		return i, false
	}
	p := numberParser{numerals: n, text: s, pos: i}
	if !p.parse() {
		return max(p.pos, i), false
	}
	*num = p.number()
	num.span.Start = start
	if negative {
		num.value, num.upper = num.upper.Neg(), num.value.Neg()
	}
	n.whole(s, num)
	n.byDozens(s, num)
	return max(num.span.End, i), true
}

// mostPlain is as long as a plain number may be for its digits to fit in 64 bits.
const mostPlain = "12345678901234.567"

// plain reads the number at i where it is the most common of all, 45 or 12.5
// with nothing behind it that could be part of it, and returns its end; i for
// any other.
func (n *numerals) plain(s string, i int, num *number) int {
	whole, places, j := int64(0), 0, i
	for ; j < len(s) && j-i <= len(mostPlain); j++ {
		c := s[j]
		if c == '.' && places == 0 && j > i && j+1 < len(s) && isDigit(s[j+1]) {
			places = j
			continue
		}
		if !isDigit(c) {
			break
		}
		whole = 10*whole + int64(c-'0')
	}
	if j == i || j-i > len(mostPlain) || n.goesOn(s, j) {
		return i
	}
	v := report.Whole(whole)
	if places > 0 {
		v = v.Shift(int32(places + 1 - j))
	}
	*num = number{span: report.Span{Start: i, End: j}, value: v, upper: v, bound: report.Exact, plain: j}
	return j
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// goesOn tells whether what stands at i may be part of the Arabic number that
// ends there.
func (n *numerals) goesOn(s string, i int) bool {
	r := runeAt(s, i)
	switch {
	case r == '个':
		return n.of(runeAt(s, i+len("个"))) == signMyriad // 2个亿
	case r == ',' || r == '.':
		return n.of(runeAt(s, i+1)) == signArabic // else it ends a clause
	}
	return n.of(r) != notSign || n.joins.has(r)
}

// minusAt tells whether the sign at i can be a minus and no dash: nothing that
// it could join stands before it. 负 is none at the end of a word (减负).
func (n *numerals) minusAt(s string, i int) bool {
	r := runeAt(s, i)
	before := runeBefore(s, i)
	if isHan(r) {
		return !n.notMinus[before]
	}
	k := n.of(before)
	return before == 0 || !isLatin(before) && k != signArabic && !isDash(before) &&
		before != ')' && before != '）'
}

// byDozens reads 打 after a number: 两打 is 24.
func (n *numerals) byDozens(s string, num *number) {
	r := runeAt(s, num.span.End)
	each, ok := n.dozens[r]
	after := num.span.End + len(string(r))
	if !ok || num.part || n.notDozen[runeAt(s, after)] {
		return
	}
	dozen := report.Whole(int64(each))
	num.value, num.upper, num.span.End = num.value.Mul(dozen), num.upper.Mul(dozen), after
}

func isDash(r rune) bool {
	switch r {
	case '-', '–', '—', '－', '−', '―', '─', '~', '～', '/', '_':
		return true
	}
	return false
}

// whole reads on after a number that may be the first part of a fraction:
// 三又五分之一, 三分之一, 1/5, 4 6/3.
func (n *numerals) whole(s string, first *number) {
	if !n.joins.has(runeAt(s, first.span.End)) {
		return
	}
	if n.slash(s, first) || n.partOf(s, first) {
		return
	}
	_, at, ok := n.and.at(s, skipSpaces(s, first.span.End))
	if !ok {
		return
	}
	p := numberParser{numerals: n, text: s, pos: skipSpaces(s, at)}
	if !p.parse() {
		return
	}
	if second := p.number(); n.partOf(s, &second) || n.slash(s, &second) {
		first.plus(&second)
	}
}

// plus adds a fraction: 三又五分之一.
func (first *number) plus(f *number) {
	v := f.value
	if first.value.IsNegative() {
		v = v.Neg()
	}
	first.value = first.value.Add(v)
	first.upper, first.part = first.value, true
	first.span.End = f.span.End
}

// partOf reads 分之M after the denominator, and makes the fraction of it.
func (n *numerals) partOf(s string, under *number) bool {
	at := n.partsEnd(s, under.span.End)
	if at < 0 || under.value.IsZero() || under.part {
		return false
	}
	at = skipSpaces(s, at)
	negative := false
	if _, end, ok := n.minus.at(s, at); ok {
		at, negative = skipSpaces(s, end), true
	}
	p := numberParser{numerals: n, text: s, pos: at, lead: true}
	if !p.parse() {
		return false
	}
	over := p.number()
	if negative {
		over.value = over.value.Neg()
	}
	over.over = 0
	if under.led && under.value.IsPositive() {
		over.over = powerOfTen(under.value)
	}
	over.value = over.value.DivRound(under.value, 24)
	over.upper = over.value
	over.part, over.span.Start = true, under.span.Start
	over.myriads, over.tens = 0, false
	over.han = over.han && under.han
	*under = over
	return true
}

// partsEnd returns the end of 分之 after i, blanks inside allowed, or -1.
func (n *numerals) partsEnd(s string, i int) int {
	i = skipSpaces(s, i)
	if _, end, ok := n.parts.at(s, i); ok {
		return end
	}
	return n.spacedParts(s, i)
}

// spacedParts finds 分之 written with blanks between its characters.
func (n *numerals) spacedParts(s string, i int) int {
	for _, word := range n.partWords {
		if runeAt(word, 0) != runeAt(s, i) {
			continue
		}
		at, ok := i, true
		for _, r := range word {
			at = skipSpaces(s, at)
			if runeAt(s, at) != r {
				ok = false
				break
			}
			at += len(string(r))
		}
		if ok {
			return at
		}
	}
	return -1
}

func powerOfTen(d report.Decimal) int {
	text := d.String()
	if text[0] != '1' {
		return 0
	}
	for _, c := range text[1:] {
		if c != '0' {
			return 0
		}
	}
	return len(text) - 1
}

// slash reads the 5 of 1/5, and the 6/3 of 4 6/3, and makes the fraction of
// it. A year, a day or a number with leading zero is no part of a fraction.
func (n *numerals) slash(s string, first *number) bool {
	if first.han || first.tens {
		return false
	}
	at := first.span.End
	if r := runeAt(s, at); r == '/' || r == '／' {
		return n.quotient(s, first)
	}
	blank := skipSpaces(s, at)
	if blank == at {
		return false
	}
	if k, _, _ := n.at(s, blank); k != signArabic {
		return false
	}
	p := numberParser{numerals: n, text: s, pos: blank}
	if !p.parse() {
		return false
	}
	second := p.number()
	if r := runeAt(s, second.span.End); r != '/' && r != '／' {
		return false
	}
	if !n.quotient(s, &second) {
		return false
	}
	first.plus(&second)
	return true
}

// quotient divides the number by the one behind its slash.
func (n *numerals) quotient(s string, over *number) bool {
	at := over.span.End + len(string(runeAt(s, over.span.End)))
	k, zero, _ := n.at(s, at)
	if k != signArabic || zero == 0 || isDash(runeBefore(s, over.span.Start)) {
		return false
	}
	if _, v, _ := n.at(s, over.span.Start); v == 0 {
		return false
	}
	p := numberParser{numerals: n, text: s, pos: at}
	if !p.parse() {
		return false
	}
	under := p.number()
	after := runeAt(s, under.span.End)
	if under.tens || !under.value.IsInteger() || !over.value.IsInteger() || isDash(after) ||
		over.value.GreaterThan(thousand) || under.value.GreaterThan(thousand) {
		return false
	}
	over.value = over.value.DivRound(under.value, 24)
	over.upper, over.part, over.span.End = over.value, true, under.span.End
	return true
}
