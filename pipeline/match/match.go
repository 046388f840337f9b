// Package match turns what was recognised and attributed into facts, by rules:
// general rules make a fact of every value, topic rules name indicators and
// find awards, documents, events and tasks, suppressing rules keep slogans and
// names out. Every fact says which rule made it.
//
// All rules are tried in one pass: their words stand in one trie, and only the
// rules whose rarest word stands in a sentence are tried on it.
package match

import (
	"math/bits"
	"sync"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// longestSentence is the length in bytes up to which patterns are tried. What
// is longer is no sentence; its values still become facts.
const longestSentence = 16 << 10

// Matcher holds the compiled rules. It is never changed after New and may be
// shared by goroutines.
type Matcher struct {
	set      *ruleset.Set
	general  map[report.MentionType][]*ruleset.Rule // rules of one bare slot, highest priority first
	programs []program                              // of all other rules, highest priority first
	listed   []string
	trie     *lexicon.Trie // of the words
	classes  [][]bool      // by word class: which words belong to it
	byWord   [][]int32
	byType   [mentionTypes][]int32
	byName   []int32  // programs that need the name of an indicator
	always   []int32  // programs that need nothing
	tasks    []uint64 // a bit for each program about promises
	names    indicatorNames
	shapes   []lexicon.Shape
	opening  map[rune]bool // characters with which a shape can begin
	vocab    vocabulary
	works    sync.Pool // *work, whose lists are used again
}

// New compiles the rules of the set.
func New(set *ruleset.Set, lex *lexicon.Lexicon) (*Matcher, error) {
	m := &Matcher{
		set:     set,
		general: map[report.MentionType][]*ruleset.Rule{},
		shapes:  lex.Shapes("列表起首"),
		vocab:   newVocabulary(lex),
	}
	c := &compiler{
		set: set, words: &wordList{ids: map[string]int32{}}, classes: map[string]int32{},
		files: filesOf(set.Indicators), keeps: map[*ruleset.Rule]*keeping{},
	}
	m.names = newIndicatorNames(set, c.words, c.files, lex)
	m.opening = openingRunes(m.shapes)
	for i := range set.Rules {
		rule := &set.Rules[i]
		for k := range rule.Patterns {
			if p := &rule.Patterns[k]; !m.addGeneral(rule, p) {
				m.programs = append(m.programs, c.compile(rule, p))
			}
		}
	}
	m.listed, m.trie = c.words.words, lexicon.NewTrie(c.words.words)
	m.names.byWord = grow(m.names.byWord, len(m.listed))
	m.keyPrograms(c)
	return m, nil
}

// addGeneral keys a pattern that is one bare slot by the mentions it takes. Of
// a rule that sets something or suppresses, even such a pattern is a program.
func (m *Matcher) addGeneral(rule *ruleset.Rule, p *ruleset.Pattern) bool {
	if len(p.Elements) != 1 || p.Elements[0].Op != ruleset.Slot || rule.Suppress ||
		creates(rule.Kind) || rule.Keep != (ruleset.Keep{}) {
		return false
	}
	types := ruleset.MentionTypes(p.Elements[0].Text)
	for _, t := range types {
		m.general[t] = append(m.general[t], rule)
	}
	return types != nil
}

// keyPrograms files every program under what it needs.
func (m *Matcher) keyPrograms(c *compiler) {
	m.byWord = make([][]int32, len(m.listed))
	m.tasks = make([]uint64, (len(m.programs)+63)/64)
	for i := range m.programs {
		p := &m.programs[i]
		p.begin.in = newWordSet(p.begin.words)
		for _, w := range sortedSet(p.need.words) {
			m.byWord[w] = append(m.byWord[w], int32(i))
		}
		for t := range m.byType {
			if p.need.types&(1<<t) != 0 {
				m.byType[t] = append(m.byType[t], int32(i))
			}
		}
		if p.need.indicator {
			m.byName = append(m.byName, int32(i))
		}
		if p.need.nothing {
			m.always = append(m.always, int32(i))
		}
		if p.rule.Kind == report.KindTask {
			m.tasks[i/64] |= 1 << (i % 64)
		}
	}
	for _, words := range c.members {
		in := make([]bool, len(m.listed))
		for _, w := range words {
			in[w] = true
		}
		m.classes = append(m.classes, in)
	}
}

// is tells whether the word is what the instruction asks for.
func (m *Matcher) is(in *instruction, word int32) bool {
	switch in.op {
	case opWord:
		return in.num == word
	case opClass:
		return m.classes[in.num][word]
	}
	return m.indicatorOf(word) != nil && (in.num < 0 || in.num == m.names.files[word])
}

// openingRunes returns the characters with which a number of one of the shapes
// can begin.
func openingRunes(shapes []lexicon.Shape) map[rune]bool {
	out := map[rune]bool{}
	for _, s := range shapes {
		first, _ := utf8.DecodeRuneInString(string(s))
		also := string(first)
		switch first {
		case '一':
			also = "一二三四五六七八九十"
		case '1':
			also = "0123456789"
		case '①':
			also = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
		}
		for _, r := range also {
			out[r] = true
		}
	}
	return out
}

// openers returns the length of the number or list word that begins a clause.
func (m *Matcher) openers(clause string) int {
	if r, _ := utf8.DecodeRuneInString(clause); !m.opening[r] {
		return 0
	}
	for _, s := range m.shapes {
		if _, n, ok := s.Match(clause); ok {
			return n
		}
	}
	return 0
}

// candidates returns the programs to be tried on a sentence, in order of priority.
// Rules about promises are for the plan part alone.
func (m *Matcher) candidates(v *view, part report.Part, out []int32) []int32 {
	v.wanted = append(v.wanted[:0], m.tasks...)
	clear(v.wanted)
	v.want(m.always)
	named := false
	for i := range v.hits {
		word := v.hits[i].Word
		v.want(m.byWord[word])
		named = named || m.indicatorOf(word) != nil
	}
	for t := range m.byType {
		if v.present&(1<<t) != 0 {
			v.want(m.byType[t])
		}
	}
	if named {
		v.want(m.byName)
	}
	out = out[:0]
	for k, set := range v.wanted {
		if part != report.Plan {
			set &^= m.tasks[k]
		}
		for ; set != 0; set &= set - 1 {
			out = append(out, int32(k*64+bits.TrailingZeros64(set)))
		}
	}
	return out
}

// matches returns where the rules match in the sentence, highest priority first.
func (m *Matcher) matches(r *runner, candidates []int32, out []found) []found {
	out = out[:0]
	for _, i := range candidates {
		out = r.all(&m.programs[i], out)
	}
	return out
}

// Facts returns the facts of the document, in text order.
func (m *Matcher) Facts(d report.Document, attrs []report.Attribution) []report.Fact {
	work := m.work(&d, attrs)
	next := 0
	for i := range d.Sentences {
		first := next
		for next < len(attrs) && attrs[next].Sentence <= i {
			next++
		}
		work.sentence(i, first, next)
	}
	work.b.join(attrs, work.made)
	facts := work.b.sorted()
	m.leave(work)
	return facts
}

// values returns how many of the attributions can become facts.
func values(attrs []report.Attribution) int {
	n := 0
	for i := range attrs {
		if attrs[i].Skip == "" {
			n++
		}
	}
	return n
}

func grow[T any](s []T, n int) []T {
	if len(s) < n {
		s = append(s, make([]T, n-len(s))...)
	}
	return s
}

// generalRule returns the rule for the mention's type and the value's kind, or
// where no rule names the kind, the first for the type.
func (m *Matcher) generalRule(mention *report.Mention, a *report.Attribution) *ruleset.Rule {
	rules := m.general[mention.Type]
	for _, rule := range rules {
		if rule.Kind == "" || rule.Kind == a.Kind {
			return rule
		}
	}
	if len(rules) > 0 {
		return rules[0]
	}
	return nil
}
