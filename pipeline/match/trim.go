package match

import (
	"strings"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// Longest sentence and subject a fact prints, in characters.
const (
	maxSentence = 400
	maxSubject  = 24
)

// clauseMarks end a clause.
const clauseMarks = "，。；！？,;"

// shortSubject keeps the last clause of a subject, and of that at most
// maxSubject characters from its end, where the head noun stands.
func shortSubject(s string) string {
	s = strings.TrimSpace(lastClause(s))
	if len(s) <= maxSubject {
		return s
	}
	if lexicon.Length(s) > maxSubject {
		s = withoutBrackets(s)
	}
	for n := lexicon.Length(s); n > maxSubject; n-- {
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
	}
	return s
}

// lastClause returns what stands after the last mark that ends a clause.
func lastClause(s string) string {
	if !mayHoldMark(s) {
		return s
	}
	from := 0
	for i, r := range s {
		switch r {
		case '，', '。', '；', '！', '？', ',', ';':
			from = i + utf8.RuneLen(r)
		}
	}
	return s[from:]
}

// mayHoldMark tells whether one of the marks of lastClause may stand in s: most
// subjects hold none of the bytes they begin with.
func mayHoldMark(s string) bool {
	for i := range len(s) {
		if b := s[i]; b == 0xE3 || b == 0xEF || b == ',' || b == ';' {
			return true
		}
	}
	return false
}

// printed returns the sentence, or where it is too long the clauses around the
// value, as many as fit.
func printed(body string, sentence, value report.Span) string {
	whole := sentence.Of(body)
	if len(whole) <= maxSentence || utf8.RuneCountInString(whole) <= maxSentence {
		return whole
	}
	span := clauseAround(body, sentence, value)
	if utf8.RuneCountInString(span.Of(body)) > maxSentence {
		return strings.TrimSpace(cutAround(body, sentence, value))
	}
	for grown := true; grown; {
		grown = false
		for _, wider := range []report.Span{
			clauseAround(body, sentence, report.Span{Start: stepBack(body, sentence, span), End: span.End}),
			clauseAround(body, sentence, report.Span{Start: span.Start, End: stepOn(body, sentence, span)}),
		} {
			if wider.Len() > span.Len() && utf8.RuneCountInString(wider.Of(body)) <= maxSentence {
				span, grown = wider, true
			}
		}
	}
	return strings.TrimSpace(span.Of(body))
}

// clauseAround returns the clauses that hold p, their last mark included.
func clauseAround(body string, sentence, p report.Span) report.Span {
	start, end := sentence.Start, sentence.End
	if i := strings.LastIndexAny(body[sentence.Start:p.Start], clauseMarks); i >= 0 {
		_, size := utf8.DecodeRuneInString(body[sentence.Start+i:])
		start = sentence.Start + i + size
	}
	if p.End < sentence.End {
		if i := strings.IndexAny(body[p.End:sentence.End], clauseMarks); i >= 0 {
			_, size := utf8.DecodeRuneInString(body[p.End+i:])
			end = p.End + i + size
		}
	}
	return report.Span{Start: start, End: end}
}

func stepBack(body string, sentence, p report.Span) int {
	if p.Start <= sentence.Start {
		return p.Start
	}
	_, size := utf8.DecodeLastRuneInString(body[sentence.Start:p.Start])
	return p.Start - size
}

func stepOn(body string, sentence, p report.Span) int {
	if p.End >= sentence.End {
		return p.End
	}
	_, size := utf8.DecodeRuneInString(body[p.End:sentence.End])
	return p.End + size
}

// cutAround returns the characters around a value in a clause without marks.
func cutAround(body string, sentence, value report.Span) string {
	before := []rune(body[sentence.Start:value.Start])
	after := []rune(body[value.Start:sentence.End])
	before = before[max(0, len(before)-maxSentence/2):]
	after = after[:min(len(after), maxSentence-len(before))]
	return string(before) + string(after)
}

// withoutBrackets drops what stands in brackets: 项目二期（体艺馆）.
func withoutBrackets(s string) string {
	from := strings.Index(s, "（")
	to := strings.LastIndex(s, "）")
	if from <= 0 || to < from {
		return s
	}
	return s[:from] + s[to+len("）"):]
}
