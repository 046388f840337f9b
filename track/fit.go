package track

import (
	"slices"
	"strings"

	"taizhang/report"
)

// leastFit is from where on a fact is taken to be about what a target is about.
const leastFit = 0.62

// shrunkName is how well a shorter form of a name names the thing.
const shrunkName = 0.75

// fit returns how well a fact's subject and action are those of the target,
// from 0 to 1, also where the verb ends the name of one of them: 完成棚户区改造, 改造
// 棚户区.
func (l *ledger) fit(p *promise, t, f report.Fact, c candidate, near string) float64 {
	most := l.suits(p, t, f, c, near)
	u, g := l.v.unbundled(t), l.v.unbundled(f)
	if most < 0.9 && (u.Action != t.Action || g.Action != f.Action) {
		most = max(most, l.suits(p, u, g, c, near))
	}
	return most
}

// unbundled returns the fact with the verb that ends its name as what was done,
// where its own verb says nothing.
func (v *vocabulary) unbundled(f report.Fact) report.Fact {
	if f.Action != "" && !slices.Contains(v.Light, f.Action) && !strings.HasSuffix(f.Action, "完成") {
		return f
	}
	w := longestSuffix(f.Subject, v.Modes)
	if rest := strings.TrimSuffix(f.Subject, w); w != "" && letters(rest) >= 2 {
		f.Subject, f.Action = rest, w
	}
	return f
}

// suits returns how well subject and action are those of the target as they
// stand.
func (l *ledger) suits(p *promise, t, f report.Fact, c candidate, near string) float64 {
	row := ""
	if f.Cell != nil {
		row = f.Cell.Row
	}
	name := l.bareName(t)
	if noun := nounBehind(f); noun != "" {
		f.Subject = noun
	}
	action := l.acted(p, t.Action, f, row, near)
	if action <= 0.2 && (t.PartOf != "" || l.v.stageOf(t.Action) > 0) {
		return 0 // 其中新开工35个 is not 实施63个
	}
	if f.PartOf != "" && t.PartOf == "" && f.Action == "" && t.Action != "" && action <= 0.8 && !strings.Contains(c.words, t.Action) {
		return 0 // 交流教师300名，其中骨干教师49名: nobody was trained
	}
	if l.v.narrower(t, f, c) || t.Indicator == "" && l.v.headless(f.Subject, name, action) {
		return 0
	}
	same := l.same(p, t, f, c, near)
	if s := l.shrunk(name, strings.TrimPrefix(f.Subject, t.Action), strings.ReplaceAll(near, t.Action, " ")); action >= 0.8 {
		same = max(same, s)
	}
	if strings.Contains(p.context(), f.Subject) && len([]rune(f.Subject)) > 2 && action == 1 {
		same = max(same, 0.8) // 开展“工地夜校”，举办培训8—10期 → 举办“工地夜校”9期
	}
	if x := l.shortOf(l.v.topic(f.Subject), name, p.goal > 0); x > same {
		same = x
	}
	if x := l.equal(p, t, f, c); x > same {
		same, action = x, max(action, 0.8)
	}
	if same < 0.6 && rearranged(l.v.solid(name), near) {
		same = 0.75 // 安全饮水, 饮水安全
	}
	if !digitsIn(name, f.Subject+c.told(f, near)) {
		return 0
	}
	if p.otherClass(t, f, near) {
		return 0
	}
	if l.led(name, f, c) {
		same = max(same, 0.9)
	}
	if solid := l.v.solid(name); solid != name && !strings.Contains(f.Subject, name) && t.Kind == report.KindAmount && !ofOneSize(t, f) {
		return 0 // 扶贫资金, 扶贫小额贷款
	}
	if t.Value.Unit == "%" && (t.Indicator == "" || t.Indicator != f.Indicator) && t.Comparison != "" && !l.headIn(name, f.Subject+near) {
		return 0 // 地区生产总值能耗 is not 地区生产总值
	}
	if same < shrunkName && action >= 0.95 && l.begins(f.Subject, name) && ofOneSize(t, f) {
		same = shrunkName
	}
	if same < 0.75 && (abbreviated(f.Action+f.Subject, t.Action+name) || initials(t, f, name)) && ofOneSize(t, f) {
		same, action = 0.75, 1
	}
	if (same < 0.95 || f.Subject != t.Subject) && offScale(t, f) {
		return 0
	}
	if s, a := l.verbInName(t, f); min(s, a) > min(same, action) {
		same, action = s, a
	}
	if l.general(name) && l.elsewhere(p, t, f, c, name) {
		return 0
	}
	if len([]rune(name)) <= 2 && action < 0.8 || same < 0.6 {
		return 0 // 项目 alone says nothing
	}
	back := l.a.cover(f.Subject, p.Text, p.Subject, p.Sentence)
	return 0.5*same + 0.25*action + 0.25*back
}

// led tells whether the name is that of the fact behind what the clause before
// is about: 竹木产业稳步增长，产值达到31亿元 for 竹木产业产值.
func (l *ledger) led(name string, f report.Fact, c candidate) bool {
	rest, ok := strings.CutSuffix(name, f.Subject)
	before := c.before(f)
	return ok && f.Subject != "" && letters(rest) >= 2 && strings.Contains(before, rest) && !strings.ContainsAny(before, "0123456789")
}

// acted returns how far what was done is what was promised, from 0 to 1.
func (l *ledger) acted(p *promise, verb string, f report.Fact, row, near string) float64 {
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
	case slices.Contains(l.v.Building, verb) && l.v.stageOf(f.Action) >= len(l.v.Stages)-1:
		return 0.85 // 改造8条, 竣工6条
	case slices.Contains(l.v.Building, verb) && slices.Contains(l.v.Added, f.Action):
		return 0.85 // 建成50个, 发展38个
	case strings.HasSuffix(f.Action, "完成"):
		return 0.75 // 通村路完成152公里
	case f.Action == "" && f.Cell != nil:
		return 0.6
	case l.v.stageOf(verb) > 0 && l.v.stageOf(f.Action) == l.v.stageOf(verb):
		return 0.95
	case l.v.stageOf(verb) > 0 && l.v.stageOf(f.Action) > l.v.stageOf(verb):
		return 0.9
	case l.v.stageOf(verb) == 2 && firstPrefix(f.Action, l.v.Finishing) != "":
		return 0.85 // what is told of as done has begun
	case f.Action == "" && letters(f.Subject) > 1 && slices.ContainsFunc(l.v.namesOf(p.Subject), func(n string) bool { return strings.HasSuffix(n, f.Subject) }):
		return 0.8 // 除险加固水库16座、山塘86座
	case f.Action == "":
		return 0.5
	case l.a.cover(verb, f.Action, near) > 0:
		return 0.7
	}
	return 0.2
}

// narrower tells whether the target is of a part of what the fact is of, and of
// another size: 交通固定资产投资22亿元, 固定资产投资150亿元.
func (v *vocabulary) narrower(t, f report.Fact, c candidate) bool {
	kind, ok := strings.CutSuffix(t.Subject, f.Subject)
	return ok && f.Subject != "" && t.Value.Unit != "%" && letters(kind) >= 2 && letters(f.Subject) > 2 &&
		firstOf(kind, v.General) == "" && !strings.Contains(c.words, kind) && !ofOneSize(t, f)
}

// headless tells whether a fact of which something else was done has of a name
// all but what it names: 改造农村公路, 安装农村公路安防设施.
func (v *vocabulary) headless(subject, name string, action float64) bool {
	rest, ok := strings.CutPrefix(name, subject)
	return ok && action <= 0.2 && letters(subject) > 1 && letters(rest) > 2
}
