package match

import (
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// before returns the words of the clause before the match, without what is no
// part of a subject: a time, 其中, 已.
func (m *Matcher) before(v *view, f *found) string {
	k := v.clauseAt(f.span.Start)
	if k < 0 {
		return ""
	}
	span := report.Span{Start: v.clauses()[k].Start, End: f.span.Start}
	for i := range v.mentions {
		if s := v.span(i); s.Start == span.Start && s.End <= span.End && m.saysWhen(v.mentions[i].Type, s.Of(v.text)) {
			span.Start = s.End
		}
	}
	return m.bare(m.untilBreak(span.Of(v.text)))
}

// saysWhen tells whether a mention says when or how often in a row, not who: a
// time, 连续第三年.
func (m *Matcher) saysWhen(t report.MentionType, text string) bool {
	return t == report.MentionTime ||
		t == report.MentionNonFact && m.vocab.leads.cutPrefix(text) != text
}

// untilBreak cuts words where something other than the subject begins: by whom
// (被…评为), where (在…竞赛中获), how long.
func (m *Matcher) untilBreak(words string) string {
	for _, w := range m.vocab.breaks {
		i := strings.Index(words, w)
		if utf8.RuneCountInString(words[:max(i, 0)]) >= minWords {
			words = words[:i]
		}
	}
	return words
}

// after returns the words of the clause after the value of the match; where a
// comma follows it directly, those of the next clause.
func (m *Matcher) after(v *view, f *found) string {
	start := valueSpan(f).End
	for _, skip := range []*trimmer{&m.vocab.hours, &m.vocab.commas} {
		rest := v.text[start:]
		start += len(rest) - len(skip.cutPrefix(rest))
	}
	k := v.clauseAt(start)
	if k < 0 {
		return ""
	}
	return m.bare(v.text[start:v.clauses()[k].End])
}

// bare cuts words that are no part of a subject off both ends.
func (m *Matcher) bare(words string) string {
	for {
		rest := strings.Trim(words, " \t、：")
		rest = m.vocab.leads.cutPrefix(rest)
		rest = m.vocab.tails.cutSuffix(rest)
		if rest == words {
			break
		}
		words = rest
	}
	if utf8.RuneCountInString(words) < minWords {
		return ""
	}
	return words
}
