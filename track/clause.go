package track

import (
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// clauseEnds are the marks between which a clause stands.
const clauseEnds = "，。；！？：\t"

// clauses returns the clauses of a sentence, without their marks.
func clauses(sentence string) []report.Span {
	var out []report.Span
	start := 0
	for i, r := range sentence {
		if strings.ContainsRune(clauseEnds, r) {
			if i > start {
				out = append(out, report.Span{Start: start, End: i})
			}
			start = i + utf8.RuneLen(r)
		}
	}
	if start < len(sentence) {
		out = append(out, report.Span{Start: start, End: len(sentence)})
	}
	return out
}

// clauseOf returns the clause that the bytes from at to end stand in; where
// they reach over several, these together.
func clauseOf(sentence string, at, end int) report.Span {
	var out report.Span
	for _, c := range clauses(sentence) {
		if c.End <= at || c.Start >= end {
			continue
		}
		if out.End == 0 {
			out = c
		}
		out.End = c.End
	}
	if out.End == 0 {
		return report.Span{Start: 0, End: len(sentence)}
	}
	return out
}

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
