package recognise

import (
	"unicode/utf8"

	"taizhang/report"
)

// cue says what can begin at a rune. The sentence is walked through once; what
// has no cue costs one look into a table.
type cue uint8

const (
	cueQuantity cue = 1 << iota
	cueWord         // a fixed word that is no quantity
	cueTitle        // 《
	cueQuote        // “
	cueZero         // 零
	cueFirst        // 首位
	cueTime         // 今年, 3月
	cueTail         // a literal that ends a bare pattern
)

// cues are the places of a sentence at which something can begin, besides
// quantities.
type cues struct{ words, titles, quotes, zeros, firsts, times, tails []int }

// fillCues notes what can begin at which rune.
func (r *Recogniser) fillCues() {
	q := r.quantities
	r.cue(cueQuantity, q.numerals.signs.runes(func(g glyph) bool { return g.sign.begins() }))
	r.cue(cueQuantity, q.numerals.minus.words.firsts)
	r.cue(cueQuantity, []rune(q.units.half+q.turns.first()))
	r.cue(cueWord, r.nonfacts.words.words.firsts)
	r.cue(cueTitle, []rune(titleOpen))
	r.cue(cueQuote, []rune(quoteOpen))
	r.cue(cueFirst, r.ranks.firsts.words.firsts)
	r.cue(cueTime, r.times.starts.runes(func(can uint8) bool { return can != 0 }))
	for _, tail := range r.nonfacts.tails {
		r.cue(cueTail, firstRune(tail))
	}
	for _, zero := range q.numerals.zeroWords {
		r.cue(cueZero, firstRune(zero))
	}
}

func firstRune(word string) []rune { return []rune(word)[:min(1, len(word))] }

func (r *Recogniser) cue(c cue, runes []rune) {
	for _, at := range runes {
		r.cues.set(at, r.cues.of(at)|c)
	}
}

// sweep walks through the sentence once. It finds all quantities, also those
// that count nothing, in order: what is read before non-facts are suppressed.
// The numerals are those of the quantities and those that are part of a code.
func (r *Recogniser) sweep(f *found) {
	words := f.sentence
	free := 0 // where the last quantity ended
	for i := 0; i < len(words); {
		c, size := rune(words[i]), 1
		if c >= utf8.RuneSelf {
			c, size = decode(words, i)
		}
		mark := r.cues.of(c)
		if mark&(cueWord|cueTime) != 0 {
			mark &^= r.refuted(c, runeAt(words, i+size))
		}
		if mark > cueQuantity {
			f.cues.note(mark, i)
		}
		if mark&cueQuantity == 0 || i < free {
			i += size
			continue
		}
		free = max(r.quantityAt(f, i), i+size)
		i += size
	}
	r.quantities.inherit(words, &f.quantities)
}

// refuted returns which cues of the rune c the next one shows to be none: of most
// words that begin with c the second character is another.
func (r *Recogniser) refuted(c, next rune) (none cue) {
	if !r.nonfacts.glance.May(c, next) {
		none |= cueWord
	}
	if !r.times.glance.May(c, next) {
		none |= cueTime
	}
	return none
}

// quantityAt reads the quantity at i into the next place of the list, and
// returns where to go on.
func (r *Recogniser) quantityAt(f *found, i int) (next int) {
	q := f.quantities.next()
	next, ok := r.quantities.at(f.sentence, i, q)
	if !ok {
		return next
	}
	n := f.numerals.next()
	if *n = q.first; n.units {
		n.span.End = n.plain // without its Latin multiplier: the 5 of 5G
	}
	f.numerals.add()
	if q.last.span != q.first.span {
		f.numerals.append(q.last)
	}
	if r.quantities.loose(f.sentence, q) && !f.overflows(q) {
		f.quantities.add()
		r.quantities.joinBoth(f.sentence, &f.quantities)
	}
	return next
}

// decode is utf8.DecodeRuneInString, quick for the three bytes of a Chinese
// character.
func decode(s string, i int) (rune, int) {
	if s = s[i:]; len(s) > 2 {
		if a, b, c := s[0], s[1]^0x80, s[2]^0x80; a-0xe1 < 0xf && a != 0xed && b|c < 0x40 {
			return rune(a&0xf)<<12 | rune(b)<<6 | rune(c), 3
		}
	}
	return utf8.DecodeRuneInString(s)
}

