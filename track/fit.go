package track

import (
	"slices"
	"strings"
	"unicode"

	"taizhang/report"
)

// leastFit is from where on a fact is taken to be about what a target is about.
const leastFit = 0.62

// shrunkName is how well a shorter form of a name names the thing.
const shrunkName = 0.75

// bestSpot returns the fact among the candidates that answers the target best.
func (l *ledger) bestSpot(p *promise, t report.Fact, year int, found []candidate) (spot, bool) {
	best := spot{}
	for _, c := range found {
		for _, f := range slices.Concat(l.unread(p, t, c), l.rises(t, c), c.facts) {
			near := c.near(f)
			own := words(c.words, c.clauseAt(f))
			if f.Cell != nil {
				own = near
			}
			if !l.comparable(p, t, f, year, near, own) || l.v.startOrStock(t, f, c) {
				continue
			}
			s := spot{candidate: c, fact: f, fit: l.fit(p, t, f, c, near), equal: least(*t.Value).Equal(least(*f.Value))}
			if firstOf(words(c.words, c.clauseAt(f)), l.v.Otherwise) != "" {
				s.other = 0.1
			}
			if s.fit >= leastFit && (best.said == nil || s.rank() > best.rank()) {
				best = s
			}
		}
	}
	return best, best.said != nil
}

// unread returns the number with the target's unit that a clause of the
// sentence tells of just what was promised, where no fact was made of it.
func (l *ledger) unread(p *promise, t report.Fact, c candidate) []report.Fact {
	unit := t.Value.Unit
	if unit == "" || t.Comparison != "" || t.Kind == report.KindRank {
		return nil
	}
	for _, s := range c.clauses {
		w := words(c.words, s)
		at := strings.Index(w, unit)
		if at <= 0 || l.a.cover(l.bareName(t), w) < 0.9 || factsIn(c, s) {
			continue
		}
		start := at
		for start > 0 && strings.IndexByte("0123456789.", w[start-1]) >= 0 {
			start--
		}
		n, err := report.ParseDecimal(w[start:at])
		if start == at || err != nil {
			continue
		}
		v := report.Value{Min: n, Max: n, Unit: unit, Bound: report.Exact}
		if t.Value.Base != nil {
			times := t.Value.Base.Min.DivRound(t.Value.Min, 12)
			v.Base = &report.BaseValue{Min: n.Mul(times), Max: n.Mul(times), Unit: t.Value.Base.Unit, Family: t.Value.Base.Family}
		}
		return []report.Fact{{Kind: t.Kind, Subject: t.Subject, Action: t.Action, Value: &v, Modality: report.Actual,
			Text: w[start : at+len(unit)], Sentence: c.words, Place: report.Place{Start: c.place.Start + s.Start + start}}}
	}
	return nil
}

// rises returns the differences of two levels that the sentence tells of one
// thing, where a rise was promised: 由270元提高到300元 for 提高30元.
func (l *ledger) rises(t report.Fact, c candidate) []report.Fact {
	if before, _, _ := strings.Cut(t.Sentence, t.Text); firstSuffix(before, l.v.Levels) != "" {
		return nil
	}
	if t.Comparison != "" || firstPrefix(t.Action, l.v.Added) == "" && firstPrefix(t.Action, l.v.Rising) == "" {
		return nil
	}
	var out []report.Fact
	for i := 1; i < len(c.facts); i++ {
		from, to := c.facts[i-1], c.facts[i]
		if from.Value == nil || to.Value == nil || from.Subject != to.Subject || !sameUnit(*from.Value, *to.Value) ||
			!l.starts(from, c) || c.clauseAt(from) != c.clauseAt(to) || !least(*from.Value).IsPositive() {
			continue
		}
		d := to
		v := *to.Value
		v.Min, v.Max = v.Min.Sub(from.Value.Min), v.Max.Sub(from.Value.Max)
		if v.Base != nil && from.Value.Base != nil {
			b := *v.Base
			b.Min, b.Max = b.Min.Sub(from.Value.Base.Min), b.Max.Sub(from.Value.Base.Max)
			v.Base = &b
		}
		d.Value, d.Text, d.Action = &v, from.Text+"→"+to.Text, t.Action
		if least(v).IsPositive() {
			out = append(out, d)
		}
	}
	return out
}

// starts tells whether a change starts from the number: 由, 由去年的.
func (l *ledger) starts(f report.Fact, c candidate) bool {
	s := c.clauseAt(f)
	at := f.Place.Start - c.place.Start
	before := words(c.words, report.Span{Start: s.Start, End: at})
	for _, w := range l.v.From {
		if i := strings.LastIndex(before, w); i >= 0 && letters(before[i:]) <= 5 {
			return true
		}
	}
	return false
}

