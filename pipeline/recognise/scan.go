package recognise

import (
	"unicode/utf8"

	"taizhang/report"
)

// fillStarts notes the runes at which a quantity can begin.
func (r *Recogniser) fillStarts() {
	q := r.quantities
	for _, c := range q.numerals.signs.runes(func(g glyph) bool { return g.sign.begins() }) {
		r.starts[c] = true
	}
	for _, c := range q.numerals.minus.starts() {
		r.starts[c] = true
	}
	for _, c := range q.units.half + q.turns.first() {
		r.starts[c] = true
	}
}

// raw returns all quantities of the words, also those that count nothing, in
// order. It is what the recognisers read before non-facts are suppressed.
// The numerals are those of the quantities and those that are part of a code.
func (r *Recogniser) raw(words string) (list []quantity, numerals []number) {
	list = make([]quantity, 0, 2+len(words)/64)
	for i := 0; i < len(words); {
		c := rune(words[i])
		size := 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(words[i:])
		}
		if c >= 1<<16 || !r.starts[c] {
			i += size
			continue
		}
		q, next, ok := r.quantities.at(words, i)
		if ok {
			numerals = append(numerals, q.first.plainly())
			if q.last.span != q.first.span {
				numerals = append(numerals, q.last)
			}
		}
		if ok && r.quantities.loose(words, q) {
			list = r.quantities.joinBoth(words, append(list, q))
		}
		i = max(next, i+size)
	}
	r.quantities.inherit(words, list)
	return list, numerals
}

// inherit gives a bare Arabic number the unit of the next one in its list:
// 分别提高15、22个百分点.
func (r *quantities) inherit(s string, list []quantity) {
	for i := len(list) - 2; i >= 0; i-- {
		q, next := &list[i], list[i+1]
		if q.unit != nil || next.unit == nil || next.unit.calendar || next.prefix || q.first.han || next.first.han ||
			q.first.part || q.first.units || q.span.End > next.span.Start {
			continue
		}
		if between := s[q.span.End:next.span.Start]; between != "、" && between != "和" || r.ordinalBefore(s, q.span.Start) {
			continue
		}
		if shift := next.first.myriads; q.first.myriads == 0 && shift > 0 {
			q.low, q.high = q.low.Shift(int32(shift)), q.high.Shift(int32(shift))
		}
		q.unit, q.as = next.unit, next.as
	}
}

// ordinalBefore tells whether the number at i is an ordinal, or names a part of
// a code.
func (r *quantities) ordinalBefore(s string, i int) bool {
	before := runeBefore(s, i)
	return before == '第' || isLatin(before) || isDash(before)
}

// plainly returns the number without its Latin multiplier: the 5 of 5G.
func (n number) plainly() number {
	if n.units {
		n.span.End = n.plain
	}
	return n
}

// loose tells whether a number stands for itself: no Latin letter makes it
// part of a code (M2, 5G).
func (r *quantities) loose(s string, q quantity) bool {
	if q.prefix {
		return true
	}
	if isLatin(runeBefore(s, q.number.Start)) && !q.first.han {
		return false
	}
	if q.unit != nil || q.first.units || q.last.han {
		return true
	}
	next := runeAt(s, q.number.End)
	return !isLatin(next)
}

// joinBoth makes one range of two neighbours that limit the same thing from
// below and from above: 500万元以上1000万元以下, 大于二十的同时小于三十五.
func (r *quantities) joinBoth(s string, list []quantity) []quantity {
	if len(list) < 2 {
		return list
	}
	low, high := list[len(list)-2], list[len(list)-1]
	if low.bound != report.AtLeast || high.bound != report.AtMost || !low.marked || !high.marked ||
		high.span.Start < low.span.End || high.span.Start-low.span.End > 24 ||
		!r.bounds.both[s[low.span.End:high.span.Start]] {
		return list
	}
	if low.unit != nil && low.unit != high.unit || !low.low.LessThan(high.low) {
		return list
	}
	q := low
	q.high, q.bound, q.last = high.low, report.Range, high.first
	q.unit, q.as = high.unit, high.as
	q.number.End, q.core.End, q.span.End = high.number.End, high.core.End, high.span.End
	return append(list[:len(list)-2], q)
}
