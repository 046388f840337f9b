package track

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// mostGap is how many characters may stand between an object and the word that
// says it was missed.
const mostGap = 14

// fails tells whether the word of failure is said of the promise. Of one with a
// number it must stand beside the object, which opens the clause or comes with
// its number: …占国内生产总值比重没有完成 says nothing of 国内生产总值. What is never
// over cannot fail, but a work can be stopped.
func (l *ledger) fails(p *promise, c candidate, clause string, h heard) bool {
	if len(p.Targets) == 0 {
		return c.name >= leastProof && (p.goal > 0 || !l.v.endless(p.Action) || slices.Contains(l.v.Halted, h.word) && (l.v.isWork(p.object) || l.v.isWork(p.Subject)))
	}
	subject := p.Subject
	for _, n := range l.v.namesOf(subject) {
		if strings.Contains(clause, n) {
			subject = n
			break
		}
	}
	at := strings.Index(clause, subject)
	if at < 0 || subject == "" {
		return false
	}
	from := strings.LastIndex(clause[:at], "、") + 1 // 甲、乙进度缓慢: each opens the clause
	before, gap := at-from, words(clause, report.Span{Start: h.end, End: at})
	if at < h.at {
		gap = words(clause, report.Span{Start: at + len(subject), End: h.at})
	} else {
		before = h.at
	}
	if letters(subject) <= 2 && firstSuffix(gap, l.v.Kinds) != "" {
		return false // 教师发展中心改建工程进度滞后 is no failure to employ 教师
	}
	return utf8.RuneCountInString(gap) <= mostGap && (before <= 2*len("，") || numbered(p, clause))
}

// numbered tells whether one of the numbers promised stands in the clause.
func numbered(p *promise, clause string) bool {
	return slices.ContainsFunc(p.facts, func(f report.Fact) bool {
		return f.Value != nil && strings.Contains(clause, f.Value.Min.String())
	})
}
