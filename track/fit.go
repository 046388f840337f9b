package track

import (
	"strings"

	"taizhang/report"
)

// leastFit is from where on a fact is taken to be about what a target is about.
const leastFit = 0.62

// shrunkName is how well a shorter form of a name names the thing.
const shrunkName = 0.75

// bestSpot returns the fact among the candidates that answers the target best.
func (l *ledger) bestSpot(p *promise, t report.Fact, found []candidate) (spot, bool) {
	best := spot{}
	for _, c := range found {
		for _, f := range c.facts {
			near := c.near(f)
			if !l.comparable(p, t, f, near) || l.v.startOrStock(t, f, c) {
				continue
			}
			s := spot{candidate: c, fact: f, fit: l.fit(p, t, f, c, near)}
			if s.fit >= leastFit && (best.said == nil || s.rank() > best.rank()) {
				best = s
			}
		}
	}
	return best, best.said != nil
}

// rank orders facts that answer: what covers the year before what covers a part
// of it; prose before a table that says the same.
func (s spot) rank() float64 {
	r := s.fit + 0.02*s.score
	if soFar(s.fact.Period) {
		r -= 0.15
	}
	if s.fact.Cell != nil {
		r -= 0.04
	}
	if s.fact.PartOf != "" {
		r -= 0.05
	}
	return r
}

// soFar tells whether the period begins with the year but does not end with it:
// 1—11月.
func soFar(p report.Period) bool {
	return !p.IsZero() && p.Start == report.NewDate(p.Start.Year, 1, 1) && p.End.Before(report.NewDate(p.Start.Year, 12, 31))
}

// comparable tells whether the fact's value can be held against the target:
// same unit, way of counting and year, said as a result.
func (l *ledger) comparable(p *promise, t, f report.Fact, near string) bool {
	if f.Value == nil || f.Modality == report.Target || t.Comparison != f.Comparison || !sameUnit(*t.Value, *f.Value) {
		return false
	}
	if (t.Kind == report.KindRank) != (f.Kind == report.KindRank) || t.Scope != "" && f.Scope != "" && t.Scope != f.Scope {
		return false
	}
	if f.Value.Per != "" && f.Value.Per != t.Value.Per || firstPrefix(f.Action, l.v.Short) != "" {
		return false
	}
	if firstOf(near, l.v.Failed) != "" || t.Indicator != "" && f.Indicator != "" && t.Indicator != f.Indicator {
		return false
	}
	each := t.Value.Per == "" && firstOf(p.Text, l.v.Each) != ""
	if each != (f.Value.Per == "" && firstOf(near, l.v.Each) != "") {
		return false
	}
	return within(f.Period, p.Year)
}

// startOrStock tells whether the number is one that a change starts from, or
// counts all there are where additions were promised.
func (v *vocabulary) startOrStock(t, f report.Fact, c candidate) bool {
	if firstPrefix(t.Action, v.Added) != "" && firstPrefix(f.Action, v.Stock) != "" {
		return true
	}
	at := f.Place.Start - c.place.Start
	return at > 0 && at < len(c.words) && firstSuffix(c.words[:at], v.From) != ""
}

// within tells whether the period lies in the year: neither a total over
// several years nor the figure of another one answers for it.
func within(p report.Period, year int) bool {
	return p.IsZero() || p.Start.Year == year && p.End.Year == year
}

// fit returns how well a fact's subject and action are those of the target,
// from 0 to 1.
func (l *ledger) fit(p *promise, t, f report.Fact, c candidate, near string) float64 {
	row := ""
	if f.Cell != nil {
		row = f.Cell.Row
	}
	name := l.bareName(t)
	action := l.acted(t.Action, f, row, near)
	same := l.same(p, t, f, c, near)
	if s := l.shrunk(name, strings.TrimPrefix(f.Subject, t.Action), strings.ReplaceAll(near, t.Action, " ")); action >= 0.8 {
		same = max(same, s)
	}
	if strings.Contains(p.context(), f.Subject) && len([]rune(f.Subject)) > 2 && action == 1 {
		same = max(same, 0.8) // 开展“工地夜校”，举办培训8—10期 → 举办“工地夜校”9期
	}
	if len([]rune(name)) <= 2 && action < 0.8 || same < 0.6 {
		return 0 // 项目 alone says nothing
	}
	back := l.a.cover(f.Subject, p.Text, p.Subject, p.Sentence)
	return 0.5*same + 0.25*action + 0.25*back
}