// factsIn tells whether a value stands in the clause.
func factsIn(c candidate, s report.Span) bool {
	return slices.ContainsFunc(c.facts, func(f report.Fact) bool {
		at := f.Place.Start - c.place.Start
		return f.Value != nil && at >= s.Start && at < s.End
	})
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
	if s.equal {
		r += 0.03 // 500元和300元 for 300元和500元
	}
	return r - s.other
}

// clauseAt returns the clause of the sentence that holds the fact.
func (s said) clauseAt(f report.Fact) report.Span {
	at := f.Place.Start - s.place.Start
	for _, c := range s.clauses {
		if at >= c.Start && at < c.End {
			return c
		}
	}
	return report.Span{}
}

// soFar tells whether the period begins with the year but does not end with it:
// 1—11月.
func soFar(p report.Period) bool {
	return !p.IsZero() && p.Start == report.NewDate(p.Start.Year, 1, 1) && p.End.Before(report.NewDate(p.Start.Year, 12, 31))
}

// comparable tells whether the fact's value can be held against the target:
// same unit, way of counting and year, said as a result.
func (l *ledger) comparable(p *promise, t, f report.Fact, year int, near, own string) bool {
	if f.Value == nil || f.Modality == report.Target || !l.v.sameGrowth(t, f, near) || !l.v.countable(*t.Value, *f.Value) {
		return false
	}
	if (t.Kind == report.KindRank) != (f.Kind == report.KindRank) || t.Scope != "" && f.Scope != "" && t.Scope != f.Scope {
		return false
	}
	if f.Value.Per != "" && f.Value.Per != t.Value.Per || firstPrefix(f.Action, l.v.Short) != "" && firstPrefix(t.Action, l.v.Short) == "" {
		return false
	}
	if t.Value.Unit == "%" && ofPlan(near, f.Text) && !ofPlan(p.Text, t.Text) {
		return false // 完成年度任务的110%
	}
	if firstOf(near, l.v.Failed) != "" || t.Indicator != "" && f.Indicator != "" && t.Indicator != f.Indicator {
		return false
	}
	each := t.Value.Per == "" && firstOf(p.Text, l.v.Each) != ""
	if each != (f.Value.Per == "" && firstOf(own+f.Subject, l.v.Each) != "") && !(t.Kind == report.KindAmount && ofOneSize(t, f)) {
		return false
	}
	return p.spanned(t, f, year)
}

// ofPlan tells whether the number is a share of what was planned.
func ofPlan(text, number string) bool {
	before, _, ok := strings.Cut(text, number)
	return ok && firstSuffix(before, []string{"任务的", "计划的", "目标的", "任务", "计划", "目标"}) != ""
}

// sameGrowth tells whether both values are growths, or neither: 涨幅回落到2.6% is
// one without a comparison, and so is a standard 提高10%.
func (v *vocabulary) sameGrowth(t, f report.Fact, near string) bool {
	if t.Comparison == f.Comparison {
		return true
	}
	if t.Value.Unit != "%" || f.Value.Unit != "%" {
		return false
	}
	plain, other := t, f
	if t.Comparison != "" {
		plain, other = f, t
	}
	if plain.Comparison != "" {
		a, b := plain.Comparison, other.Comparison // 年均 of one year
		return a == report.Average && b == report.YearOnYear || a == report.YearOnYear && b == report.Average
	}
	if other.Comparison != report.YearOnYear && other.Comparison != report.Average {
		return false
	}
	said := plain.Subject + plain.Action
	if plain.ID == f.ID {
		said += near
	}
	return firstOf(plain.Subject, v.Shares) == "" && firstOf(said, v.Growths) != ""
}

// offScale tells whether the value is so far from the target that another
// thing must be counted.
func offScale(t, f report.Fact) bool {
	want, have := least(*t.Value).Abs(), least(*f.Value).Abs()
	return have.Cmp(want.Mul(report.Whole(8))) > 0 || want.Cmp(have.Mul(report.Whole(8))) > 0
}

// ofOneSize tells whether the value is near enough the target to be counted in
// the same way.
func ofOneSize(t, f report.Fact) bool {
	want, have := least(*t.Value).Abs(), least(*f.Value).Abs()
	return have.Mul(report.Whole(2)).Cmp(want) >= 0 && want.Mul(report.Whole(2)).Cmp(have) >= 0
}

