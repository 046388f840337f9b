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

// general tells whether the name says little and the clause says more.
func (l *ledger) general(p *promise, t report.Fact, name string) bool {
	return letters(name) <= 2 && slices.Contains(l.v.General, name) && letters(l.v.solid(l.about(p, t, name))) >= 3
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
	return l.a.cover(l.v.solid(l.about(p, t, l.bareName(t))), words(c.words, c.clauseAt(f)))
}
