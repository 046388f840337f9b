package track

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"taizhang/report"
)

// mostOfOne is how much one pair may say, however rare it is, as a share of what
// a name must say.
const mostOfOne = 0.6

// pairing is a number that answers no promise held against a target that no
// number answers: it may be told in other words (绿地50万平方米, 绿化面积53万平方米).
type pairing struct {
	promise, target int
	spot            spot
	says            float64 // how much more is said than must be; 1 is just enough
}

// spare answers the promises of one plan that have a number and no answer by
// the numbers of the review that answer none. The nearer a number is to the one
// promised, the less of the words must be the same. Every number answers one.
func (l *ledger) spare(promises []promise) {
	used := map[string]bool{}
	for _, p := range promises {
		for _, a := range p.Answers {
			if a.Fact != "" {
				used[a.Fact] = true
			}
		}
	}
	var pairs []pairing
	for i := range promises {
		if l.open(&promises[i]) {
			pairs = append(pairs, l.pairings(&promises[i], i, used)...)
		}
	}
	slices.SortStableFunc(pairs, func(a, b pairing) int { return cmp.Compare(b.says, a.says) })
	picked := map[int]map[int]spot{}
	for _, x := range pairs {
		if _, done := picked[x.promise][x.target]; done || used[x.spot.fact.ID] {
			continue
		}
		if picked[x.promise] == nil {
			picked[x.promise] = map[int]spot{}
		}
		picked[x.promise][x.target] = x.spot
		used[x.spot.fact.ID] = true
	}
	for i, spots := range picked {
		l.answerSpare(&promises[i], spots)
	}
	for i := range promises {
		l.spareNames(&promises[i])
	}
}

// open tells whether a promise has a number that nothing answers yet.
func (l *ledger) open(p *promise) bool {
	return len(p.Targets) > 0 && p.from == p.Year && l.a.reported(p.Year) &&
		(p.Status == report.Unreported || p.Status == report.Unverifiable)
}

// answerSpare writes the numbers that were found for its targets into a promise.
func (l *ledger) answerSpare(p *promise, spots map[int]spot) {
	told := l.byTargets(p, func(i int) (spot, bool) { s, ok := spots[i]; return s, ok })
	if len(told) == 0 {
		return
	}
	answers := make([]report.Answer, 0, mostAnswers)
	for _, t := range told {
		t.Why += "，说法不同"
		answers = append(answers, t.Answer)
	}
	for _, a := range p.Answers {
		if !slices.ContainsFunc(answers, func(b report.Answer) bool { return a.Report == b.Report && a.Place == b.Place }) {
			answers = append(answers, a)
		}
	}
	p.Answers, p.Status = answers[:min(mostAnswers, len(answers))], told[0].status
	l.settle(p)
}

// pairings returns the numbers of the year that may answer a target of the
// promise in other words.
func (l *ledger) pairings(p *promise, number int, used map[string]bool) []pairing {
	var out []pairing
	for ti, t := range p.facts {
		if t.Value == nil || t.Comparison != "" || t.Kind == report.KindRank {
			continue
		}
		says := l.v.ownWords(l.about(p, t, ""))
		only := 1.0
		if l.alike(p, t, used) == 1 {
			only = 1.2
		}
		for i := range l.a.years[p.Year].sentences {
			s := &l.a.years[p.Year].sentences[i]
			if s.report == p.MadeIn {
				continue
			}
			c := candidate{said: s, name: leastProof, score: leastProof}
			for _, f := range s.facts {
				if used[f.ID] || f.Value == nil || f.Cell != nil {
					continue
				}
				if x := only * l.saysMore(p, t, f, c, says); x >= 1 {
					out = append(out, pairing{number, ti, spot{candidate: c, fact: f, fit: leastFit}, x})
				}
			}
		}
	}
	return out
}

// alike returns how many numbers of the year that answer nothing count in the
// target's unit and are near it.
func (l *ledger) alike(p *promise, t report.Fact, used map[string]bool) int {
	n := 0
	for i := range l.a.years[p.Year].sentences {
		for _, f := range l.a.years[p.Year].sentences[i].facts {
			if f.Value != nil && !used[f.ID] && l.v.countable(*t.Value, *f.Value) && !further(t.Value.Least(), f.Value.Least(), 3) {
				n++
			}
		}
	}
	return n
}

