package recognise

import (
	"strings"

	"taizhang/report"
)

// digits reads a run of Chinese digits: one that waits for its place, a pair
// for "a or b" (三四), or a run that is read digit by digit (二〇二三).
func (p *numberParser) digits() bool {
	if p.has {
		return false
	}
	var run [longest]int
	n, i, zeros := 0, p.pos, 0
	for n < longest {
		k, v, next := p.at(p.text, i)
		if k != signDigit && (k != signInner || n == 0 && !p.isDigit(next)) {
			break
		}
		if n > 0 && (p.wordEnd(p.text, i) > i || p.endsWithUnit(i, next)) {
			break
		}
		if v == 0 && n == zeros {
			zeros++
		}
		run[n] = v
		n, i = n+1, next
	}
	if n == 0 || n == longest {
		p.broken = n == longest
		return false
	}
	return p.take(run[:n], zeros, i)
}

// endsWithUnit tells whether the digit at i that follows another is 两 and
// closes the run: then it is the unit of weight (二两).
func (p *numberParser) endsWithUnit(i, next int) bool {
	if !p.integral[runeAt(p.text, i)] {
		return false
	}
	k, _, _ := p.at(p.text, next)
	return k != signDigit && k != signTens && k != signMyriad
}

func (p *numberParser) isDigit(i int) bool {
	k, _, _ := p.at(p.text, i)
	return k == signDigit
}

// take enters a run of digits that ends at end and begins with zeros.
func (p *numberParser) take(run []int, zeros, end int) bool {
	placed := p.unit > 0
	if placed && zeros == 0 && p.endsWithUnit(p.pos, end) {
		return false
	}
	if zeros > 0 && (placed || p.placeFollows(end)) && zeros < len(run) {
		run, p.zero = run[zeros:], true
	} else if zeros == len(run) && (placed || p.placeFollows(end)) {
		return p.skipZero(end)
	}
	p.pair = len(run) == 2 && p.pairs[[2]int{run[0], run[1]}]
	if placed && len(run) > 1 && !p.pair {
		return false
	}
	p.pending, p.upper = report.Whole(int64(run[0])), report.Whole(int64(run[0]))
	if p.pair {
		p.upper = report.Whole(int64(run[1]))
	} else {
		p.pending = digitsValue(run)
	}
	p.out.run = len(run) > 1 && !p.pair
	p.has, p.hanPending, p.pos = true, !p.out.run, end
	return true
}

// placeFollows tells whether 十 百 千 万 亿 stands at i.
func (p *numberParser) placeFollows(i int) bool {
	k, _, _ := p.at(p.text, skipSpaces(p.text, i))
	return k == signTens || k == signMyriad
}

// skipZero passes the 零 of 一百零十万; what follows is no tenth.
func (p *numberParser) skipZero(end int) bool {
	at := skipSpaces(p.text, end)
	k, _, _ := p.at(p.text, at)
	if k != signTens && k != signSeveral && k != signArabic && (k != signDigit || at == end) {
		return false
	}
	p.zero, p.pos = true, end
	return true
}

func digitsValue(run []int) report.Decimal {
	text := make([]byte, len(run))
	for i, d := range run {
		text[i] = byte('0' + d)
	}
	v, _ := decimalOf(text)
	return v
}

// decade reads 廿 and 卅.
func (p *numberParser) decade(v, next int) bool {
	if p.has || p.lastTens != 0 {
		return false
	}
	p.section = p.section.Add(report.Whole(int64(v)))
	p.lastTens, p.unit, p.zero, p.pos = 1, 1, false, next
	p.out.tens = true
	return true
}

// tenth reads 十 百 千 after their digit, or bare: 十五, 百三.
func (p *numberParser) tenth(v, next int) bool {
	if p.lastTens != 0 && v >= p.lastTens || p.out.run && p.has || p.beginsUnit() {
		return false
	}
	if !p.has {
		if p.started && !p.zero && p.lastMyriad == 0 && (v > 1 || p.lastTens == 0) {
			return false
		}
		if !p.started && v > 1 && !p.leads(next) {
			return false
		}
		p.out.led = !p.started && v > 1
		p.pending, p.upper, p.pair = report.Whole(1), report.Whole(1), false
	}
	if p.pair {
		p.closePair(v)
	} else {
		p.section = sum(p.section, p.pending.Shift(int32(v)))
	}
	p.has, p.zero, p.out.tens = false, false, true
	p.unit, p.lastTens, p.pos = v, v, next
	return true
}

// beginsUnit tells whether what stands here is the first character of a unit:
// 千瓦, 兆瓦, 百分点.
func (p *numberParser) beginsUnit() bool {
	if p.units == nil {
		return false
	}
	u, _ := p.units.at(p.text, p.pos, true)
	return u != nil
}

