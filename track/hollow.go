package track

import (
	"strings"

	"taizhang/report"
)

// hollow returns how well a sum without a thing of its own (中央财政拟投入420亿元) is
// answered: by one of like size in a clause that speaks of what is said around
// the promise. The nearer the size, the less must be said.
func (l *ledger) hollow(p *promise, t, f report.Fact, c candidate) float64 {
	says := l.v.solid(p.around(t))
	for _, w := range l.v.Planned {
		says = strings.ReplaceAll(says, w, " ")
	}
	near, weight := words(c.words, c.clauseAt(f)), 0.0
	if letters(l.v.ownWords(c.without(near))) < 2 {
		near = c.before(f) + "，" + near // 完成市政项目14个，投资4.3亿元
	}
	for _, g := range grams(says) {
		if strings.Contains(near, g) || strings.Contains(f.Subject, g) {
			weight += max(0, l.a.weight(g)-1)
		}
	}
	need := 0.5 * l.rare()
	want, have := t.Value.Least(), f.Value.Least()
	switch {
	case further(want, have, 2):
		return 0
	case further(want, have, 5):
		need = 1.5 * l.rare()
	case !want.Equal(have):
		need = 0.8 * l.rare()
	}
	if weight < need {
		return 0
	}
	return min(0.95, 0.65+0.1*weight/l.rare())
}

// around returns what the promise says beside its number: its clause, the one
// before it, and the one behind that says what for.
func (p *promise) around(t report.Fact) string {
	says := p.before() + "，" + strings.ReplaceAll(strings.ReplaceAll(p.Text, t.Text, " "), t.Action, " ")
	for _, c := range report.Clauses(p.Sentence) {
		if c.Start >= p.span.End {
			return says + "，" + words(p.Sentence, c)
		}
	}
	return says
}

// context returns the clause before the promise's, where it has no number of
// its own: it may name what the number is of.
func (p *promise) context() string {
	before := p.before()
	if strings.ContainsAny(before, "0123456789") {
		return ""
	}
	return before
}
