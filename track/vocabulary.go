package track

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// meaning is what a word of the lists says of the work it is said of.
type meaning uint8

const (
	completed meaning = 1 << iota
	ongoing
	failed
	planned
	continuing
	neverSaid
)

// sense is what one word says.
type sense struct {
	word    string
	meaning meaning
	stage   int // of a project, from 1; 0 none
}

// vocabulary finds the words of the lists in a text.
type vocabulary struct {
	Words
	senses map[string]*sense   // by word
	starts map[rune][]*sense   // by first character, longest first
	like   map[string][]string // verb → verbs that answer it
	acts   map[rune][]string   // these verbs by first character
	tasks  map[rune][]taskVerb // by first character
	leads  map[rune][]lead     // words before a verb, by first character
}

// taskVerb is a verb of a promise.
type taskVerb struct {
	verb     string
	strength report.Strength
}

// heard is a word found in a clause.
type heard struct {
	*sense
	at, end int
}

func newVocabulary(w Words) *vocabulary {
	v := &vocabulary{Words: w, senses: map[string]*sense{}, starts: map[rune][]*sense{}, like: map[string][]string{},
		acts: map[rune][]string{}, tasks: map[rune][]taskVerb{}, leads: map[rune][]lead{}}
	for _, strength := range []report.Strength{report.Complete, report.Push, report.Ensure, report.Strive, report.PlanTo} {
		for _, verb := range w.Tasks.Verbs[strength] {
			first := []rune(verb)[0]
			v.tasks[first] = append(v.tasks[first], taskVerb{verb, strength})
		}
	}
	for _, list := range [][]string{w.Tasks.Who, w.Tasks.When, w.Tasks.Modal, w.Tasks.Manner} {
		v.addLeads(list, false)
	}
	v.addLeads(w.Tasks.Where, true)
	v.add(w.Completed, completed)
	v.add(w.Ongoing, ongoing)
	v.add(w.Failed, failed)
	v.add(w.Planned, planned)
	v.add(w.Continuing, continuing)
	v.add(w.NeverSaid, neverSaid)
	for i, words := range w.Stages {
		v.add(words, 0)
		for _, word := range words {
			v.senses[word].stage = i + 1
		}
	}
	for _, group := range w.Synonyms {
		for _, word := range group {
			if first := []rune(word)[0]; v.like[word] == nil {
				v.acts[first] = append(v.acts[first], word)
			}
			v.like[word] = append(v.like[word], group...)
		}
	}
	return v
}

func (v *vocabulary) addLeads(words []string, place bool) {
	for _, w := range words {
		first := []rune(w)[0]
		v.leads[first] = append(v.leads[first], lead{w, place})
	}
}

func (v *vocabulary) add(words []string, m meaning) {
	for _, w := range words {
		if s := v.senses[w]; s != nil {
			s.meaning |= m
			continue
		}
		s := &sense{word: w, meaning: m}
		v.senses[w] = s
		first := []rune(w)[0]
		list := append(v.starts[first], s)
		for i := len(list) - 1; i > 0 && len(list[i].word) > len(list[i-1].word); i-- {
			list[i], list[i-1] = list[i-1], list[i]
		}
		v.starts[first] = list
	}
}

// hits returns the words of the lists that stand in s, the longest at each
// place, in order.
func (v *vocabulary) hits(s string) []heard {
	var out []heard
	next := 0
	for i, r := range s {
		if i < next {
			continue
		}
		for _, w := range v.starts[r] {
			if strings.HasPrefix(s[i:], w.word) {
				out = append(out, heard{w, i, i + len(w.word)})
				next = i + len(w.word)
				break
			}
		}
	}
	return out
}

// said tells whether the word is a result where it stands: neither denied (尚未
// 竣工) nor part of another word (竣工后, 开工率, 已完成投资).
func (v *vocabulary) said(clause string, h heard) bool {
	return firstPrefix(clause[h.end:], v.NoResult) == "" && !v.denied(clause, h)
}

// denied tells whether the word is denied, also with words of manner between:
// 没有如期通车, 没有在去年动工.
func (v *vocabulary) denied(clause string, h heard) bool {
	before := clause[:h.at]
	for firstSuffix(before, v.Negations) == "" {
		w := longestSuffix(before, v.Between)
		if w == "" {
			return false
		}
		before = strings.TrimSuffix(before, w)
	}
	return true
}

// stageOf returns the furthest stage that the words name; 0 for none.
func (v *vocabulary) stageOf(words string) int {
	most := 0
	for _, h := range v.hits(words) {
		most = max(most, h.stage)
	}
	return most
}

// goalOf returns the furthest stage that the words set as a goal: what is
// 建成通车 is built, as 建成 alone says.
func (v *vocabulary) goalOf(words string) int {
	most := 0
	for _, h := range v.hits(words) {
		stage := h.stage
		if stage == len(v.Stages) && firstPrefix(h.word, v.Stages[len(v.Stages)-2]) != "" {
			stage--
		}
		most = max(most, stage)
	}
	return most
}

// goalIn returns the goal that the words set beside the name in them: 建成区绿化 is
// a name.
func (v *vocabulary) goalIn(words, name string) int {
	at := strings.Index(words, name)
	most := 0
	for _, h := range v.hits(words) {
		if at < 0 || h.at < at || h.end > at+len(name) {
			most = max(most, v.goalOf(h.word))
		}
	}
	return most
}

// answers tells whether what was done, told in these words, is what the verb
// asks for.
func (v *vocabulary) answers(verb string, told string) bool {
	if strings.Contains(told, verb) {
		return true
	}
	for w, group := range v.like {
		if strings.Contains(verb, w) && firstOf(told, group) != "" {
			return true
		}
	}
	return false
}

// solid returns the name without the words that name no object.
func (v *vocabulary) solid(name string) string {
	for _, w := range v.Hollow {
		name = strings.ReplaceAll(name, w, " ")
	}
	return name
}

// core returns the name without an end that may be left out: 迁建项目, 迁建.
func (v *vocabulary) core(name string) string {
	w := firstSuffix(name, v.Kinds)
	if rest := strings.TrimSuffix(name, w); utf8.RuneCountInString(rest) > 2 {
		return rest
	}
	return name
}

// endless tells whether the verb's work is never over: 深化, 稳妥推进.
func (v *vocabulary) endless(verb string) bool {
	if slices.Contains(v.Measured, verb) {
		return false
	}
	return (firstPrefix(verb, v.Continuing) != "" || firstSuffix(verb, v.Continuing) != "") && firstOf(verb, v.Definite) == ""
}

func firstOf(s string, words []string) string {
	for _, w := range words {
		if strings.Contains(s, w) {
			return w
		}
	}
	return ""
}

func firstPrefix(s string, words []string) string {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}

func firstSuffix(s string, words []string) string {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return w
		}
	}
	return ""
}