// closePair places a pair of digits: 三四十 is 30 to 40.
func (p *numberParser) closePair(power int) {
	p.spread = p.spread.Add(p.upper.Sub(p.pending).Shift(int32(power)))
	p.section = p.section.Add(p.pending.Shift(int32(power)))
	p.pair = false
}

// leads tells whether a number may begin with a bare 百 千 万 that ends at
// next: another numeral follows (百三, 千万, 百余), or 分之, or a bound stands
// before it, as the caller knows.
func (p *numberParser) leads(next int) bool {
	if p.lead {
		return true
	}
	k, _, _ := p.at(p.text, next)
	switch k {
	case signDigit:
		return p.wordEnd(p.text, next) == next
	case signTens, signMyriad, signMore:
		return true
	}
	return p.partsEnd(p.text, next) >= 0
}

// myriad reads 万 亿 兆.
func (p *numberParser) myriad(v, next int) bool {
	if !p.started && !p.leads(next) || p.started && p.beginsUnit() {
		return false
	}
	if !p.started {
		p.out.led = true
		p.pending, p.upper, p.has = report.Whole(1), report.Whole(1), true
	}
	switch {
	case p.section.IsZero() && !p.has:
		if p.lastMyriad == 0 {
			return false
		}
		p.total, p.spread = p.total.Shift(int32(v)), p.spread.Shift(int32(v))
	case p.lastMyriad != 0 && v >= p.lastMyriad:
		p.flush()
		p.total, p.spread = sum(p.total, p.section).Shift(int32(v)), p.spread.Shift(int32(v))
	default:
		p.flush()
		p.total = sum(p.total, p.section.Shift(int32(v)))
		p.spread = p.spread.Shift(int32(v))
	}
	p.section, p.has, p.zero = report.Decimal{}, false, false
	p.out.myriads += v
	if p.lastMyriad > v {
		p.out.myriads = v
	}
	p.unit, p.lastMyriad, p.lastTens, p.out.tens = v, v, 0, true
	p.pos = next
	return true
}

// flush adds the pending digit to the section as ones: 一千五万 is 1005万.
func (p *numberParser) flush() {
	if !p.has {
		return
	}
	if p.pair {
		p.spread = p.spread.Add(p.upper.Sub(p.pending))
		p.pair = false
	}
	p.section = sum(p.section, p.pending)
}

// countedMyriad reads the 个亿 of 两个亿.
func (p *numberParser) countedMyriad() bool {
	const measure = "个"
	if len(p.text)-p.pos < 2*len(measure) || p.text[p.pos:p.pos+len(measure)] != measure {
		return false
	}
	k, v, next := p.at(p.text, p.pos+len(measure))
	if k != signMyriad || v < 8 {
		return false
	}
	p.pos += len(measure)
	return p.myriad(v, next)
}

// some reads 几 数: 几十, 数百万, 二十几万.
func (p *numberParser) some(next int) bool {
	if p.has && p.hanPending {
		return false
	}
	if p.started && (p.unit == 1 || p.zero) || p.started && p.has {
		p.out.bound, p.pos = report.AtLeast, next
		return true
	}
	if p.started || !p.placeFollows(next) {
		return false
	}
	p.out.vague = strings.HasPrefix(p.text[p.pos:], "几")
	p.pending, p.upper, p.has, p.hanPending = report.Whole(1), report.Whole(1), true, true
	p.out.bound, p.pos = report.AtLeast, next
	return true
}

// moreBefore reads the 余, 多 and 来 of 500余万, 四百六十万多亿, 十来万.
func (p *numberParser) moreBefore(next int, b report.Bound) bool {
	if !p.started || p.out.run {
		return false
	}
	if k, _, _ := p.at(p.text, skipSpaces(p.text, next)); k != signMyriad {
		return false
	}
	p.out.bound, p.pos = b, next
	return true
}

// fraction reads 点 and the digits after it: 三点五.
func (p *numberParser) fraction(next int) bool {
	if !p.started || !p.out.han || p.pair || p.pointed || p.out.bound != report.Exact {
		return false
	}
	var run [longest]int
	n, i := 0, skipSpaces(p.text, next)
	for n < longest {
		r := runeAt(p.text, i)
		k, v, after := p.at(p.text, i)
		if k != signDigit || p.integral[r] {
			break
		}
		run[n] = v
		n, i = n+1, after
	}
	if k, _, _ := p.at(p.text, i); n == 0 || n == longest || k == signTens {
		return false
	}
	low, _ := p.current()
	p.pending = low.Add(digitsValue(run[:n]).Shift(int32(-n)))
	p.total, p.section = report.Decimal{}, report.Decimal{}
	p.unit, p.lastTens, p.lastMyriad, p.out.myriads = 0, 0, 0, 0
	p.has, p.hanPending, p.zero, p.pointed = true, false, false, true
	p.out.run, p.pos = false, i
	return true
}
