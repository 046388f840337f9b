package report

import (
	"strings"
	"unicode/utf8"
)

// ClauseEnds are the marks between which a clause stands.
const ClauseEnds = "，。；！？：\t"

// Clauses returns the clauses of a sentence, without their marks.
func Clauses(sentence string) []Span {
	var out []Span
	start := 0
	for i, r := range sentence {
		if strings.ContainsRune(ClauseEnds, r) {
			if i > start {
				out = append(out, Span{Start: start, End: i})
			}
			start = i + utf8.RuneLen(r)
		}
	}
	if start < len(sentence) {
		out = append(out, Span{Start: start, End: len(sentence)})
	}
	return out
}

// ClauseOf returns the clause that the bytes from at to end stand in; where
// they reach over several, these together.
func ClauseOf(sentence string, at, end int) Span {
	var out Span
	for _, c := range Clauses(sentence) {
		if c.End <= at || c.Start >= end {
			continue
		}
		if out.End == 0 {
			out = c
		}
		out.End = c.End
	}
	if out.End == 0 {
		return Span{Start: 0, End: len(sentence)}
	}
	return out
}
