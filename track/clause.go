package track

import (
	"strings"

	"taizhang/report"
)

// words returns the span's words of s; a span beyond it has none.
func words(s string, p report.Span) string {
	if p.Start < 0 || p.End > len(s) || p.Start > p.End {
		return ""
	}
	return s[p.Start:p.End]
}

// item narrows the clause to the item of an enumeration that holds the fact:
// 建设实验校6所、智慧校园15所. Others are the places of the sentence's other facts.
func item(sentence string, clause, fact report.Span, subject string, others []report.Span) report.Span {
	if i := strings.LastIndex(words(sentence, report.Span{Start: clause.Start, End: fact.Start}), "、"); i >= 0 {
		rest := report.Span{Start: clause.Start + i + len("、"), End: clause.End}
		before := report.Span{Start: clause.Start, End: clause.Start + i}
		if subject != "" && strings.Contains(words(sentence, rest), subject) && holds(before, others) {
			clause = rest
		}
	}
	if i := strings.Index(words(sentence, report.Span{Start: fact.End, End: clause.End}), "、"); i >= 0 {
		rest := report.Span{Start: fact.End + i, End: clause.End}
		if holds(rest, others) && strings.Contains(words(sentence, report.Span{Start: clause.Start, End: rest.Start}), subject) {
			clause.End = rest.Start
		}
	}
	return clause
}

// holds tells whether one of the places lies in the span.
func holds(s report.Span, places []report.Span) bool {
	for _, p := range places {
		if p.Start >= s.Start && p.End <= s.End {
			return true
		}
	}
	return false
}
