package recognise

import (
	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// rankTable is the shape of lexicon/ranks.yaml.
type rankTable struct {
	Title         string         `yaml:"title"`
	Ordinal       []string       `yaml:"ordinal"`
	Places        []string       `yaml:"places"`
	Firsts        map[string]int `yaml:"firsts"`
	Front         []string       `yaml:"front"`
	FrontPlaces   []string       `yaml:"front_places"`
	Scopes        []string       `yaml:"scopes"`
	Verbs         []string       `yaml:"verbs"`
	MayFollow     []string       `yaml:"may_follow"`
	NotFirstAfter []string       `yaml:"not_first_after"`
}

// ranks is the vocabulary of places in an order.
type ranks struct {
	*quantities
	ordinal, front          *endings[bool]
	places, frontPlaces     *lexemes[bool]
	firsts                  *lexemes[int]
	scopes, verbs, notFirst *endings[bool]
	mayFollow               *lexemes[bool]
}

func newRanks(lex *lexicon.Lexicon, q *quantities) (*ranks, error) {
	var t rankTable
	if err := lex.Decode("ranks.yaml", &t); err != nil {
		return nil, err
	}
	r := &ranks{
		quantities: q, ordinal: endingsOf(t.Ordinal), front: endingsOf(t.Front),
		places:      wordsOf(t.Places),
		frontPlaces: wordsOf(t.FrontPlaces), firsts: newLexemes[int](), scopes: endingsOf(t.Scopes),
		verbs: endingsOf(t.Verbs), mayFollow: wordsOf(t.MayFollow),
		notFirst: endingsOf(t.NotFirstAfter),
	}
	for w, n := range t.Firsts {
		if n > 0 {
			r.firsts.add(w, n)
		}
	}
	return r, nil
}

// ordinals finds ranks, and makes any other 第N a non-fact.
func (r *Recogniser) ordinals(f *found, list []report.Mention) []report.Mention {
	for i := range f.numerals.n {
		if m, ok := r.ranks.numbered(f, f.numerals.at(i), list); ok {
			list = append(list, m)
		}
	}
	return r.ranks.named(f, list)
}

// numbered reads the rank of a number after 第 or 前.
func (r *ranks) numbered(f *found, n *number, before []report.Mention) (report.Mention, bool) {
	s := f.sentence
	if _, start, ok := r.ordinal.before(s, backSpaces(s, n.span.Start)); ok {
		p := report.Span{Start: start, End: n.span.End}
		if _, end, ok := r.places.at(s, p.End); ok {
			p.End = end
			return rankMention(p, f.base, n, report.Exact), true
		}
		if r.follows(s, p.End) && (r.scoped(s, start) || r.listed(f, start, before)) {
			return rankMention(p, f.base, n, report.Exact), true
		}
		if u, end := r.units.at(s, p.End, true); u != nil && u.kind == report.MentionCount {
			p.End = end
		}
		return nonFact(p, f.base, "序数"), true
	}
	_, start, ok := r.front.before(s, n.span.Start)
	if !ok || !n.value.IsInteger() {
		return report.Mention{}, false
	}
	p := report.Span{Start: start, End: n.span.End}
	if _, end, ok := r.frontPlaces.at(s, p.End); ok {
		p.End = end
	} else if !r.scoped(s, start) || !r.follows(s, p.End) {
		return report.Mention{}, false
	}
	return rankMention(p, f.base, n, report.AtMost), true
}

func rankMention(p report.Span, base int, n *number, b report.Bound) report.Mention {
	return report.Mention{
		Type: report.MentionRank, Span: shift(p, base), Core: shift(p, base),
		Value: report.Value{Min: n.value, Max: n.value, Bound: b},
	}
}

// follows tells whether what stands at i leaves 第N a rank: no character, or
// one of the listed words.
func (r *ranks) follows(s string, i int) bool {
	next := runeAt(s, i)
	return !isHan(next) && !isLatin(next) && next != '”' || r.mayFollow.has(s, i)
}

// scoped tells whether a scope or a verb of rank ends at i.
func (r *ranks) scoped(s string, i int) bool {
	i = backSpaces(s, i)
	return r.scopes.hasBefore(s, i) || r.verbs.hasBefore(s, i) || r.clauseHasVerb(s, i)
}

// clauseHasVerb looks for a verb of rank of two characters or more in the
// clause before i, as far as its subject may be long: 位居中部六省省会城市第3.
func (r *ranks) clauseHasVerb(s string, i int) bool {
	const reach = 16 * 3
	for at := i; at > 0 && i-at < reach; {
		c := runeBefore(s, at)
		if isClauseEnd(c) {
			return false
		}
		one := c == '居' || c == '列' || c == '排'
		if _, start, ok := r.verbs.before(s, at); ok && (one || at-start > len(string(c))) {
			return true
		}
		at -= len(string(c))
	}
	return false
}

// listed tells whether the rank before stands in one list with 第 at i:
// 第一、第二.
func (r *ranks) listed(f *found, i int, before []report.Mention) bool {
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	if last.Type != report.MentionRank {
		return false
	}
	between := f.sentence[min(i, last.Span.End-f.base):i]
	return between == "、" || between == "和" || between == "，" || between == "及" || between == "或"
}

// named finds 首位 and its like after a scope or a verb.
func (r *ranks) named(f *found, list []report.Mention) []report.Mention {
	s := f.sentence
	for _, at := range f.cues.firsts {
		n, end, ok := r.firsts.at(s, at)
		if !ok || r.notFirst.hasBefore(s, at) || !r.scoped(s, at) {
			continue
		}
		p := shift(report.Span{Start: at, End: end}, f.base)
		v := report.Whole(int64(n))
		list = append(list, report.Mention{
			Type: report.MentionRank, Span: p, Core: p,
			Value: report.Value{Min: v, Max: v, Bound: report.Exact},
		})
	}
	return list
}
