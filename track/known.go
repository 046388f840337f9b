package track

import (
	"slices"
	"strings"
	"unicode"

	"taizhang/report"
)

// mostNames is how many names of one thing are looked for.
const mostNames = 6

// mainBuilt is the stage at which the main part of a work stands.
const mainBuilt = begun + 1

// know finds the words by which the promise's object is known, and the stage of
// a project it is to reach.
func (l *ledger) know(p *promise) {
	l.v.canonical(p)
	l.v.verbBehindDay(p)
	if p.Subject == p.Action && p.Subject != "" && len(p.Targets) == 0 {
		if head := l.v.aside(p.before()); head != "" {
			p.Subject = head // 某改革在总结经验的基础上，全面推开
		}
	}
	p.object = l.v.core(l.fullName(p))
	for _, h := range l.v.hits(p.object) {
		if h.meaning&completed != 0 && h.end == len(p.object) && h.at > 2*len("某") && len(p.Targets) == 0 {
			p.Action, p.object = h.word, l.v.core(p.object[:h.at]) // 争取…工程获批
			break
		}
	}
	if head := l.v.headOf(p); head != "" {
		p.object = head
	}
	switch {
	case p.award() && len(p.Targets) == 0 && l.v.isWork(p.Subject):
		p.object = l.v.core(p.Subject) // a work that is to get its permit
	case len(p.facts) > 0 && p.facts[0].Kind == report.KindAward && len(p.Targets) == 0:
		p.object = p.facts[0].Text // the office itself aims at it
	case len(grams(l.v.solid(p.object))) == 0 || slices.Contains(l.v.General, p.object):
		p.object = p.Text
	case len(p.Targets) == 0 && (slices.Contains(l.v.Vague, p.object[lastOf(p.object):]) || letters(l.v.matter(p.object)) < 2 || l.weighs(p.object) < 0.5*l.rare()):
		p.object = lettersOf(p.before()) + p.object // 落实…条例，出台实施细则
	}
	if p.goal = l.v.goalOf(p.Action); p.goal == 0 {
		p.goal = l.v.goalIn(p.Text, p.object)
	} else {
		p.finish = slices.Contains(l.v.Finishing, p.Action)
	}
	for _, h := range l.v.hits(p.Text) {
		if h.stage > 0 && strings.HasSuffix(h.word, p.Action) && h.word != p.Action && p.Action != "" {
			p.goal = h.stage // 主体完工, of which 完工 was read
		}
	}
	if further := l.v.goalIn(p.Text, p.object); p.goal > 0 && further > p.goal && !p.finish {
		p.goal = further // 取得核准并开工建设
	}
	if w := firstSuffix(p.Text, l.v.MainPart); w != "" {
		p.goal, p.finish = mainBuilt, false
		if rest := strings.TrimSuffix(p.object, firstSuffix(p.object, l.v.MainPart)); letters(rest) > 2 {
			p.object = rest
		}
	}
	if way, ok := strings.CutSuffix(p.Action, "完成"); ok && p.goal == 0 && len(p.Targets) == 0 && firstSuffix(way, l.v.Modes) != "" {
		p.goal, p.finish = len(l.v.Stages)-1, true // 选厂技改完成
	}
	if p.goal == 0 && len(p.Targets) == 0 && slices.Contains(l.v.Finishing, p.Action) && (firstSuffix(p.object, l.v.Works) != "" || firstSuffix(p.Subject, l.v.Kinds) != "") {
		p.goal, p.finish = len(l.v.Stages)-1, true // 完成…大道
	}
	if p.from == 0 || p.from > p.Year {
		p.from = p.Year
	}
	if len(p.Targets) == 1 && p.Targets[0].Min.Equal(report.Whole(1)) && p.facts[0].Kind == report.KindCount {
		p.told = true // 培育…企业1家: 实现零的突破
	}
	if q := quotedName(p.Text); letters(q) > likeShort && len(p.Targets) == 1 && firstOf(p.Text, l.v.Left) != "" {
		p.object, p.told, p.goal = q, true, 0 // “五通工程”剩余8个村: what is left of a programme
	}
	p.parts = l.v.partsOf(p)
	if m := l.v.matter(p.object); m != p.object && len(p.Targets) == 0 && slices.ContainsFunc(l.v.Issuing, func(w string) bool {
		return strings.HasSuffix(p.Action, w)
	}) && l.weighs(m) >= l.rare() {
		p.document, p.object = true, m
	}
	p.names = l.v.namesOf(p.object)
	if i := strings.LastIndex(p.object, "的"); i > 0 {
		if head := p.object[i+len("的"):]; l.telling(head) {
			p.names = append(p.names, head)
		}
	}
}

// mostVerb is how many letters what is done by a day may have.
const mostVerb = 8

// verbBehindDay takes what is said behind its day for what is to be done, where
// no verb was found: 水库10月底前向县城供水.
func (v *vocabulary) verbBehindDay(p *promise) {
	if letters(p.Action) > 1 || !p.dated || len(p.Targets) > 0 {
		return
	}
	for _, f := range p.facts {
		_, behind, ok := strings.Cut(p.Text, f.Text)
		if !ok || f.Kind != report.KindDeadline {
			continue
		}
		if i := strings.IndexAny(behind, report.ClauseEnds+"、"); i >= 0 {
			behind = behind[:i]
		}
		for _, w := range append(slices.Clone(v.DayEnds), v.Prefaces...) {
			behind = strings.TrimPrefix(behind, w)
		}
		behind = strings.TrimPrefix(behind, p.Subject) // 6月底前医院搬迁到新址
		if behind = v.skipManner(behind); letters(behind) >= 2 && letters(behind) <= mostVerb {
			p.Action = behind
			return
		}
	}
}

