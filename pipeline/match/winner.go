package match

import (
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// Lengths in characters of the place or office at the head of a clause that an
// award of a later clause is won by.
const (
	shortestWinner = 3
	longestWinner  = 12
)

// winner returns who an award without a subject is for: whoever the award before
// it is for, else the place or office that opens a clause before it
// (经开区新建厂房6万平方米，正在申报省级高新区). Awards of whole counties are the office's.
func (w *work) winner(v *view, award *report.Fact, before string) string {
	if before != "" {
		return before
	}
	name := v.text[award.Place.Start-v.base : award.Place.End-v.base]
	for _, end := range w.m.vocab.regional {
		if strings.HasSuffix(name, end) {
			return ""
		}
	}
	for k := v.clauseAt(award.Place.Start-v.base) - 1; k >= 0; k-- {
		if name := w.m.winnerIn(v.clauses()[k].Of(v.text)); name != "" {
			return name
		}
	}
	return ""
}

// winnerIn returns the place or office that opens the clause.
func (m *Matcher) winnerIn(clause string) string {
	end := 0
	for _, word := range m.vocab.winners {
		at := strings.Index(clause, word)
		if at > 0 && (end == 0 || at+len(word) < end) {
			end = at + len(word)
		}
		if at == 0 && end == 0 {
			end = len(word)
		}
	}
	name := clause[:end]
	n := utf8.RuneCountInString(name)
	if n < shortestWinner || n > longestWinner || m.doing(name) {
		return ""
	}
	for _, after := range m.vocab.notWinner {
		if strings.HasPrefix(clause[end:], after) {
			return ""
		}
	}
	if bare := m.bare(name); bare == name {
		return name
	}
	return ""
}

// doing tells whether the words begin with what is done to the rest: 推进园区.
func (m *Matcher) doing(words string) bool {
	for _, verb := range m.vocab.verbs {
		if strings.HasPrefix(words, verb) {
			return true
		}
	}
	return false
}
