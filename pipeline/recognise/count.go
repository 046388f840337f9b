package recognise

import (
	"strings"

	"taizhang/report"
)

// counted returns the quantities that count, measure or price something.
func (r *Recogniser) counted(f *found, list []report.Mention) []report.Mention {
	for i := range f.quantities.n {
		if m, ok := r.mention(f, f.quantities.at(i)); ok {
			list = append(list, m)
		}
	}
	return r.quantities.zeros(f, list)
}

// mention makes a mention of a quantity where it counts something.
func (r *Recogniser) mention(f *found, q *quantity) (report.Mention, bool) {
	m := report.Mention{
		Type: report.MentionCount, Value: q.mentionValue(),
		Span: shift(q.span, f.base), Core: shift(q.core, f.base),
	}
	switch {
	case q.unit != nil && q.unit.calendar, q.first.units, q.first.vague:
		return m, false
	case q.first.led && !q.marked && q.bound == report.Exact && !q.first.part:
		return m, false // a class and no quantity: 百万亩工程, 千亿产业
	case q.unit != nil:
		m.Type = q.unit.kind
		if q.unit.noun {
			m.Noun = q.unit.name
		}
		return m, !q.unit.noun || !q.first.han
	case q.clearly():
		return m, true
	}
	return r.unknownUnit(f, q, m)
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
func (r *Recogniser) unknownUnit(f *found, q *quantity, m report.Mention) (report.Mention, bool) {
	if q.first.han || q.first.part || q.first.tens || q.low.Exponent() < 0 || q.low.IsZero() {
		return m, false
	}
	s, end := f.sentence, q.span.End
	if before := runeBefore(s, q.span.Start); !isHan(before) {
		return m, false
	}
	for n := 0; n < 2 && isHan(runeAt(s, end)); n++ {
		end += len(string(runeAt(s, end)))
		next := runeAt(s, end)
		ends := next == 0 || r.quantities.of(next) == signArabic || isClauseEnd(next)
		if ends {
			m.Value.Unit = s[q.span.End:end]
			m.Core.End, m.Span.End = f.base+end, f.base+end
			return m, r.quantities.wordEnd(s, q.span.Start) == q.span.Start
		}
	}
	return m, false
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