// same returns the share of the target's name that the fact is told of. A name
// without object (中央财政, 资金) is that of the words around it.
func (l *ledger) same(p *promise, t, f report.Fact, c candidate, near string) float64 {
	if t.Indicator != "" && t.Indicator == f.Indicator {
		return 1
	}
	name, row := l.bareName(t), ""
	if f.Cell != nil {
		row = f.Cell.Row
	}
	solid := l.v.solid(name)
	if len(grams(solid)) == 0 && len([]rune(name)) > 1 && solid != name {
		return 0.9 * l.around(p, t, c)
	}
	if !digitsIn(name, f.Subject+near) {
		return 0 // 年收入10万元以上的村 are not those of 20万元
	}
	same := l.a.cover(solid, f.Subject, row, f.Action)
	if same < 1 {
		same = max(same, 0.9*l.a.cover(solid, f.Subject, row, c.without(near)))
	}
	if same < 1 && l.v.foreign(name, near) && l.v.foreign(name, f.Subject) {
		same *= otherName
	}
	return same
}

// shrunk returns how well a fact's subject is a shorter form of the name: its
// end (农村户厕, 户厕), or some of it in order (禾水城区段治理, 禾水治理一期). Something else
// must not stand before it.
func (l *ledger) shrunk(name, subject, near string) float64 {
	short, long := []rune(l.v.core(subject)), []rune(name)
	if p := phase(short); p != 0 && phase(long) == 0 {
		short = short[:len(short)-2]
	}
	switch {
	case len(short) < 2 || len(grams(l.v.solid(string(short)))) == 0 || len(short) >= len(long) || l.v.foreign(name, near):
		return 0
	case strings.HasSuffix(name, string(short)):
		return shrunkName
	case len(short) >= 4 && commonOrder(short, long) == len(short) && long[0] == short[0]:
		return shrunkName
	}
	return 0
}

// without returns the words without the numbers: 解决融资4.5亿元 names no 亿元企业.
func (c candidate) without(words string) string {
	for _, f := range c.facts {
		if f.Value != nil && f.Text != "" {
			words = strings.ReplaceAll(words, f.Text, " ")
		}
	}
	return words
}

// digitsIn tells whether every number of a name stands in the text.
func digitsIn(name, text string) bool {
	for _, n := range strings.FieldsFunc(name, func(r rune) bool { return r < '0' || r > '9' }) {
		if !strings.Contains(text, n) {
			return false
		}
	}
	return true
}

// around returns how much of what the promise says beside its hollow subject
// stands in the sentence; what says too little is in none.
func (l *ledger) around(p *promise, t report.Fact, c candidate) float64 {
	says := p.context() + "，" + strings.ReplaceAll(strings.ReplaceAll(p.Text, t.Text, " "), t.Action, " ")
	for _, w := range l.v.Planned {
		says = strings.ReplaceAll(says, w, " ")
	}
	if says = l.v.solid(says); len(grams(says)) < 2 {
		return 0
	}
	return l.a.cover(says, c.words)
}

// bareName returns the subject without what only says that it is a ratio.
func (l *ledger) bareName(t report.Fact) string {
	if t.Kind == report.KindRatio {
		if w := firstSuffix(t.Subject, l.v.Shares); w != "" && w != "率" {
			return strings.TrimSuffix(t.Subject, w)
		}
	}
	return t.Subject
}

// acted returns how far what was done is what was promised, from 0 to 1.
func (l *ledger) acted(verb string, f report.Fact, row, near string) float64 {
	switch {
	case verb == "":
		return 0.8
	case strings.Contains(f.Subject+"|"+f.Action+"|"+row, verb):
		return 1
	case strings.Contains(near, verb):
		return 0.95
	case firstPrefix(verb, l.v.Light) != "":
		return 0.9
	case l.v.answers(verb, f.Action+"|"+f.Subject+"|"+row):
		return 0.9
	case f.Action == "" && f.Cell != nil:
		return 0.6
	case l.v.stageOf(verb) > 0 && l.v.stageOf(f.Action) >= l.v.stageOf(verb):
		return 0.9
	case f.Action == "":
		return 0.5
	case l.a.cover(verb, f.Action, near) > 0:
		return 0.7
	}
	return 0.2
}

// context returns the clause before the promise's, where it has no number of
// its own: it may name what the number is of.
func (p *promise) context() string {
	before := ""
	for _, c := range clauses(p.Sentence) {
		if c.Start >= p.span.Start {
			break
		}
		before = words(p.Sentence, c)
	}
	if strings.ContainsAny(before, "0123456789") {
		return ""
	}
	return before
}
