package recognise

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// bareReach is how many bytes behind a number the literal of a bare pattern is
// looked for before the pattern is tried: further than any unit is long.
const bareReach = 128

// slogans returns the non-facts of a sentence: fixed words, patterns around
// numbers, and short quotes that hold a number.
func (r *Recogniser) slogans(f *found, list []report.Mention) []report.Mention {
	n := r.nonfacts
	list = n.quotes(f, list)
	list = n.fixed(f, list)
	for i := range f.numerals.n {
		list = n.append(list, f, n.around(f, f.numerals.at(i)))
	}
	return slices.DeleteFunc(merged(list), f.timeHas)
}

// timeHas tells whether the words of a non-fact belong to a time: unless it
// says more than the time, the time keeps them.
func (f *found) timeHas(m report.Mention) bool {
	for _, t := range f.times[firstFrom(f.times, m.Span.Start):] {
		if t.Span.Start >= m.Span.End {
			return false
		}
		if !m.Span.Contains(t.Span) || m.Span == t.Span {
			return true
		}
	}
	return false
}

func nonFact(p report.Span, base int, id string) report.Mention {
	p = shift(p, base)
	return report.Mention{Type: report.MentionNonFact, Span: p, Core: p, Why: id}
}

// merged sorts non-facts and drops those that others cover.
func merged(list []report.Mention) []report.Mention {
	slices.SortStableFunc(list, func(x, y report.Mention) int {
		if x.Span.Start != y.Span.Start {
			return x.Span.Start - y.Span.Start
		}
		return y.Span.End - x.Span.End
	})
	kept := list[:0]
	for _, m := range list {
		if len(kept) > 0 && m.Span.Start < kept[len(kept)-1].Span.End {
			continue
		}
		kept = append(kept, m)
	}
	return kept
}

// fixed finds the fixed words, and patterns that hold no number.
func (n *nonfacts) fixed(f *found, list []report.Mention) []report.Mention {
	for _, i := range f.cues.words {
		list = n.append(list, f, n.wordAt(f.sentence, i))
	}
	return list
}

// fit is the place at which a shape fits; is is nil for none.
type fit struct {
	report.Span
	is *shape
}

// append adds what fits, unless a frequency makes it count.
func (n *nonfacts) append(list []report.Mention, f *found, at fit) []report.Mention {
	if at.is == nil {
		return list
	}
	c := &n.conditions[at.is.condition]
	if c.unlessEvery && f.everyBefore(at.Span) {
		return list
	}
	return append(list, nonFact(at.Span, f.base, c.id))
}

// everyBefore tells whether a frequency stands before p: 每周开展一次.
func (f *found) everyBefore(p report.Span) bool {
	return f.every > 0 && f.every <= p.Start
}

func (n *nonfacts) wordAt(s string, i int) fit {
	begins := n.of(runeAt(s, i)).begins()
	if begins && n.of(runeBefore(s, i)).begins() {
		return fit{} // the tail of a number: 6万亿元台阶
	}
	end := -1 // of the number that begins here, once asked for
	words := &n.words.words
	for h := words.ahead(s, i); h.word > 0; h = words.ahead(s[:h.at-1], i) {
		if end < 0 {
			end = n.numberEnd(s, i, begins)
		}
		list := n.in(n.words.values[h.word-1])
		for k := range list {
			x := &list[k]
			if end > i+int(x.leads) {
				continue // the head of a number: 一点二六倍 is not 一点
			}
			p := report.Span{Start: i}
			var ok bool
			if p.End, ok = n.match(s, h.at, n.restOf(x)); ok && n.allowed(s, x, p) {
				return fit{p, x}
			}
		}
	}
	return fit{}
}

// numberEnd returns the end of the number that begins at i, or i.
func (n *nonfacts) numberEnd(s string, i int, begins bool) int {
	if !begins {
		return i
	}
	p := numberParser{numerals: n.numerals, text: s, pos: i}
	if !p.parse() {
		return i
	}
	return p.last
}

// around finds the longest pattern that fits around the number.
func (n *nonfacts) around(f *found, num *number) (best fit) {
	s := f.sentence
	try := func(list []shape, start int) {
		for k := range list {
			x := &list[k]
			rest := n.restOf(x)
			end, fits := num.span.End, n.fits(rest[0].kind, num)
			if fits {
				end, fits = n.match(s, end, rest[1:])
			}
			p := report.Span{Start: start, End: end}
			if fits && p.Len() > best.Len() && n.allowed(s, x, p) {
				best = fit{p, x}
			}
		}
	}
	start, end := num.span.Start, num.span.End
	led := &n.led.words
	for h := led.back(s, start); h.word > 0; h = led.shorterBack(s, h.at, start) {
		try(n.in(n.led.values[h.word-1]), h.at)
	}
	follow := &n.follow.words
	for h := follow.ahead(s, end); h.word > 0; h = follow.ahead(s[:h.at-1], end) {
		try(n.in(n.follow.values[h.word-1]), start)
	}
	near, bare := f.tailsBehind(end), n.in(n.bare)
	if len(near) == 0 {
		for _, k := range n.tailless {
			try(bare[k:k+1], start)
		}
		return best
	}
	for k, tail := range n.tails {
		if tail == "" || f.stands(tail, near, end+bareReach) {
			try(bare[k:k+1], start)
		}
	}
	return best
}

