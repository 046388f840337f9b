package track

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a clause of an answer is told of may be a shorter form of the name that
// was promised: 蒙二中新校区 for 蒙族第二中学新校区迁建项目. Of its characters so many
// must stand there, in order; of its pairs so much, weighed by rarity; and
// together they must say so much.
const (
	shortOrder = 0.8
	shortPairs = 0.3
	shortFirst = 3
	shortEnd   = 0.62 // what a name of one word says that is only the end of the longer
)

// topics returns what the clause may be told of: the words before the first
// word that says how far something is, without what leads to them, and those
// behind one that opens the clause.
func (v *vocabulary) topics(clause string) []string {
	var out []string
	start := v.skip(clause, false)
	if verb, _ := v.verbAt(clause[start:]); verb != "" && start+len(verb) < len(clause) {
		start += len(verb)
	}
	for _, w := range v.Starting { // 多个城市启动某某试点
		if i := strings.Index(clause[start:], w); i > 0 && i+len(w) < len(clause[start:]) {
			out = append(out, v.topic(clause[start+i+len(w):]))
			break
		}
	}
	from := start
	for _, h := range v.hits(clause) {
		if h.at < start || h.stage == 0 && h.meaning&(completed|ongoing|failed|planned) == 0 {
			continue
		}
		if h.at > from {
			out = append(out, v.topicsOf(clause[from:h.at])...)
		}
		from = h.end
	}
	if from < len(clause) {
		out = append(out, v.topicsOf(clause[from:])...)
	}
	return out
}

// topicsOf returns the topic of the words, and those of the items they list:
// 甲铸造、乙食品等11个项目.
func (v *vocabulary) topicsOf(words string) []string {
	if !strings.Contains(words, "、") {
		whole := v.topic(words)
		if _, name, ok := strings.Cut(words, "的"); ok && firstSuffix(v.core(v.trimManner(v.leadingNumber(name))), v.Works) != "" {
			return []string{whole, v.topic(name)} // 历时三年的某某公路
		}
		return []string{whole}
	}
	var out []string
	long := true
	for _, item := range strings.FieldsFunc(words, func(r rune) bool { return r == '、' || r == '和' || r == '及' }) {
		before, _, _ := strings.Cut(item, "等")
		if t := v.topic(before); letters(t) > 2 { // 甲地、乙地等地 are no works
			out = append(out, t)
			long = long && letters(t) > 3
		}
	}
	if len(out) > 1 && long {
		return out // what is listed is not one thing
	}
	return append(out, v.topic(words))
}

// topic returns the words without number, verb of one word and kind at their
// end.
func (v *vocabulary) topic(words string) string {
	words = v.leadingNumber(words)
	if i := firstAt(words, v.Tasks.MidVerbs); i > 2*len("某") {
		words = words[:i] // 甲厂完成主车间
	}
	if i := firstAt(words, v.Because); i > 2*len("某") {
		words = words[:i]
	}
	words = v.trimManner(words)
	for _, list := range [][]string{v.Light, v.Starting, v.Doing, v.MainPart, v.Adverbs} {
		if w := firstSuffix(words, list); w != "" {
			words = v.trimManner(strings.TrimSuffix(words, w))
		}
	}
	words = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, words)
	if kind := firstSuffix(words, v.Kinds); letters(strings.TrimSuffix(words, kind)) >= 2 {
		words = strings.TrimSuffix(words, kind) // 甲醇项目
	}
	return v.matter(words)
}

// leadingNumber returns the words before their first number; one that begins
// them is the size of what follows (5万吨级航道) or part of its name (307线).
func (v *vocabulary) leadingNumber(words string) string {
	if n := v.numberIn(words); n > 0 {
		return words[:n]
	}
	rest := strings.TrimLeft(words, "0123456789.")
	digits := words[:len(words)-len(rest)]
	if w := firstPrefix(rest, v.Sizes); w != "" || strings.Contains(digits, ".") {
		rest, digits = strings.TrimPrefix(rest, w), ""
	}
	return digits + rest[:v.numberIn(rest)]
}

// firstAt returns where the first of the words begins in s; -1 where none does.
func firstAt(s string, words []string) int {
	first := -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	return first
}

// numberIn returns where the first number of s begins that is not part of a
// name such as S203 or 220千伏输变电工程.
func (v *vocabulary) numberIn(s string) int {
	last := rune(0)
	for i, r := range s {
		if r >= '0' && r <= '9' && !(last >= 'A' && last <= 'z') && !(last >= '0' && last <= '9') &&
			firstPrefix(strings.TrimLeft(s[i:], "0123456789"), v.OfName) == "" {
			return i
		}
		last = r
	}
	return len(s)
}

// lettersOf returns s without marks, digits and blanks.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}

// shortOf returns how well a topic is a shorter form of the name, from 0 to 1;
// of a work its first characters must be in the name.
func (l *ledger) shortOf(topic, name string, work bool) float64 {
	most := l.within(topic, name, work)
	if most == 0 && work {
		most = l.likeness(name, topic)
	}
	if most == 0 {
		most = max(l.contracted(topic, name), l.samePhase(topic, name))
	}
	return most
}

// within returns how well a topic stands, in order, in the name.
func (l *ledger) within(topic, name string, work bool) float64 {
	topic = lettersOf(topic)
	short, long := []rune(topic), []rune(lettersOf(name))
	if len(short) < 2 || len(short) > len(long) || l.v.solid(topic) != topic && len(grams(l.v.solid(topic))) == 0 {
		return 0
	}
	if x, y := phase(short), phase(long); x != 0 && y != 0 && x != y {
		return 0
	}
	if work && commonOrder(short[:2], long) < 2 {
		return 0 // what tells one from another stands first
	}
	order := float64(commonOrder(short, long)) / float64(len(short))
	if order < shortOrder || len(short) < 5 && order < 1 || work && len(short) < 8 && order < 1 {
		return 0
	}
	weight, found, total := 0.0, 0.0, 0.0
	for _, g := range grams(topic) {
		w := l.a.weight(g)
		total += w
		if strings.Contains(name, g) {
			found += w
			weight += math.Max(0, w-1)
		}
	}
	least := shortPairs
	if work && order == 1 && strings.HasPrefix(lettersOf(name), string(short[:2])) {
		least = shortPairs / 2 // 凤庄实小
	}
	need := l.rare()
	if work && len(short) == 2 && order == 1 && l.alone(short) {
		need *= 0.6
	}
	if total == 0 || found/total < least || weight < need {
		return 0
	}
	if utf8.RuneCountInString(topic) < shortFirst {
		switch whole := lettersOf(l.v.core(name)); {
		case work && strings.HasPrefix(whole, topic):
		case work && strings.HasSuffix(whole, topic):
			return shortEnd // 盛达甲醇, 甲醇
		case work && l.alone(short) && l.ownName(topic, whole):
			return shortEnd // 燕山云雀饮料厂, 云雀
		default:
			return 0
		}
	}
	return 0.7 + 0.15*order + 0.15*found/total
}

// rare is how much the pairs of a short name must say together: as much as
// one and a half that stand in one sentence in twenty; in a short report as
// much as one that stands in one sentence only.
func (l *ledger) rare() float64 {
	all := math.Log(float64(1 + l.a.sentences)) // what a pair of one sentence says
	return min(1.5*(math.Log(21)-1), all-1)
}
