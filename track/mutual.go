package track

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"taizhang/report"
)

// A promise and a clause tell of one thing where what they have in common, by
// how rare it is, is such a share of what each of them says; less is enough of a
// work, which has a stage to be reached and a name.
const (
	leastMutual     = 0.4
	leastMutualWork = 0.28
)

// leastHead is how much the first word of what is promised must tell, as a share
// of what a name must.
const leastHead = 0.5

// mutual is a clause that may answer a promise in other words.
type mutual struct {
	promise, sentence, clause int
	share                     float64
}

func (m mutual) at() [2]int { return [2]int{m.sentence, m.clause} }

// spareWords answers the promises of one plan that have no number and no answer
// by the clauses that have more in common with them than with any other promise,
// where they have more in common with them than with any other clause: 甲醇项目试车,
// 10万吨甲醇装置投料试车成功.
func (l *ledger) spareWords(promises []promise) {
	var all []mutual
	for i := range promises {
		if p := &promises[i]; p.from == p.Year && l.a.reported(p.Year) {
			all = append(all, l.mutuals(p, i)...)
		}
	}
	slices.SortStableFunc(all, func(a, b mutual) int { return cmp.Compare(b.share, a.share) })
	asked, taken := map[int]bool{}, map[[2]int]bool{}
	for _, m := range all {
		p := &promises[m.promise]
		if !asked[m.promise] && !taken[m.at()] && len(p.Targets) == 0 && p.Status == report.Unreported {
			l.answerMutual(p, m)
		}
		asked[m.promise], taken[m.at()] = true, true
	}
}

// answerMutual writes what the clause alone says of the promise into it.
func (l *ledger) answerMutual(p *promise, m mutual) {
	s := l.a.years[p.Year].sentences[m.sentence]
	s.clauses = s.clauses[m.clause : m.clause+1]
	clause := words(s.words, s.clauses[0])
	if m.share < leastMutual && p.goal == 0 || l.v.otherWay(p.Text, clause) || otherPhase(p.object, clause) ||
		l.v.areaOf([]rune(p.object)) != l.v.areaOf([]rune(clause)) || !l.sharesFirst(p, clause) {
		return
	}
	c := candidate{said: &s, name: leastProof, short: 1, score: leastProof}
	if r, ok := l.read(p, c); ok && decisive(r.status) > 0 {
		p.Answers, p.Status = []report.Answer{c.answer(r)}, r.status
		l.settle(p)
	}
}

// sharesFirst tells whether the first word of what is promised stands in the
// clause and tells something: of names that shrink it is left, and what tells
// one from another stands first.
func (l *ledger) sharesFirst(p *promise, clause string) bool {
	pairs := grams(l.v.ownWords(p.object))
	return len(pairs) > 0 && strings.Contains(clause, pairs[0]) && l.a.tells(pairs[0]) >= leastHead*l.rare()
}

// mutuals returns the clauses of the promise's year that have enough in common
// with it, sentence by sentence.
func (l *ledger) mutuals(p *promise, number int) []mutual {
	y := l.a.years[p.Year]
	says := grams(l.v.ownWords(p.Text))
	own, near := 0.0, []int32{}
	for _, g := range says {
		if w := l.a.tells(g); w > 0 {
			own += w
			near = append(near, y.holders[g]...)
		}
	}
	slices.Sort(near)
	var out []mutual
	for _, i := range slices.Compact(near) {
		s := &y.sentences[i]
		for k, at := range s.clauses {
			if s.report == p.MadeIn {
				break
			}
			if x := l.inCommon(says, own, words(s.words, at)); x >= leastMutualWork {
				out = append(out, mutual{number, int(i), k, x})
			}
		}
	}
	return out
}

// inCommon returns what the pairs of a promise, which say own together, have in
// common with a clause, as a share of both; 0 where that tells too little.
func (l *ledger) inCommon(says []string, own float64, clause string) float64 {
	both, theirs := 0.0, 0.0
	for _, g := range says {
		if strings.Contains(clause, g) {
			both += l.a.tells(g)
		}
	}
	if both < l.rare() {
		return 0
	}
	for _, g := range grams(clause) {
		theirs += l.a.tells(g)
	}
	return both / math.Sqrt(own*theirs)
}

// tells returns how much a pair tells beyond what any pair would.
func (r *rarity) tells(gram string) float64 { return math.Max(0, r.weight(gram)-1) }

// otherPhase tells whether two texts name phases of a work, and not the same.
func otherPhase(a, b string) bool {
	x, y := phase([]rune(a)), phase([]rune(b))
	return x != 0 && y != 0 && x != y
}
