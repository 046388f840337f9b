package track

import (
	"cmp"
	"slices"
	"strings"

	"taizhang/report"
)

// Of the name of a promise's object and of its clause a sentence must have
// these shares to be a candidate at all.
const (
	leastName   = 0.45
	leastClause = 0.15
)

// otherName is what is left of the share of a name whose end alone stands in a
// sentence, behind another beginning.
const otherName = 0.6

// otherWork is what is left of it where a work with a stage was promised.
const otherWork = 0.4

// shortName is the share from which on a name is taken to stand there as it is.
const shortName = 0.9

// notRenewed is what is left of the share of a name whose work was to be renewed
// in a clause that tells of building alone.
const notRenewed = 0.85

// leastRetold is the share of a promise's clause from which on another clause is
// taken to speak of the same.
const leastRetold = 0.62

// leastOrder is the share of its characters from which on a name is taken to
// stand in a sentence with some left out.
const leastOrder = 0.7

// leastShare is the share of the name or of the clause from which on a sentence
// is looked at closely; so many of a year's sentences are.
const (
	leastShare = 0.12
	mostLooked = 24
)

// candidate is a sentence that may answer a promise.
type candidate struct {
	*said
	name  float64 // share of the object's name that stands in it
	short int     // clause that is told of it by a shorter name, from 1; 0 none
	score float64
}

