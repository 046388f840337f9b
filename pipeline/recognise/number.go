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

// number reads the number that begins at i. Where none does, ok is false and
// next is the place to go on from.
func (n *numerals) number(s string, i int) (num number, next int, ok bool) {
	start, negative := i, false
	if _, end, minus := n.minus.at(s, i); minus && n.minusAt(s, i) {
		negative, i = true, skipSpaces(s, end)
	}
	if end := n.wordEnd(s, i); end > i {
		return number{}, end, false
	}
	p := numberParser{numerals: n, text: s, pos: i}
	ok = p.parse()
	if !ok {
		return number{}, max(p.pos, i), false
	}
	num = p.number()
	num.span.Start = start
	if negative {
		num.value, num.upper = num.upper.Neg(), num.value.Neg()
	}
	num = n.byDozens(s, n.whole(s, num))
	return num, max(num.span.End, i), true
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
func (n *numerals) byDozens(s string, num number) number {
	r := runeAt(s, num.span.End)
	each, ok := n.dozens[r]
	after := num.span.End + len(string(r))
	if !ok || num.part || n.notDozen[runeAt(s, after)] {
		return num
	}
	dozen := report.Whole(int64(each))
	num.value, num.upper, num.span.End = num.value.Mul(dozen), num.upper.Mul(dozen), after
	return num
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
func (n *numerals) whole(s string, first number) number {
	if f, ok := n.slash(s, first); ok {
		return f
	}
	if f, ok := n.partOf(s, first); ok {
		return f
	}
	_, at, ok := n.and.at(s, skipSpaces(s, first.span.End))
	if !ok {
		return first
	}
	p := numberParser{numerals: n, text: s, pos: skipSpaces(s, at)}
	if !p.parse() {
		return first
	}
	second := p.number()
	f, ok := n.partOf(s, second)
	if !ok {
		f, ok = n.slash(s, second)
	}
	if !ok {
		return first
	}
	return first.plus(f)
}

func (first number) plus(f number) number {
	v := f.value
	if first.value.IsNegative() {
		v = v.Neg()
	}
	first.value = first.value.Add(v)
	first.upper, first.part = first.value, true
	first.span.End = f.span.End
	return first
}

// partOf reads 分之M after the denominator.
func (n *numerals) partOf(s string, under number) (number, bool) {
	at := n.partsEnd(s, under.span.End)
	if at < 0 || under.value.IsZero() || under.part {
		return under, false
	}
	at = skipSpaces(s, at)
	negative := false
	if _, end, ok := n.minus.at(s, at); ok {
		at, negative = skipSpaces(s, end), true
	}
	p := numberParser{numerals: n, text: s, pos: at, lead: true}
	if !p.parse() {
		return under, false
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
	return over, true
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

// slash reads the 5 of 1/5, and the 6/3 of 4 6/3. A year, a day or a number
// with leading zero is no part of a fraction.
func (n *numerals) slash(s string, first number) (number, bool) {
	if first.han || first.tens {
		return first, false
	}
	at := first.span.End
	if r := runeAt(s, at); r == '/' || r == '／' {
		return n.quotient(s, first)
	}
	blank := skipSpaces(s, at)
	if blank == at {
		return first, false
	}
	if k, _, _ := n.at(s, blank); k != signArabic {
		return first, false
	}
	p := numberParser{numerals: n, text: s, pos: blank}
	if !p.parse() {
		return first, false
	}
	second := p.number()
	if r := runeAt(s, second.span.End); r != '/' && r != '／' {
		return first, false
	}
	f, ok := n.quotient(s, second)
	if !ok {
		return first, false
	}
	return first.plus(f), true
}

func (n *numerals) quotient(s string, over number) (number, bool) {
	at := over.span.End + len(string(runeAt(s, over.span.End)))
	k, zero, _ := n.at(s, at)
	if k != signArabic || zero == 0 || isDash(runeBefore(s, over.span.Start)) {
		return over, false
	}
	if _, v, _ := n.at(s, over.span.Start); v == 0 {
		return over, false
	}
	p := numberParser{numerals: n, text: s, pos: at}
	if !p.parse() {
		return over, false
	}
	under := p.number()
	after := runeAt(s, under.span.End)
	if under.tens || !under.value.IsInteger() || !over.value.IsInteger() || isDash(after) ||
		over.value.GreaterThan(thousand) || under.value.GreaterThan(thousand) {
		return over, false
	}
	over.value = over.value.DivRound(under.value, 24)
	over.upper, over.part, over.span.End = over.value, true, under.span.End
	return over, true
}