// tailsBehind returns the places at or behind i, and near it, where the literal
// of a bare pattern can stand.
func (f *found) tailsBehind(i int) []int {
	tails := f.cues.tails
	from, _ := slices.BinarySearch(tails, i)
	to, _ := slices.BinarySearch(tails[from:], i+bareReach)
	return tails[from : from+to]
}

// stands tells whether the words stand at one of the places and end before limit.
func (f *found) stands(words string, places []int, limit int) bool {
	for _, at := range places {
		if at+len(words) <= limit && strings.HasPrefix(f.sentence[at:], words) {
			return true
		}
	}
	return false
}

// fits tells whether a number is of the kind of a slot.
func (n *nonfacts) fits(k slotKind, num *number) bool {
	return k == slotNumber || (k == slotHan) == num.han
}

// match tells whether the elements fit at i, and where they end.
func (n *nonfacts) match(s string, i int, rest []element) (int, bool) {
	for k := range rest {
		e := &rest[k]
		switch {
		case e.kind == slotLiteral:
			if !strings.HasPrefix(s[i:], e.literal) {
				return i, false
			}
			i += len(e.literal)
		case e.kind.isNumber():
			var num number
			_, ok := n.numerals.number(s, i, &num)
			if !ok || num.span.Start != i || !n.fits(e.kind, &num) {
				return i, false
			}
			i = num.span.End
		case e.kind == slotCharacter:
			if !isHan(runeAt(s, i)) {
				return i, false
			}
			i += len(string(runeAt(s, i)))
		case e.kind == slotMeasure || e.kind == slotUnit:
			u, end := n.units.at(s, i, e.kind == slotMeasure)
			if u == nil || u.kind == report.MentionRatio ||
				(u.kind == report.MentionCount) != (e.kind == slotMeasure) {
				return i, false
			}
			i = end
		case e.kind == slotEnd && isHan(runeAt(s, i)):
			return i, false
		}
	}
	return i, true
}

// allowed tells whether what stands around p leaves the pattern its meaning.
func (n *nonfacts) allowed(s string, x *shape, p report.Span) bool {
	before, c := runeBefore(s, p.Start), &n.conditions[x.condition]
	switch {
	case x.onStart && before != 0 && !strings.ContainsRune("，。；：！？\t”… ", before):
		return false
	case x.onHead && before != 0 && !strings.ContainsRune("。；：！？\t ", before):
		return false
	case c.onlyAfter != nil && !c.onlyAfter.hasBefore(s, backSpaces(s, p.Start)):
		return false
	case c.onlyBefore != nil && !c.onlyBefore.has(s, p.End) && !(c.beforeCount && n.countsAt(s, p.End)):
		return false
	case c.unlessAfter.hasBefore(s, backSpaces(s, p.Start)), c.unlessBefore.has(s, p.End):
		return false
	}
	if isLatin(runeBefore(s, p.End)) && isLatin(runeAt(s, p.End)) {
		return false
	}
	return !c.onlyHan || !strings.ContainsAny(s[p.Start:p.End], "0123456789")
}

// countsAt tells whether a number with a measure word begins at i: the 16家 of
// 过亿元的16家.
func (n *nonfacts) countsAt(s string, i int) bool {
	var num number
	_, ok := n.numerals.number(s, i, &num)
	if !ok || num.span.Start != i {
		return false
	}
	u, _ := n.units.at(s, num.span.End, num.han)
	return u != nil && u.kind == report.MentionCount
}

// quotes finds short quotes that hold a number which is no ratio, sum or
// measure: “三中心”.
func (n *nonfacts) quotes(f *found, list []report.Mention) []report.Mention {
	before := len(list)
	all := enclosed(f, list, f.cues.quotes, quoteOpen, quoteShut)
	list = all[:before]
	for _, m := range all[before:] {
		m.Type = report.MentionNonFact
		inside := shift(m.Span, -f.base)
		inside.Start, inside.End = inside.Start+len(quoteOpen), inside.End-len(quoteShut)
		if utf8.RuneCountInString(inside.Of(f.sentence)) > n.longest || !n.sloganIn(f, inside) {
			continue
		}
		m.Why = n.quoted
		list = append(list, m)
	}
	return list
}

func (n *nonfacts) sloganIn(f *found, p report.Span) bool {
	i := f.quantities.first(func(q *quantity) bool { return q.core.Start >= p.Start })
	for ; i < f.quantities.n; i++ {
		q := f.quantities.at(i)
		if q.core.Start >= p.End {
			break
		}
		if p.Contains(q.core) && q.unit != nil && !q.first.han &&
			q.unit.kind != report.MentionCount {
			return false
		}
	}
	i = f.numerals.first(func(n *number) bool { return n.span.Start >= p.Start })
	return i < f.numerals.n && p.Contains(f.numerals.at(i).span)
}