// countable tells whether two values count in one unit, or in measure words for
// the same things: 5户, 5家; what has no measure word may have any.
func (v *vocabulary) countable(a, b report.Value) bool {
	if sameUnit(a, b) {
		return true
	}
	if a.Base != nil || b.Base != nil || a.Unit == "%" || b.Unit == "%" {
		return false
	}
	if a.Unit == "" || b.Unit == "" {
		return true
	}
	for _, group := range v.Counters {
		if slices.Contains(group, a.Unit) && slices.Contains(group, b.Unit) {
			return true
		}
	}
	return false
}

// startOrStock tells whether the number is one that a change starts from, or
// counts all there are where additions were promised.
func (v *vocabulary) startOrStock(t, f report.Fact, c candidate) bool {
	if firstPrefix(t.Action, v.Added) != "" && firstPrefix(f.Action, v.Stock) != "" {
		return true
	}
	at := f.Place.Start - c.place.Start
	if at <= 0 || at >= len(c.words) {
		return false
	}
	if firstPrefix(t.Action, v.Added) != "" && firstSuffix(c.words[:at], v.Stock) != "" && !v.answers(t.Action, words(c.words, c.clauseAt(f))) {
		return true
	}
	return firstSuffix(c.words[:at], v.From) != ""
}

// spanned tells whether the time of the fact is that of the target: of one
// year that year, of several these as a whole; a level may be told of each of
// them, and so is what is promised for each.
func (p *promise) spanned(t, f report.Fact, year int) bool {
	if p.from == p.Year || p.each && t.Comparison == report.Average && f.Comparison != report.Average {
		return within(f.Period, year)
	}
	if !f.Period.IsZero() && f.Period.Start.Year <= p.from && f.Period.End.Year == p.Year {
		return true
	}
	level := t.Comparison == "" && !t.Value.Min.IsNegative() && t.Kind == report.KindRatio
	return level && (f.Period.IsZero() || f.Period.End.Year == year)
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
	if noun := nounBehind(f); noun != "" {
		f.Subject = noun
	}
	action := l.acted(p, t.Action, f, row, near)
	if action <= 0.2 && (t.PartOf != "" || l.v.stageOf(t.Action) > 0) {
		return 0 // 其中新开工35个 is not 实施63个
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
	if !digitsIn(name, f.Subject+near) {
		return 0
	}
	if t.Value.Unit == "%" && (t.Indicator == "" || t.Indicator != f.Indicator) && t.Comparison != "" && !l.headIn(name, f.Subject+near) {
		return 0 // 地区生产总值能耗 is not 地区生产总值
	}
	if same < 0.75 && abbreviated(f.Action+f.Subject, t.Action+name) && ofOneSize(t, f) {
		same, action = 0.75, 1
	}
	if (same < 0.95 || f.Subject != t.Subject) && offScale(t, f) {
		return 0
	}
	if s, a := l.verbInName(t, f); min(s, a) > min(same, action) {
		same, action = s, a
	}
	if l.general(p, t, name) && l.rest(p, t, c, f) < 0.3 {
		return 0 // 企业1家 of which more is said: 在某板挂牌
	}
	if len([]rune(name)) <= 2 && action < 0.8 || same < 0.6 {
		return 0 // 项目 alone says nothing
	}
	back := l.a.cover(f.Subject, p.Text, p.Subject, p.Sentence)
	return 0.5*same + 0.25*action + 0.25*back
}

// rearranged tells whether the characters of a name stand together in the text
// in another order: 饮水安全, 安全饮水.
func rearranged(name, text string) bool {
	chars, all := []rune(lettersOf(name)), []rune(text)
	if len(chars) < 4 || len(chars) > 8 {
		return false
	}
	for i := 0; i+len(chars) <= len(all); i++ {
		window := all[i:min(len(all), i+len(chars)+2)]
		if !slices.ContainsFunc(chars, func(r rune) bool { return !slices.Contains(window, r) }) {
			return true
		}
	}
	return false
}

// headIn tells whether the last word of the name stands in the text.
func (l *ledger) headIn(name, text string) bool {
	pairs := grams(l.v.core(name))
	return len(pairs) == 0 || strings.Contains(text, pairs[len(pairs)-1])
}

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

// leastDigits is how many digits a number must have for its return to tell
// something.
const leastDigits = 2

// equal returns how well a value answers by being the very number that was
// promised where the sentence also speaks of the thing: 解决1.2万人饮水问题 →
// 1.2万名村民喝上放心水. Round small numbers tell nothing.
func (l *ledger) equal(p *promise, t, f report.Fact, c candidate) float64 {
	if !least(*t.Value).Equal(least(*f.Value)) || t.Value.Unit == "%" || significant(t.Text) < leastDigits {
		return 0
	}
	weight := 0.0
	for _, g := range grams(l.v.solid(p.Text)) {
		if strings.Contains(c.words, g) {
			weight += max(0, l.a.weight(g)-1)
		}
	}
	if weight < l.rare() {
		return 0
	}
	return 0.85
}

// significant counts the digits of the words of a number, zeros at its end
// aside.
func significant(text string) int {
	digits := ""
	for _, r := range text {
		if r >= '0' && r <= '9' {
			digits += string(r)
		}
	}
	return len(strings.TrimRight(digits, "0"))
}

// abbreviated tells whether the few characters are a short form of the words:
// 改厕 for 改造农村户厕.
func abbreviated(short, long string) bool {
	a, b := []rune(short), []rune(long)
	return len(a) >= 2 && len(a) <= 4 && len(b) > len(a) && (a[0] == b[0] || a[0] == b[1]) && a[len(a)-1] == b[len(b)-1] && commonOrder(a, b) == len(a)
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
		if f.Subject == t.Subject && f.Action == t.Action && ofOneSize(t, f) && firstOf(f.Action, l.v.Hollow) == "" && f.Action != "" {
			return 0.85 // 节约财政资金
		}
		return l.hollow(p, t, f, c)
	}
	if !digitsIn(name, f.Subject+near) {
		return 0 // 年收入10万元以上的村 are not those of 20万元
	}
	same := 0.0
	for _, n := range l.v.namesOf(solid) {
		x := l.a.cover(n, f.Subject, row, f.Action)
		if x < 1 {
			x = max(x, 0.9*l.a.cover(n, f.Subject, row, c.others(f, c.without(near))))
		}
		same = max(same, x)
	}
	if same < 0.6 && letters(f.Subject) > 3 && l.a.cover(f.Subject, name) >= 0.6 {
		same = 0.85 * l.a.cover(solid, c.words) // 某某支出五年累计…，今年占某某比例达到4%
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
	case strings.HasSuffix(name, string(short)) && 5*len(short) >= 2*len(long):
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

// others returns the words without what other numbers of the clause count: 油茶1.7
// 万亩、茶园6500亩.
func (c candidate) others(f report.Fact, words string) string {
	at := c.clauseAt(f)
	for _, g := range c.facts {
		if g.Value != nil && g.Subject != f.Subject && letters(g.Subject) > 1 && c.clauseAt(g) == at && g.Place.Start != f.Place.Start {
			words = strings.ReplaceAll(words, g.Subject, " ")
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

// hollow returns how well a sum without a thing of its own (中央财政拟投入420亿元) is
// answered: by one of like size in a clause that speaks of what is said around
// the promise. The nearer the size, the less must be said.
func (l *ledger) hollow(p *promise, t, f report.Fact, c candidate) float64 {
	says := l.v.solid(p.around(t))
	for _, w := range l.v.Planned {
		says = strings.ReplaceAll(says, w, " ")
	}
	near, weight := words(c.words, c.clauseAt(f)), 0.0
	for _, g := range grams(says) {
		if strings.Contains(near, g) || strings.Contains(f.Subject, g) {
			weight += max(0, l.a.weight(g)-1)
		}
	}
	need := 0.5 * l.rare()
	want, have := least(*t.Value), least(*f.Value)
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
	for _, c := range clauses(p.Sentence) {
		if c.Start >= p.span.End {
			return says + "，" + words(p.Sentence, c)
		}
	}
	return says
}

// nounBehind returns the noun that directly follows a number without measure
// word: 增加500万沼气用户.
func nounBehind(f report.Fact) string {
	if f.Value == nil || f.Value.Unit != "" || f.Kind != report.KindCount {
		return ""
	}
	_, behind, ok := strings.Cut(f.Sentence, f.Text)
	if !ok || f.Text == "" || strings.Count(f.Sentence, f.Text) != 1 {
		return ""
	}
	n := strings.IndexFunc(behind, func(r rune) bool { return !unicode.IsLetter(r) })
	if n < 0 {
		n = len(behind)
	}
	if noun := behind[:n]; letters(noun) >= 2 && letters(noun) <= 8 && firstPrefix(noun, []string{"以上", "以内", "左右"}) == "" {
		return noun
	}
	return ""
}

// bareName returns the subject without what only says that it is a ratio.
func (l *ledger) bareName(t report.Fact) string {
	if n := nounBehind(t); n != "" {
		return n
	}
	if w := firstPrefix(t.Subject, l.v.Added); t.Action == "" && w != "" && letters(t.Subject) > letters(w)+1 {
		return strings.TrimPrefix(t.Subject, w) // 新增就业
	}
	if t.Kind == report.KindRatio {
		if w := firstSuffix(t.Subject, l.v.Shares); w != "" && w != "率" {
			return strings.TrimSuffix(t.Subject, w)
		}
	}
	return t.Subject
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
