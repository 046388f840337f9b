package recognise

import (
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// numberParser reads one numeral, Arabic, Chinese or mixed: 3.5万, 一千二百,
// 1万600, 二十余万. The value is kept in three parts: total (closed by 万 亿),
// section (十 百 千 since then) and pending (a digit that waits for its place).
type numberParser struct {
	*numerals
	text string
	pos  int
	lead bool // a bare 百 千 万 may begin the number

	total, section, pending report.Decimal
	upper                   report.Decimal // of a pair of digits; pending else
	has                     bool           // pending holds a digit
	spread                  report.Decimal // what pairs before the last place add to the upper end
	pair                    bool
	pointed                 bool // a decimal point has been read
	zero                    bool // 零 stands before the pending digit
	unit                    int  // power of ten of the last 十 百 千 万 亿
	lastTens                int  // of the last 十 百 千 in this section; 0 none
	lastMyriad              int  // of the last 万 亿; 0 none
	started                 bool
	broken                  bool // the numeral is too long to be one
	hanPending              bool // the pending digit is one Chinese digit

	out  number
	last int // end of the last sign that counts
}

// parse reads from pos on and tells whether a number stands there.
func (p *numberParser) parse() bool {
	start := p.pos
	p.out.bound, p.out.han = report.Exact, true
	p.out.span.Start, p.last = start, start
	for p.pos-start < 3*longest && p.step() {
		p.started = true
		p.last = p.pos
	}
	if p.broken || p.pos-start >= 3*longest {
		p.skipRun()
		return false
	}
	p.out.span.End = p.last
	return p.started
}

// skipRun passes over the rest of a numeral that is too long to be one.
func (p *numberParser) skipRun() {
	for {
		k, _, next := p.at(p.text, p.pos)
		if k == notSign {
			return
		}
		p.pos = next
	}
}

// step reads one sign, and tells whether it belongs to the number.
func (p *numberParser) step() bool {
	k, v, next := p.at(p.text, p.pos)
	if k == notSign && p.started {
		k, v, next = p.afterBlanks()
	}
	switch k {
	case signArabic:
		return !p.has && p.literal()
	case signStop:
		return !p.started && p.leadingStop(next)
	case signDigit, signInner:
		return p.digits()
	case signDecade:
		return p.decade(v, next)
	case signTens:
		return p.tenth(v, next)
	case signMyriad:
		return p.myriad(v, next)
	case signSeveral:
		return p.some(next)
	case signMore:
		return p.moreBefore(next, report.AtLeast)
	case signNearly:
		return p.moreBefore(next, report.About)
	case signPoint:
		return p.fraction(next)
	}
	return p.started && p.countedMyriad()
}

// afterBlanks looks past blanks for a sign that goes on with the number: a
// multiplier (7 万) or, among Chinese digits, any (一百 五 十 二).
func (p *numberParser) afterBlanks() (sign, int, int) {
	at := skipSpaces(p.text, p.pos)
	if at == p.pos {
		return notSign, 0, p.pos
	}
	k, v, next := p.at(p.text, at)
	switch {
	case k == signMyriad || k == signTens || k == signPoint:
	case k == signDigit && p.out.han && p.unit > 0 && p.wordEnd(p.text, at) == at:
	default:
		return notSign, 0, p.pos
	}
	p.pos = at
	return k, v, next
}

// current returns what has been read so far, both ends.
func (p *numberParser) current() (low, high report.Decimal) {
	low = sum(p.total, p.section)
	high = sum(low, p.spread)
	if !p.has {
		return low, high
	}
	up := p.pending
	if p.pair {
		up = p.upper
	}
	if p.short() {
		return sum(low, p.pending.Shift(int32(p.unit-1))), sum(high, up.Shift(int32(p.unit-1)))
	}
	return sum(low, p.pending), sum(high, up)
}

// sum adds two decimals, without work where one is zero.
func sum(a, b report.Decimal) report.Decimal {
	switch {
	case a.IsZero():
		return b
	case b.IsZero():
		return a
	}
	return a.Add(b)
}

// short tells whether the pending digit is one of 四百五, 三万五: a tenth of the
// place before it.
func (p *numberParser) short() bool {
	return p.has && p.hanPending && !p.zero && p.unit >= 2
}

// number returns what was read.
func (p *numberParser) number() number {
	n := p.out
	n.value, n.upper = p.current()
	if p.has {
		n.myriads = 0
		if p.short() {
			n.tens = true
		}
	}
	return n
}

// literal reads Arabic digits with commas and a decimal point.
func (p *numberParser) literal() bool {
	text := p.text
	var plain [longest]byte
	size, i, dots := 0, p.pos, 0
	for i < len(text) && size < longest {
		k, v, next := p.at(text, i)
		switch {
		case k == signArabic:
			plain[size] = byte('0' + v)
			size++
		case k == signComma && dots == 0 && p.thousands(p.pos, i, next):
		case k == signStop && dots == 0 && p.isArabic(next):
			plain[size] = '.'
			size, dots = size+1, 1
		default:
			return p.endLiteral(plain[:size], i)
		}
		i = next
	}
	return p.endLiteral(plain[:size], i)
}

func (p *numberParser) isArabic(i int) bool {
	k, _, _ := p.at(p.text, i)
	return k == signArabic
}

// thousands tells whether the comma at i parts thousands: up to three digits
// before it, three after it and no fourth.
func (p *numberParser) thousands(start, i, next int) bool {
	before := 0
	for j := i; j > start && before < 4; before++ {
		r, size := utf8.DecodeLastRuneInString(p.text[:j])
		if p.of(r) != signArabic {
			break
		}
		j -= size
	}
	after, j := 0, next
	for after < 4 {
		k, _, n := p.at(p.text, j)
		if k != signArabic {
			break
		}
		after, j = after+1, n
	}
	return before > 0 && before < 4 && after == 3
}

// endLiteral takes the digits, which end at end, as the pending value.
func (p *numberParser) endLiteral(plain []byte, end int) bool {
	v, ok := decimalOf(plain)
	if !ok {
		p.pos, p.broken = end, true
		return false
	}
	p.pending, p.has, p.hanPending, p.pos = v, true, false, end
	p.out.han = false
	p.out.plain = end
	p.pos = p.exponent(end)
	return true
}

// decimalOf returns the value of plain digits with at most one point; too many
// digits have none.
func decimalOf(plain []byte) (report.Decimal, bool) {
	if len(plain) == longest {
		return report.Decimal{}, false
	}
	if len(plain) > 18 {
		v, err := report.ParseDecimal(string(plain))
		return v, err == nil
	}
	var n int64
	places := int32(0)
	for i, c := range plain {
		if c == '.' {
			places = int32(len(plain) - 1 - i)
			continue
		}
		n = 10*n + int64(c-'0')
	}
	return report.Whole(n).Shift(-places), true
}

// leadingStop reads .5 where no digit or letter stands before the stop.
func (p *numberParser) leadingStop(next int) bool {
	before := runeBefore(p.text, p.pos)
	k := p.of(before)
	if !p.isArabic(next) || isLatin(before) || isHan(before) || k == signArabic || k == signStop {
		return false
	}
	p.pos = next
	start := p.pos
	if !p.literal() {
		return false
	}
	digits := 0
	for i := start; i < p.pos; digits++ {
		_, size := utf8.DecodeRuneInString(p.text[i:])
		i += size
	}
	p.pending = p.pending.Shift(int32(-digits))
	return true
}

// exponent reads e－1, ^23 or the k of 52.5 k after a literal.
func (p *numberParser) exponent(i int) int {
	if v, end, ok := p.power(i, "eEｅＥ"); ok {
		p.pending = p.pending.Shift(int32(v))
		p.out.units = true
		return end
	}
	if v, end, ok := p.power(i, "^"); ok && v <= 30 && p.pending.LessThan(thousand) {
		p.pending = toThe(p.pending, v)
		p.out.units = true
		return end
	}
	at := skipSpaces(p.text, i)
	r := runeAt(p.text, at)
	v, ok := p.latin[r]
	end := at + len(string(r))
	next := runeAt(p.text, end)
	if !ok || isLatin(next) || next == '²' || next == '³' || p.isArabic(end) {
		return i
	}
	p.pending = p.pending.Shift(int32(v))
	p.out.units = true
	return end
}

// toThe raises to a small power, a negative one too.
func toThe(base report.Decimal, power int) report.Decimal {
	v := one
	for range max(power, -power) {
		v = v.Mul(base).Round(24)
	}
	if power < 0 && !v.IsZero() {
		return one.DivRound(v, 24)
	}
	return v
}

// power reads one of the marks and the whole number after it.
func (p *numberParser) power(i int, marks string) (power, end int, ok bool) {
	at := skipSpaces(p.text, i)
	r := runeAt(p.text, at)
	if r == 0 || !strings.ContainsRune(marks, r) {
		return 0, i, false
	}
	at += len(string(r))
	sign := 1
	if _, next, ok := p.minus.at(p.text, at); ok {
		sign, at = -1, next
	}
	for n := 0; n < 3; n++ {
		k, v, next := p.at(p.text, at)
		if k != signArabic {
			break
		}
		power, at, ok = 10*power+v, next, true
	}
	return sign * power, at, ok && power <= 40 && !p.isArabic(at)
}