// decodeLast is utf8.DecodeLastRuneInString of s[:i], quick in the same way.
func decodeLast(s string, i int) (rune, int) {
	if i > 2 && i <= len(s) && s[i-1]>>6 == 2 && s[i-2]>>6 == 2 && s[i-3]>>4 == 0xe && s[i-3] != 0xe0 && s[i-3] != 0xed {
		return rune(s[i-3]&0xf)<<12 | rune(s[i-2]&0x3f)<<6 | rune(s[i-1]&0x3f), 3
	}
	return utf8.DecodeLastRuneInString(s[:i])
}

func (c *cues) note(mark cue, i int) {
	if mark&cueWord != 0 {
		c.words = append(c.words, i)
	}
	if mark&cueTitle != 0 {
		c.titles = append(c.titles, i)
	}
	if mark&cueQuote != 0 {
		c.quotes = append(c.quotes, i)
	}
	if mark&cueZero != 0 {
		c.zeros = append(c.zeros, i)
	}
	if mark&cueFirst != 0 {
		c.firsts = append(c.firsts, i)
	}
	if mark&cueTime != 0 {
		c.times = append(c.times, i)
	}
	if mark&cueTail != 0 {
		c.tails = append(c.tails, i)
	}
}

// inherit gives a bare Arabic number the unit of the next one in its list:
// 分别提高15、22个百分点.
func (r *quantities) inherit(s string, list *row[quantity]) {
	for i := list.n - 2; i >= 0; i-- {
		q, next := list.at(i), list.at(i+1)
		if !q.bareArabic() || !next.shares() || q.span.End > next.span.Start {
			continue
		}
		between := s[q.span.End:next.span.Start]
		if between != "、" && between != "和" || r.ordinalBefore(s, q.span.Start) {
			continue
		}
		if shift := next.first.myriads; q.first.myriads == 0 && shift > 0 {
			q.low, q.high = q.low.Shift(int32(shift)), q.high.Shift(int32(shift))
		}
		q.unit, q.as = next.unit, next.as
	}
}

// bareArabic tells whether the quantity is an Arabic number and nothing more.
func (q *quantity) bareArabic() bool {
	return q.unit == nil && !q.first.han && !q.first.part && !q.first.units
}

// shares tells whether the unit of the quantity can serve the numbers before it.
func (q *quantity) shares() bool {
	return q.unit != nil && !q.unit.calendar && !q.prefix && !q.first.han
}

// ordinalBefore tells whether the number at i is an ordinal, or names a part of
// a code.
func (r *quantities) ordinalBefore(s string, i int) bool {
	before := runeBefore(s, i)
	return before == '第' || isLatin(before) || isDash(before)
}

// loose tells whether a number stands for itself: no Latin letter makes it
// part of a code (M2, 5G).
func (r *quantities) loose(s string, q *quantity) bool {
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

// overflows tells whether the quantity is one of very many that can count nothing:
// a line of nothing but numbers would fill the memory with them.
func (f *found) overflows(q *quantity) bool {
	return f.quantities.n > longestKept && f.cell == nil && q.idle(f.sentence)
}

// idle tells whether a number can count nothing and lends nothing to another: it
// is bare, and neither a character nor 、 follows.
func (q *quantity) idle(s string) bool {
	return q.unit == nil && !q.marked && !q.clearly() && runeAt(s, q.span.End) < utf8.RuneSelf
}

// joinBoth makes one range of two neighbours that limit the same thing from
// below and from above: 500万元以上1000万元以下, 大于二十的同时小于三十五.
func (r *quantities) joinBoth(s string, list *row[quantity]) {
	if list.n < 2 {
		return
	}
	low, high := list.at(list.n-2), list.at(list.n-1)
	if low.bound != report.AtLeast || high.bound != report.AtMost || !low.marked || !high.marked ||
		high.span.Start < low.span.End || high.span.Start-low.span.End > 24 ||
		!r.bounds.both[s[low.span.End:high.span.Start]] {
		return
	}
	if low.unit != nil && low.unit != high.unit || !low.low.LessThan(high.low) {
		return
	}
	q := low
	q.high, q.bound, q.last = high.low, report.Range, high.first
	q.unit, q.as = high.unit, high.as
	q.number.End, q.core.End, q.span.End = high.number.End, high.core.End, high.span.End
	list.n--
}
