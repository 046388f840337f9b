package recognise

import (
	"slices"
	"strings"

	"taizhang/report"
)

// counted returns the quantities that count, measure or price something.
func (r *Recogniser) counted(f *found, list []report.Mention) []report.Mention {
	for i := range f.quantities.n {
		n := len(list)
		list = append(list, report.Mention{})
		if !r.mention(f, f.quantities.at(i), &list[n]) {
			list = list[:n]
		}
	}
	return r.quantities.zeros(f, list)
}

// mention fills in the mention of a quantity, and tells whether it counts
// something.
func (r *Recogniser) mention(f *found, q *quantity, m *report.Mention) bool {
	switch {
	case q.unit != nil && q.unit.calendar, q.first.units, q.first.vague:
		return false
	case q.first.led && !q.marked && q.bound == report.Exact && !q.first.part:
		return false // a class and no quantity: 百万亩工程, 千亿产业
	case q.unit == nil && !q.clearly():
		return r.unitless(f, q, m) || r.unknownUnit(f, q, m)
	}
	r.fill(f, q, m)
	if q.unit == nil {
		return true
	}
	withoutOrdinal(f, q, m)
	m.Type = q.unit.kind
	if q.unit.noun {
		m.Noun = q.unit.name
	}
	return !q.unit.noun || !q.first.han
}

// longestOrdinal is how many digits the number of an item may have.
const longestOrdinal = 2

// withoutOrdinal leaves the number of an item out that a count at the beginning of
// a sentence is written with: 1.215户 is item 1, for there are no parts of a 户.
func withoutOrdinal(f *found, q *quantity, m *report.Mention) {
	if q.number.Start != 0 || q.unit.kind != report.MentionCount || q.first.han || q.first.myriads > 0 || q.low.Exponent() >= 0 {
		return
	}
	item, number, ok := strings.Cut(f.sentence[:q.number.End], ".")
	n, err := report.ParseDecimal(number)
	if !ok || err != nil || len(item) > longestOrdinal || number[0] == '0' || !q.low.Equal(q.high) {
		return
	}
	m.Value.Min, m.Value.Max = n, n
	m.Span.Start, m.Core.Start = m.Span.Start+len(item)+1, m.Core.Start+len(item)+1
}

// fill fills in value and place of a quantity that counts.
func (r *Recogniser) fill(f *found, q *quantity, m *report.Mention) {
	m.Type, m.Value = report.MentionCount, q.mentionValue()
	m.Span, m.Core = shift(q.span, f.base), shift(q.core, f.base)
}

// clearly tells whether a number without a unit counts all the same: it has a
// multiplier (6069万农民) or a bound word (超5000).
func (q *quantity) clearly() bool {
	if q.first.run || q.first.part {
		return false
	}
	if q.first.myriads > 0 || q.last.myriads > 0 {
		return !q.first.led || q.marked
	}
	return q.marked && q.bound != report.Range && (!q.first.han || q.first.led) &&
		q.low.GreaterThanOrEqual(hundred)
}

// unknownUnit keeps one or two characters after an Arabic number as its
// measure word where the clause ends after them or another number follows:
// 8镇3街.
func (r *Recogniser) unknownUnit(f *found, q *quantity, m *report.Mention) bool {
	if q.first.han || q.first.part || q.first.tens || q.low.Exponent() < 0 || q.low.IsZero() {
		return false
	}
	s, end := f.sentence, q.span.End
	if before := runeBefore(s, q.span.Start); !isHan(before) {
		return false
	}
	for n := 0; n < 2 && isHan(runeAt(s, end)); n++ {
		end += len(string(runeAt(s, end)))
		next := runeAt(s, end)
		ends := next == 0 || r.quantities.of(next) == signArabic || isClauseEnd(next)
		if ends {
			r.fill(f, q, m)
			m.Value.Unit = s[q.span.End:end]
			m.Core.End, m.Span.End = f.base+end, f.base+end
			return r.quantities.wordEnd(s, q.span.Start) == q.span.Start
		}
	}
	return false
}

// unitless keeps a number that ends its clause and has a point, directly behind
// what is measured without a unit, or behind a word that leads to a level:
// 死亡率0.29, 收入比缩小到1.75.
func (r *Recogniser) unitless(f *found, q *quantity, m *report.Mention) bool {
	if q.first.han || q.first.part || q.low.Exponent() >= 0 {
		return false
	}
	if next := runeAt(f.sentence, q.span.End); next != 0 && !isClauseEnd(next) {
		return false
	}
	if !r.quantities.measures(f.sentence[:q.span.Start]) {
		return false
	}
	r.fill(f, q, m)
	return true
}

// measures tells whether the words end in what is measured without a unit, and
// perhaps a word that leads to a level.
func (n *numerals) measures(words string) bool {
	for _, lead := range n.leads {
		if rest, ok := strings.CutSuffix(words, lead); ok {
			words = rest
			break
		}
	}
	return slices.ContainsFunc(n.unitless, func(w string) bool { return strings.HasSuffix(words, w) })
}

func isClauseEnd(r rune) bool { return strings.ContainsRune("，。；、：！？）)\t", r) }

func shift(p report.Span, by int) report.Span {
	return report.Span{Start: p.Start + by, End: p.End + by}
}

// zeros finds 零 with a noun of what there is none of: 零事故 is 0.
func (r *quantities) zeros(f *found, list []report.Mention) []report.Mention {
	for _, at := range f.cues.zeros {
		noun := at + len(string(runeAt(f.sentence, at)))
		if _, end, ok := r.zeroNoun.at(f.sentence, noun); ok {
			p := report.Span{Start: at, End: end}
			list = append(list, zeroMention(p, noun, f.base, f.sentence))
		}
	}
	return list
}

func zeroMention(p report.Span, noun, base int, s string) report.Mention {
	return report.Mention{
		Type: report.MentionCount, Span: shift(p, base), Core: shift(p, base),
		Value: report.Value{Bound: report.Exact}, Noun: s[noun:p.End],
	}
}