// find returns the sentences of the year's reviews that may answer the promise,
// best first.
func (l *ledger) find(p *promise, year int) []candidate {
	y := l.a.years[year]
	if y == nil {
		return nil
	}
	name, text := l.a.shares(y, p.object), l.a.shares(y, p.Text)
	for _, other := range p.names[1:] {
		for i, x := range l.a.shares(y, other) {
			name[i] = max(name[i], x)
		}
	}
	var near []int
	for i := range y.sentences {
		if y.sentences[i].report != p.MadeIn && (name[i] >= leastShare || text[i] >= leastShare) {
			near = append(near, i)
		}
	}
	for _, i := range y.of[p.Indicator] { // 经济增长7%, 国内生产总值增长9.1%
		if p.Indicator != "" && y.sentences[i].report != p.MadeIn {
			name[i] = max(name[i], 0.9)
			if !slices.Contains(near, int(i)) {
				near = append(near, int(i))
			}
		}
	}
	slices.SortStableFunc(near, func(i, j int) int { return cmp.Compare(name[j]+text[j], name[i]+text[i]) })
	near = near[:min(mostLooked, len(near))]
	if e, ok := endsOf(l.v.core(p.object)); ok {
		for _, i := range y.ends[e] { // 国投公司 has little of the name's pairs
			if y.sentences[i].report != p.MadeIn && !slices.Contains(near, int(i)) {
				near = append(near, int(i))
			}
		}
	}
	var out []candidate
	for _, i := range near {
		if c := l.look(p, &y.sentences[i], name[i], text[i]); c.name >= leastName || text[i] >= leastClause {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(x, y candidate) int { return cmp.Compare(y.score, x.score) })
	return out
}

// look weighs a sentence of which the shares of the promise's name and clause
// are known.
func (l *ledger) look(p *promise, s *said, name, text float64) candidate {
	c := candidate{said: s, name: max(name, inOrder(p.object, s.words))}
	c.retold(p, l, text)
	switch {
	case c.name < leastName: // too little anyhow
	case p.goal > 0 && l.v.another(p.object, s.words) && !l.calledOtherwise(p, s.words):
		c.name *= otherWork
	case l.v.foreign(p.object, s.words) && !l.calledOtherwise(p, s.words):
		c.name *= otherName
	}
	if p.goal > 0 && (strings.Contains(s.words, "、") || l.v.otherWay(p.Text, s.words)) {
		c.name = min(c.name, l.inItem(p, s))
	}
	if p.goal > 0 && namesOtherPhase(p.object, s.words) {
		c.name *= otherWork
	}
	if q := quotedName(p.object); q != "" && strings.Contains(s.words, q) {
		c.name = max(c.name, 0.8)
	}
	if c.name < shortName {
		for i, topics := range s.topics {
			if p.goal > 0 && l.v.otherWay(p.Text, words(s.words, s.clauses[i])) {
				continue
			}
			for _, t := range topics {
				if x := l.calledSo(p, t); x > c.name {
					c.name, c.short = x, i+1
				}
			}
		}
	}
	if c.name < shortName {
		if x, clause := l.contractedIn(p, s); x > c.name {
			c.name, c.short = x, clause
		}
	}
	if p.goal > 0 && c.name > leastProof && l.v.renews(p.Text) && !l.v.renews(l.clauseOf(p, c)) {
		c.name *= notRenewed
	}
	c.score = 0.6*c.name + 0.4*text
	return c
}

// renews tells whether something that stands is to be made better or larger.
func (v *vocabulary) renews(words string) bool { return firstOf(words, v.Renewals) != "" }

// clauseOf returns the clause of the sentence that names most of the promise's
// object.
func (l *ledger) clauseOf(p *promise, c candidate) string {
	if c.short > 0 {
		return words(c.words, c.clauses[c.short-1])
	}
	if s := l.scope(p, c); len(s) > 0 {
		return words(c.words, s[0])
	}
	return c.words
}

// calledOtherwise tells whether another name of what is promised stands in the
// sentence from its beginning.
func (l *ledger) calledOtherwise(p *promise, sentence string) bool {
	return slices.ContainsFunc(p.names[1:], func(n string) bool {
		pairs := grams(n)
		return len(pairs) > 1 && strings.Contains(sentence, pairs[0]) && l.a.cover(n, sentence) >= leastProof
	})
}

// retold takes a clause that says most of the promise's own words for one that
// names its object, however little of the name alone stands there: 支线机场完成预可研
// 报告编制, 机场预可研报告编制完成.
func (c *candidate) retold(p *promise, l *ledger, text float64) {
	if text < leastRetold || c.name >= leastRetold {
		return
	}
	for i, s := range c.clauses {
		if x := l.a.cover(p.Text, words(c.words, s)); x >= leastRetold && x > c.name && !l.v.another(p.object, words(c.words, s)) {
			c.name, c.short = x, i+1
		}
	}
}

// asBefore is what is left of the share of a name where it is that of an earlier
// plan.
const asBefore = 0.95

// calledSo returns how well a topic is a shorter form of what is promised, as
// this plan or one before it calls it.
func (l *ledger) calledSo(p *promise, topic string) float64 {
	most := 0.0
	if twoInCommon(topic, p.object) {
		most = l.calledNow(p, topic)
	}
	if p.goal > 0 {
		for _, w := range p.wordings {
			if head := []rune(w); len(head) > 2 && strings.HasPrefix(topic, string(head[:2])) {
				most = max(most, asBefore*l.shortOf(topic, w, true))
			}
		}
	}
	return most
}

// twoInCommon tells whether two characters of a stand in b, as they do wherever one
// is a shorter form of the other. Most topics have none, and need no closer look.
func twoInCommon(a, b string) bool {
	n := 0
	for _, r := range a {
		if strings.ContainsRune(b, r) {
			if n++; n == 2 {
				return true
			}
		}
	}
	return false
}

// calledNow returns how well a topic is a shorter form of what this plan calls the
// promise.
func (l *ledger) calledNow(p *promise, topic string) float64 {
	most := l.shortOf(topic, p.object, p.goal > 0)
	if bare := l.v.moved(topic); bare != "" && most == 0 && p.goal > 0 && firstOf(p.Text, l.v.Moving) != "" {
		most = l.shortOf(bare, p.object, true)
	}
	if most == 0 && len(p.Targets) == 0 && !l.v.endless(p.Action) && !slices.Contains(l.v.Measured, p.Action) {
		most = min(shortEnd, l.likeness(p.object, topic)) // no bare mention is one
	}
	return most
}

// moved returns the name of what is built at a new place, without what says so:
// 云雀 of 云雀新厂 and of 云雀迁建.
func (v *vocabulary) moved(topic string) string {
	if site := firstSuffix(topic, v.NewSites); site != "" {
		return strings.TrimSuffix(topic, site)
	}
	if mode := firstSuffix(topic, v.Modes); firstOf(mode, v.Moving) != "" {
		return strings.TrimSuffix(topic, mode)
	}
	return ""
}

// otherWay tells whether two works are built in other ways: 新建, 扩建.
func (v *vocabulary) otherWay(a, b string) bool {
	w := firstOf(a, v.Ways)
	return w != "" && firstOf(b, v.Ways) != "" && !strings.Contains(b, w)
}

// inItem returns how much of the name stands in one item of what the sentence
// lists: 甲地急救站、乙地实验楼 names no 甲地实验楼.
func (l *ledger) inItem(p *promise, s *said) float64 {
	most := 0.0
	for _, item := range strings.FieldsFunc(s.words, func(r rune) bool { return strings.ContainsRune(report.ClauseEnds+"、", r) }) {
		share := max(l.cover(p, item), inOrder(p.object, item))
		if l.v.otherWay(p.Text, item) {
			share *= otherWork
		}
		most = max(most, share)
	}
	return most
}

// shares returns, by sentence, the share of the words that stands in it, from
// 0 to 1.
func (a *answers) shares(y *reviews, words string) []float64 {
	shares := make([]float64, len(y.sentences))
	total := 0.0
	for _, g := range grams(words) {
		w := a.weight(g)
		total += w
		for _, i := range y.holders[g] {
			shares[i] += w
		}
	}
	if total > 0 {
		for i := range shares {
			shares[i] /= total
		}
	}
	return shares
}

// spot is a fact that answers a target of a promise.
type spot struct {
	candidate
	fact  report.Fact
	fit   float64
	equal bool    // the very number that was promised
	other float64 // taken off for a number of another scope
}

// inOrder returns how much of a name stands in order where the sentence begins
// to name it: 城东片区排水整治工程 in 城东排水整治工程完成…. Less than leastOrder is none.
func inOrder(name, sentence string) float64 {
	pairs := grams(name)
	if len(pairs) < 4 {
		return 0
	}
	at := -1
	for _, g := range pairs[:max(1, len(pairs)/3)] {
		if at = strings.Index(sentence, g); at >= 0 {
			break
		}
	}
	if at < 0 {
		return 0
	}
	long := []rune(name)
	window := []rune(sentence[at:min(len(sentence), at+len(name)+len("一期"))])
	share := float64(commonOrder(long, window)) / float64(len(long))
	if share < leastOrder {
		return 0
	}
	return share - 0.1
}

// namesOtherPhase tells whether a sentence speaks of another phase of the work alone:
// 疏港路一期 is not 疏港路二期.
func namesOtherPhase(name, sentence string) bool {
	own := phase([]rune(name))
	if own == 0 || strings.Contains(sentence, string(own)+"期") {
		return false
	}
	head, _, _ := strings.Cut(name, string(own)+"期")
	runes := []rune(head)
	if len(runes) < 2 {
		return false
	}
	_, behind, ok := strings.Cut(sentence, string(runes[max(0, len(runes)-4):]))
	next := []rune(behind)
	return ok && len(next) > 1 && next[1] == '期' && phase(next[:2]) != 0
}
