package track

import (
	"slices"
	"strings"

	"taizhang/report"
)

// verbInName holds a target whose verb says nothing against a fact by the verb
// that begins its name: 完成征迁房屋, 拆迁棚户区房屋.
func (l *ledger) verbInName(t, f report.Fact) (same, action float64) {
	if firstPrefix(t.Action, l.v.Light) == "" || f.Action == "" {
		return 0, 0
	}
	for verb, group := range l.v.like {
		rest, ok := strings.CutPrefix(t.Subject, verb)
		if ok && letters(rest) >= 2 && slices.Contains(group, f.Action) {
			return max(same, l.a.cover(rest, f.Subject)), 0.9
		}
	}
	return 0, 0
}

// leastTold is the share of what is said beside a general name that must be said
// beside the fact.
const leastTold = 0.12

// general tells whether the name says little, so that what is said beside it
// must tell: 投资6.8亿元，实施城建工程.
func (l *ledger) general(name string) bool {
	return letters(name) <= 2 && slices.Contains(l.v.General, name)
}

// elsewhere tells whether a fact under a general name is of something else: of
// another size, or beside other words.
func (l *ledger) elsewhere(p *promise, t, f report.Fact, c candidate, name string) bool {
	if offScale(t, f) {
		return true
	}
	if letters(l.v.solid(l.about(p, t, name))) >= 3 {
		return l.rest(p, t, c, f) < 0.3 // 企业1家 of which more is said: 在某板挂牌
	}
	if t.Kind != report.KindAmount || l.hollow(p, t, f, c) > 0 {
		return false
	}
	says, most := false, 0.0
	told := words(c.words, report.Span{Start: 0, End: c.clauseAt(f).End})
	for _, beside := range strings.Split(p.around(t), "，") {
		beside = l.v.solid(beside)
		says = says || len(grams(beside)) > 0
		most = max(most, l.a.cover(beside, told))
	}
	return says && most < leastTold
}

// about returns what the promise says beside name, number and verb.
func (l *ledger) about(p *promise, t report.Fact, name string) string {
	says := p.Text
	for _, w := range []string{t.Text, name, t.Action} {
		if w != "" {
			says = strings.Replace(says, w, " ", 1)
		}
	}
	return says
}

// rest returns how much of what is said beside name and number stands in the
// clause of the fact.
func (l *ledger) rest(p *promise, t report.Fact, c candidate, f report.Fact) float64 {
	near := words(c.words, c.clauseAt(f))
	if letters(l.v.ownWords(c.without(near))) < 2 {
		near = c.before(f) + "，" + near // 某铁路全线铺开，完成投资8亿元
	}
	return l.a.cover(l.v.solid(l.about(p, t, l.bareName(t))), near)
}
