package names

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

const (
	siteMost         = 22 // characters of the longest name of a project
	siteLeast        = 3  // of the shortest
	unknownLeast     = 6  // bytes before 工程 if nothing but unknown characters make it a name
	institutionScore = 0.8
	projectScore     = 0.7
)

// miner learns names by the word lists.
type miner struct {
	words                              Words
	heads                              map[rune][]string // by their last character, longest first
	breaks, openers, measures, generic map[string]bool
	local, praise, sizes               map[string]bool
}

func newMiner(w Words) *miner {
	m := &miner{words: w, heads: map[rune][]string{}, breaks: setOf(w.Breaks),
		openers: setOf(w.Openers), measures: setOf(w.Measures), generic: setOf(w.Generic),
		local: setOf(w.Localities), praise: setOf(w.Praise), sizes: setOf(w.Sizes)}
	for _, h := range slices.Concat(w.Projects, w.Institutions) {
		last, _ := utf8.DecodeLastRuneInString(h)
		m.heads[last] = append(m.heads[last], h)
	}
	for _, list := range m.heads {
		slices.SortFunc(list, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	}
	return m
}

func setOf(words []string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}

// site is a name of a project or an institution, as it is said.
type site struct {
	mentioned
	name    string
	head    string
	work    bool // its head is 项目 or 工程
	project bool // or one of them follows it
	bounded bool // it was seen right behind 、 or an opening mark
	evidence
}

// proposed tells whether a name is said often enough. A word for a sort of
// things behind one's own region (陕西实验室) has to last for years to be one,
// and behind an ordinary word (前进小学) to have a project.
func (s *site) proposed() bool {
	switch s.evidence {
	case ownRegion:
		return len(s.years) > 1
	case anyWord:
		return s.project && s.recurs()
	}
	return s.recurs()
}

// siteNames returns the projects and institutions that an office names again
// and again, shortened forms with the long one.
func (m *miner) siteNames(office []report.Report) []Proposal {
	full := office[0].Outline.Org
	found := map[string]*site{}
	for i := range office {
		r := &office[i]
		for _, p := range r.Sentences {
			m.sitesIn(r, p, full, found)
		}
	}
	fold(found)
	var out []Proposal
	for _, g := range grouped(found) {
		if !g.proposed() {
			continue
		}
		p := g.proposal(full)
		p.Name, p.Full, p.Forms = g.name, g.name, g.forms
		p.Kind, p.Score, p.Why = Institution, g.score(institutionScore), "“"+g.head+"”前反复出现"
		if g.project {
			p.Kind, p.Score = Project, g.score(projectScore)
		}
		out = append(out, p)
	}
	return out
}

// hit is a name in a run of words.
type hit struct {
	at       report.Span
	head     string
	evidence evidence
	project  bool // 项目 or 工程 follows it, or is its end
}

// sitesIn finds the names in a sentence.
func (m *miner) sitesIn(r *report.Report, p report.Passage, org string, found map[string]*site) {
	sentence := p.Span.Of(r.Text.Body)
	for _, run := range runsOf(sentence) {
		words := run.Of(sentence)
		if !m.hasHead(words) {
			continue
		}
		for _, h := range m.hits(words, org) {
			name := h.at.Of(words)
			s := found[name]
			if s == nil {
				s = &site{name: name, head: h.head, work: m.isWork(h.head), evidence: h.evidence}
				found[name] = s
			}
			s.add(r, sentence, moved(h.at, p.Span.Start+run.Start))
			s.project = s.project || h.project
			s.bounded = s.bounded || h.at.Start == 0 && listed(sentence[:run.Start])
		}
	}
}

// hits returns the names in a run of words. 项目 right behind an institution
// makes a project of it and is no name of its own.
func (m *miner) hits(words, org string) []hit {
	var out []hit
	tokens := m.words.Cut(words)
	for i, t := range tokens {
		head := m.headAt(words[:t.End])
		if head == "" || i+1 < len(tokens) && m.headGoesOn(words, t.End, tokens[i+1].End) {
			continue
		}
		if n := len(out); m.isWork(head) && n > 0 && out[n-1].at.End == t.End-len(head) {
			out[n-1].project = true
			continue
		}
		if name, e := m.siteEnding(words, tokens[:i+1], head, org); e != noEvidence {
			out = append(out, hit{name, head, e, m.isWork(head)})
		}
	}
	return out
}

func (m *miner) isWork(head string) bool { return slices.Contains(m.words.Projects, head) }

// listed tells whether what follows stands in a list or in quotes.
func listed(before string) bool {
	return strings.HasSuffix(before, "、") || strings.HasSuffix(before, "“")
}

// runsOf returns the stretches of a sentence between its marks.
func runsOf(sentence string) []report.Span {
	var out []report.Span
	start := 0
	for i, r := range sentence {
		if unicode.Is(unicode.Han, r) || unicode.IsDigit(r) || unicode.IsLetter(r) {
			continue
		}
		if i > start {
			out = append(out, report.Span{Start: start, End: i})
		}
		start = i + utf8.RuneLen(r)
	}
	if start < len(sentence) {
		out = append(out, report.Span{Start: start, End: len(sentence)})
	}
	return out
}

// hasHead tells whether any head stands in words.
func (m *miner) hasHead(words string) bool {
	for i, r := range words {
		if m.headEnding(words[:i+utf8.RuneLen(r)], r) != "" {
			return true
		}
	}
	return false
}

func (m *miner) headAt(words string) string {
	last, _ := utf8.DecodeLastRuneInString(words)
	return m.headEnding(words, last)
}

func (m *miner) headEnding(words string, last rune) string {
	for _, h := range m.heads[last] {
		if strings.HasSuffix(words, h) {
			return h
		}
	}
	return ""
}

// headGoesOn tells whether the next word makes the head part of a longer one:
// 学校 in 学校体育馆 is none, in 学校项目 it is.
func (m *miner) headGoesOn(words string, at, next int) bool {
	head := m.headAt(words[:next])
	return head != "" && next-len(head) < at
}

// siteEnding returns the name that ends with the last token. It goes back to a
// word no name holds, then drops words none begins with.
func (m *miner) siteEnding(
	words string, tokens []report.Span, head, org string,
) (report.Span, evidence) {
	end := tokens[len(tokens)-1].End
	from := m.firstOf(words, tokens)
	for from < len(tokens)-1 && m.opens(tokens[from].Of(words)) && !m.leads(tokens[from].Of(words), org) {
		from++
	}
	name := report.Span{Start: tokens[from].Start, End: end}
	n := utf8.RuneCountInString(name.Of(words))
	if n < siteLeast || n > siteMost || from == len(tokens)-1 || strings.Contains(org, name.Of(words)) {
		return name, noEvidence
	}
	return name, m.distinct(words, tokens[from:], head, org)
}

// leads tells whether a word stands for the office's own region: 县 of 县二中.
func (m *miner) leads(w, org string) bool {
	return slices.Contains(m.words.Leads, w) && strings.Contains(org, w)
}

// firstOf returns the first token behind the last word no name holds.
func (m *miner) firstOf(words string, tokens []report.Span) int {
	from := len(tokens) - 1
	for least := max(0, from-siteMost); from > least && !m.breaksName(words, tokens, from-1); {
		from--
	}
	return from
}

// breaksName tells whether token i stands before a name, not in it.
func (m *miner) breaksName(words string, tokens []report.Span, i int) bool {
	w := tokens[i].Of(words)
	if m.breaks[w] {
		return true
	}
	if i == 0 {
		return false
	}
	return m.measures[w] && endsInNumber(tokens[i-1].Of(words))
}

// numerals are the characters a count in words ends in.
const numerals = "一二两三四五六七八九十百千万亿几数多余"

// endsInNumber tells whether a word is a count, so that a measure word follows.
func endsInNumber(w string) bool {
	r, _ := utf8.DecodeLastRuneInString(w)
	return unicode.IsDigit(r) || strings.ContainsRune(numerals, r)
}

func (m *miner) opens(w string) bool { return m.openers[w] || m.generic[w] }

// fold adds names seen but once, with a word in front that is in no list, to
// the name they end in: 化解城北中学 is 城北中学.
func fold(found map[string]*site) {
	for _, name := range slices.Sorted(maps.Keys(found)) {
		s := found[name]
		if s.recurs() || s.bounded {
			continue
		}
		for i := range name {
			if t := found[name[i:]]; i > 0 && t != nil {
				t.join(&s.mentioned)
				t.project = t.project || s.project
				delete(found, name)
				break
			}
		}
	}
}

// nameBefore returns the name a text ends in.
func (m *miner) nameBefore(text string) string {
	runs := runsOf(text)
	if len(runs) == 0 || runs[len(runs)-1].End != len(text) {
		return ""
	}
	words := runs[len(runs)-1].Of(text)
	tokens := m.words.Cut(words)
	from := m.firstOf(words, tokens)
	for from < len(tokens)-1 && m.openers[tokens[from].Of(words)] {
		from++
	}
	return words[tokens[from].Start:]
}