// saysMore returns how much of the target's words the fact is told in, as a
// multiple of what a number so near needs; 0 where it cannot be an answer.
func (l *ledger) saysMore(p *promise, t, f report.Fact, c candidate, says string) float64 {
	need := l.need(t, f)
	if need == 0 || math.IsInf(need, 1) {
		return 0
	}
	near, own := c.near(f), words(c.words, c.clauseAt(f))
	acted := l.acted(p, t.Action, f, "", near)
	if !l.comparable(p, t, f, p.Year, near, own) || l.v.startOrStock(t, f, c) || acted < 0.5 && l.v.stageOf(t.Action) > 0 {
		return 0
	}
	if acted < 0.5 {
		need *= 1.6
	}
	if acted < 0.95 && !strings.ContainsAny(f.Subject, lastTwo(l.bareName(t))) {
		need *= 1.3 // neither what was done nor what is counted is called the same
	}
	if !digitsIn(l.bareName(t), f.Subject+c.told(f, near)) || t.PartOf != "" || l.v.otherLevel(p.Text, own) || p.otherClass(t, f, own) || l.v.otherWay(p.Text, own) {
		return 0
	}
	told := c.without(c.others(f, own))
	if behind := c.behind(f); t.Kind == report.KindAmount && !strings.ContainsAny(behind, "0123456789") {
		told += "，" + behind // 投入1.8亿元，完善了基础设施
	}
	return l.sharedIn(says, l.bareName(t), told, f.Subject) / need
}

// before returns the clause before that of the fact.
func (c candidate) before(f report.Fact) string {
	own, out := c.clauseAt(f), ""
	for _, s := range c.clauses {
		if s.End <= own.Start {
			out = words(c.words, s)
		}
	}
	return out
}

// behind returns the clause behind that of the fact.
func (c candidate) behind(f report.Fact) string {
	own := c.clauseAt(f)
	return strings.TrimPrefix(c.with(own), words(c.words, own))
}

// lastTwo returns the last two characters of a name: what is counted.
func lastTwo(name string) string {
	runes := []rune(name)
	return string(runes[max(0, len(runes)-2):])
}

// need returns how much must be said beside a number to take it for the answer
// to another: the less, the nearer it is; none can be enough for one that is far
// off, +Inf.
func (l *ledger) need(t, f report.Fact) float64 {
	want, have := t.Value.Least().Abs(), f.Value.Least().Abs()
	need := l.rare()
	switch {
	case want.Equal(have) && significant(t.Text) >= leastDigits:
		need *= 0.35
	case !further(want, have, 20):
		need *= 0.5
	case !further(want, have, 10):
		need *= 0.6
	case !further(want, have, 6):
		need *= 0.7
	case !further(want, have, 3):
		need *= 1
	default:
		return math.Inf(1)
	}
	if have.Cmp(want) < 0 {
		need *= 1.3 // what fell short is seldom told
	}
	if want.Cmp(report.Whole(10)) < 0 || t.Value.Unit == "%" || t.Kind == report.KindAmount {
		need *= 1.6 // small numbers, shares and sums come often
	}
	return need
}

// sharedIn returns how much what the promise says and what is told have in
// common: pairs, and of the two names characters, by how rare they are.
func (l *ledger) sharedIn(says, name, told, subject string) float64 {
	weight, seen, counted := 0.0, map[rune]bool{}, map[string]bool{}
	for _, g := range grams(strings.Join(l.v.namesOf(says), " ")) {
		if strings.Contains(told, g) && !counted[g] {
			counted[g] = true
			weight += min(mostOfOne*l.rare(), math.Max(0, l.a.weight(g)-1))
			for _, r := range g {
				seen[r] = true
			}
		}
	}
	for _, r := range l.v.ownWords(name) {
		if unicode.IsLetter(r) && !seen[r] && strings.ContainsRune(subject, r) {
			seen[r] = true
			weight += 0.5 * math.Max(0, l.charWeight(r)-1)
		}
	}
	return weight
}

// ownWords returns the words without those that name no thing of their own.
func (v *vocabulary) ownWords(words string) string {
	words = v.solid(words)
	for _, list := range [][]string{v.Leads, v.Tasks.When} {
		for _, w := range list {
			words = strings.ReplaceAll(words, w, " ")
		}
	}
	pieces := strings.Fields(words)
	for i := range pieces {
		for w := firstPrefix(pieces[i], v.General); w != ""; w = firstPrefix(pieces[i], v.General) {
			pieces[i] = strings.TrimPrefix(pieces[i], w)
		}
	}
	return strings.Join(pieces, " ")
}

// charWeight returns how much it says that a character is found.
func (l *ledger) charWeight(r rune) float64 {
	n, ok := l.chars[r]
	if !ok {
		for _, y := range l.a.years {
			for i := range y.sentences {
				if strings.ContainsRune(y.sentences[i].words, r) {
					n++
				}
			}
		}
		if l.chars == nil {
			l.chars = map[rune]int{}
		}
		l.chars[r] = n
	}
	return math.Log(1 + float64(l.a.sentences)/float64(max(1, n)))
}