// lastOf returns where the words behind the last 的 of a name begin.
func lastOf(name string) int {
	if i := strings.LastIndex(name, "的"); i >= 0 {
		return i + len("的")
	}
	return 0
}

// telling tells whether the words say enough to name a thing by themselves.
func (l *ledger) telling(words string) bool {
	return letters(words) > 3 && l.weighs(words) >= 1.3*l.rare()
}

// weighs returns how much the words tell: of each pair, how rare it is.
func (l *ledger) weighs(words string) float64 {
	weight := 0.0
	for _, g := range grams(l.v.solid(words)) {
		weight += max(0, l.a.weight(g)-1)
	}
	return weight
}

// headOf returns the thing that a number of the promise only describes: the
// waterworks of 日供水5万吨的水厂, the users of 500万沼气用户.
func (v *vocabulary) headOf(p *promise) string {
	if len(p.facts) != 1 || p.facts[0].Value == nil {
		return ""
	}
	f := p.facts[0]
	if n := nounBehind(f); n != "" {
		return n
	}
	_, behind, ok := strings.Cut(p.Text, f.Text)
	counted, behind, of := strings.Cut(behind, "的")
	if !ok || !of || letters(counted) > 6 || counted != lettersOf(counted) || f.Text == "" || f.Kind == report.KindRatio || len(grams(v.solid(behind))) == 0 || letters(behind) < leastObject {
		return ""
	}
	if i := strings.IndexFunc(behind, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return ""
	}
	p.told = f.Kind != report.KindAmount
	return v.core(behind)
}

// fullName returns the name of what is promised without number as its clause
// has it; facts may hold only its end (东溪肉牛屠宰项目, 肉牛), or its stage as well
// (会展中心主体封顶).
func (l *ledger) fullName(p *promise) string {
	name := p.Subject
	if len(p.Targets) > 0 || p.award() {
		return name
	}
	first := p.Text
	if i := strings.IndexAny(first, report.ClauseEnds); i > 0 {
		first = first[:i]
	}
	if g, ok := l.v.parse(first); ok && (letters(l.v.trimManner(strings.TrimSuffix(name, "在"))) < 2 || l.v.isVerb(name)) {
		name = g.subject
	} else if ok && strings.Contains(g.subject, name) && letters(g.subject) <= mostObject/2 {
		name = g.subject
	}
	for _, w := range l.v.Tasks.MidModals {
		if i := strings.Index(name, w); i >= leastObject*len("某") {
			name = name[:i] // 某矿力争取得核准并开工
		}
	}
	if p.Strength == report.Strive || strings.HasSuffix(name, p.Action) {
		if i := firstAt(name, l.v.Tasks.MidVerbs); i >= leastObject*len("某") {
			if p.Strength == report.Strive && len(p.Targets) == 0 && p.Action != "" && !strings.HasSuffix(name, p.Action) {
				p.Action = name[i:]
			}
			name = name[:i] // 争取某矿获得核准
		}
	}
	for _, h := range l.v.hits(name) {
		if h.stage > 1 && h.at > 2*len("某") && (h.end == len(name) || firstPrefix(name[h.end:], l.v.Joints) != "") {
			name = strings.TrimSuffix(name[:h.at], "完成")
			break
		}
	}
	return l.v.trimTime(p, name)
}

// isVerb tells whether a name is none but a verb of promises: 确保.
func (v *vocabulary) isVerb(name string) bool {
	verb, _ := v.verbAt(name)
	return verb != "" && verb == name
}

// trimTime cuts the day by which something is promised, and what leads to it,
// from the end of its name: 客运站于7月底前.
func (v *vocabulary) trimTime(p *promise, name string) string {
	for {
		short := v.trimManner(name)
		for _, f := range p.facts {
			if f.Kind == report.KindDeadline {
				short = strings.TrimSuffix(short, f.Text)
			}
		}
		short = v.cutDay(short)
		for _, w := range v.Prefaces {
			short = strings.TrimSuffix(short, w)
		}
		if short == name || letters(short) < 2 {
			return name
		}
		name = short
	}
}

// cutDay cuts a day or month from the end of a name: 9月1日, 6月底前.
func (v *vocabulary) cutDay(name string) string {
	short := name
	for i := 0; i+1 < len(v.Holidays); i += 2 {
		short = strings.TrimSuffix(short, v.Holidays[i])
	}
	if short != name {
		return short
	}
	for _, w := range v.DayEnds {
		short = strings.TrimSuffix(short, w)
	}
	digits := strings.TrimRight(short, "0123456789")
	if digits != short && strings.HasSuffix(digits, "月") {
		short = digits
	}
	month, ok := strings.CutSuffix(short, "月")
	if bare := strings.TrimRight(month, "0123456789"); ok && bare != month {
		return bare
	}
	return name
}

// before returns the clause before the promise's in its sentence.
func (p *promise) before() string {
	out := ""
	for _, c := range report.Clauses(p.Sentence) {
		if c.Start >= p.span.Start {
			break
		}
		out = words(p.Sentence, c)
	}
	return out
}

// cover returns how much of one of the names of what is promised stands in the
// texts.
func (l *ledger) cover(p *promise, texts ...string) float64 {
	most := 0.0
	for _, n := range p.names {
		most = max(most, l.a.cover(n, texts...))
	}
	for _, t := range texts {
		if q := quotedName(p.object); q != "" && strings.Contains(t, q) {
			most = max(most, 0.8)
		}
	}
	return most
}

// quotedName returns what stands in quotes in a name: “一站式”审批服务.
func quotedName(name string) string {
	_, rest, _ := strings.Cut(name, "“")
	q, _, ok := strings.Cut(rest, "”")
	if !ok || letters(q) < 2 {
		return ""
	}
	return q
}
