package track

import (
	"slices"
	"strings"
	"unicode"

	"taizhang/report"
)

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

// leastDigits is how many digits a number must have for its return to tell
// something.
const leastDigits = 2

// equal returns how well a value answers by being the very number that was
// promised where the sentence also speaks of the thing: 解决1.2万人饮水问题 →
// 1.2万名村民喝上放心水. Round small numbers tell nothing.
func (l *ledger) equal(p *promise, t, f report.Fact, c candidate) float64 {
	if !t.Value.Least().Equal(f.Value.Least()) || t.Value.Unit == "%" || significant(t.Text) < leastDigits {
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

// initials tells whether verb and name of a fact are the first characters of
// those of the target: 减贫, 减少贫困人口.
func initials(t, f report.Fact, name string) bool {
	return letters(f.Action) == 1 && letters(f.Subject) == 1 && strings.HasPrefix(t.Action, f.Action) && strings.HasPrefix(name, f.Subject)
}

// begins tells whether the subject is a name of its own and all but the last
// word of the other: 油茶, 油茶种植.
func (l *ledger) begins(subject, name string) bool {
	rest, ok := strings.CutPrefix(name, subject)
	return ok && letters(subject) >= 2 && letters(rest) <= 2 && !slices.Contains(l.v.General, subject) && len(grams(l.v.solid(subject))) > 0
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
	if !digitsIn(name, f.Subject+c.told(f, near)) {
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
	if same < 0.6 && t.Kind == report.KindAmount && l.general(name) {
		same = max(same, l.hollow(p, t, f, c)) // 投资1.2亿元, 园区投入1.4亿元
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
	case len(short) < 2 || slices.Contains(l.v.General, string(short)) || len(grams(l.v.solid(string(short)))) == 0 || len(short) >= len(long) || l.v.foreign(name, near):
		return 0
	case strings.HasSuffix(name, string(short)) && 5*len(short) >= 2*len(long):
		return shrunkName
	case len(name) > len(subject) && strings.HasPrefix(name, string(short)) && len(subject) > len(string(short)) &&
		strings.HasSuffix(name, subject[len(string(short)):]):
		return shrunkName // 市政项目, 市政基础设施项目
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

// told returns the words in which the numbers of a name are looked for: the
// fact's own clause, or all of the sentence where its name has no number of its
// own (亿元以上项目新开工18个、续建10个).
func (c candidate) told(f report.Fact, near string) string {
	if strings.ContainsAny(f.Subject, "0123456789") {
		return near
	}
	return c.words
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
	if w := firstSuffix(t.Subject, l.v.Holding); w != "" && letters(t.Subject) > letters(w)+2 {
		return strings.TrimSuffix(t.Subject, w) // 参合率巩固在95%
	}
	if t.Kind == report.KindRatio {
		if w := firstSuffix(t.Subject, l.v.Shares); w != "" && w != "率" {
			return strings.TrimSuffix(t.Subject, w)
		}
	}
	return t.Subject
}
