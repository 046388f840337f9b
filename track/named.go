package track

import (
	"strings"

	"taizhang/report"
)

// mostNamed is the largest number of things that a report may name instead of
// counting them.
const mostNamed = 6

// spareNames answers promises of a few things, which nothing answers, by clauses
// that name the things: 引进银行2家, 甲银行、乙银行相继入驻.
func (l *ledger) spareNames(p *promise) {
	if len(p.Targets) != 1 || !l.open(p) {
		return
	}
	for _, t := range p.facts {
		if t.Value == nil || t.Kind != report.KindCount || t.Action == "" || t.Value.Min.Cmp(report.Whole(mostNamed)) > 0 {
			continue
		}
		for _, name := range l.v.namesOf(l.bareName(t)) {
			if l.answerNamed(p, t, lastTwo(l.v.core(name))) {
				return
			}
		}
	}
}

// answerNamed answers the promise by the first clause of the year that names
// what is counted, head being what it is; false where none does.
func (l *ledger) answerNamed(p *promise, t report.Fact, head string) bool {
	y := l.a.years[p.Year]
	for _, i := range y.holders[head] {
		s := &y.sentences[i]
		for _, at := range s.clauses {
			n := l.namedIn(p, t, words(s.words, at), head)
			if n == 0 || s.report == p.MadeIn {
				continue
			}
			r := reading{status: report.Done, verdict: report.Supports, why: "点名说到"}
			if t.Value.Least().Cmp(report.Whole(int64(n))) > 0 {
				r.status, r.verdict = report.Partial, report.PartlyMet
			}
			c := candidate{said: s, name: leastProof, score: leastProof}
			p.Answers, p.Status = []report.Answer{c.answer(r)}, r.status
			l.settle(p)
			return true
		}
	}
	return false
}

// namedIn returns how many of the things counted a clause names beside a verb
// that does what was promised; 0 where it does not, or counts.
func (l *ledger) namedIn(p *promise, t report.Fact, clause, head string) int {
	if before, _, _ := strings.Cut(clause, head); strings.Contains(before, "等") {
		return 0
	}
	if letters(head) < 2 || !strings.Contains(clause, head) || strings.ContainsAny(clause, "0123456789") ||
		l.v.otherLevel(p.Text, clause) || l.v.stageOf(clause) == 1 || firstOf(clause, l.v.Planned) != "" || firstOf(clause, l.v.Failed) != "" {
		return 0
	}
	verb := ""
	for w, group := range l.v.like {
		if strings.HasSuffix(t.Action, w) && len(w) > len(verb) && firstOf(clause, group) != "" {
			verb = w
		}
	}
	before, _, _ := strings.Cut(clause, head)
	if verb == "" || letters(before) < 2 || l.a.weight(head)-1 < 0.6*l.rare() {
		return 0 // what is named has a name of its own before what it is
	}
	return 1 + strings.Count(clause, "、")
}
