package recognise

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// countFollows in only_before stands for a number with a measure word.
const countFollows = "【计数】"

// nonFactTable is the shape of lexicon/nonfacts.yaml.
type nonFactTable struct {
	Title  string `yaml:"title"`
	Quoted struct {
		ID      string `yaml:"id"`
		Longest int    `yaml:"longest"`
	} `yaml:"quoted"`
	NonFacts []nonFactEntry `yaml:"nonfacts"`
}

type nonFactEntry struct {
	ID              string   `yaml:"id"`
	Patterns        []string `yaml:"patterns"`
	OnlyAfter       []string `yaml:"only_after"`
	OnlyBefore      []string `yaml:"only_before"` // 【计数】: a number with a measure word
	UnlessAfter     []string `yaml:"unless_after"`
	UnlessBefore    []string `yaml:"unless_before"`
	OnlyHan         bool     `yaml:"only_han"`
	UnlessEvery     bool     `yaml:"unless_every"` // not after 每周, 每季度
	Examples        []string `yaml:"examples"`
	Counterexamples []string `yaml:"counterexamples"`
}

// nonfacts finds what looks like a quantity and is none.
type nonfacts struct {
	*quantities
	words   *lexemes[[]*shape] // patterns without a slot
	led     *endings[[]*shape]
	follow  *lexemes[[]*shape] // patterns that begin with a number, by what follows it
	bare    []*shape           // patterns that begin with a number and have no literal next
	tails   []string           // the literals of those
	quoted  string
	longest int
}

// shape is one variant of a pattern.
type shape struct {
	id           string
	onHead       bool           // must stand at the start of a sentence
	onStart      bool           // must stand at the start of a clause
	prefix       string         // the literal before the first number
	leads        int            // length of the numerals it begins with
	rest         []element      // from the first number on
	onlyAfter    *endings[bool] // nil: after anything
	onlyBefore   *lexemes[bool] // nil: before anything
	beforeCount  bool           // a number with a measure word is enough
	unlessAfter  *endings[bool]
	unlessBefore *lexemes[bool]
	onlyHan      bool
	unlessEvery  bool
}

func newNonFacts(lex *lexicon.Lexicon, q *quantities) (*nonfacts, error) {
	var t nonFactTable
	if err := lex.Decode("nonfacts.yaml", &t); err != nil {
		return nil, err
	}
	n := &nonfacts{
		quantities: q, words: newLexemes[[]*shape](), led: &endings[[]*shape]{},
		follow: newLexemes[[]*shape](), quoted: t.Quoted.ID, longest: t.Quoted.Longest,
	}
	words, led, follow := map[string][]*shape{}, map[string][]*shape{}, map[string][]*shape{}
	for _, e := range t.NonFacts {
		like := shape{
			id: e.ID, onlyHan: e.OnlyHan, unlessEvery: e.UnlessEvery,
			unlessAfter: endingsOf(e.UnlessAfter), unlessBefore: wordsOf(e.UnlessBefore),
		}
		if len(e.OnlyAfter) > 0 {
			like.onlyAfter = endingsOf(e.OnlyAfter)
		}
		if len(e.OnlyBefore) > 0 {
			like.onlyBefore = wordsOf(e.OnlyBefore)
			like.beforeCount = slices.Contains(e.OnlyBefore, countFollows)
		}
		for _, p := range e.Patterns {
			variants, err := parsePattern(p)
			if err != nil {
				return nil, fmt.Errorf("lexicon/nonfacts.yaml: %s: %w", e.ID, err)
			}
			for _, v := range variants {
				n.addShape(like, v, []map[string][]*shape{words, led, follow})
			}
		}
	}
	for w, list := range words {
		n.words.add(w, list)
	}
	for w, list := range led {
		n.led.add(w, list)
	}
	for w, list := range follow {
		n.follow.add(w, list)
	}
	return n, nil
}

// addShape enters a variant under the literal by which it is looked up.
func (n *nonfacts) addShape(like shape, v []element, by []map[string][]*shape) {
	words, led, follow := by[0], by[1], by[2]
	s := &like
	if len(v) > 0 && (v[0].kind == slotStart || v[0].kind == slotSentence) {
		s.onStart, s.onHead = v[0].kind == slotStart, v[0].kind == slotSentence
		v = v[1:]
	}
	if len(v) > 0 && v[0].kind == slotLiteral {
		s.prefix, v = v[0].literal, v[1:]
	}
	s.rest = v
	switch {
	case len(v) == 0 || !v[0].kind.isNumber():
		tail := strings.TrimLeftFunc(s.prefix, func(r rune) bool { return n.of(r) != notSign })
		s.leads = len(s.prefix) - len(tail)
		words[s.prefix] = append(words[s.prefix], s)
	case s.prefix != "":
		led[s.prefix] = append(led[s.prefix], s)
	case len(v) > 1 && v[1].kind == slotLiteral:
		follow[v[1].literal] = append(follow[v[1].literal], s)
	default:
		n.bare = append(n.bare, s)
		n.tails = append(n.tails, literalOf(v))
	}
}

// literalOf returns the first literal of a pattern, or "".
func literalOf(pattern []element) string {
	for _, e := range pattern {
		if e.kind == slotLiteral {
			return e.literal
		}
	}
	return ""
}

// bareReach is how many bytes behind a number the literal of a bare pattern is
// looked for before the pattern is tried: further than any unit is long.
const bareReach = 128

// slogans returns the non-facts of a sentence: fixed words, patterns around
// numbers, and short quotes that hold a number.
func (r *Recogniser) slogans(f *found, list []report.Mention) []report.Mention {
	n := r.nonfacts
	list = n.quotes(f, list)
	list = n.fixed(f, list)
	for i := range f.numerals.n {
		if p, x := n.around(f, f.numerals.at(i)); x != nil && !(x.unlessEvery && f.everyBefore(p)) {
			list = append(list, nonFact(p, f.base, x.id))
		}
	}
	return slices.DeleteFunc(merged(list), f.timeHas)
}

// timeHas tells whether the words of a non-fact belong to a time: unless it
// says more than the time, the time keeps them.
func (f *found) timeHas(m report.Mention) bool {
	for _, t := range f.times[firstFrom(f.times, m.Span.Start):] {
		if t.Span.Start >= m.Span.End {
			return false
		}
		if !m.Span.Contains(t.Span) || m.Span == t.Span {
			return true
		}
	}
	return false
}

func nonFact(p report.Span, base int, id string) report.Mention {
	p = shift(p, base)
	return report.Mention{Type: report.MentionNonFact, Span: p, Core: p, Why: id}
}

// merged sorts non-facts and drops those that others cover.
func merged(list []report.Mention) []report.Mention {
	slices.SortStableFunc(list, func(x, y report.Mention) int {
		if x.Span.Start != y.Span.Start {
			return x.Span.Start - y.Span.Start
		}
		return y.Span.End - x.Span.End
	})
	kept := list[:0]
	for _, m := range list {
		if len(kept) > 0 && m.Span.Start < kept[len(kept)-1].Span.End {
			continue
		}
		kept = append(kept, m)
	}
	return kept
}

// fixed finds the fixed words, and patterns that hold no number.
func (n *nonfacts) fixed(f *found, list []report.Mention) []report.Mention {
	for _, i := range f.cues.words {
		if p, x := n.wordAt(f.sentence, i); x != nil && !(x.unlessEvery && f.everyBefore(p)) {
			list = append(list, nonFact(p, f.base, x.id))
		}
	}
	return list
}

// everyBefore tells whether a frequency stands before p: 每周开展一次.
func (f *found) everyBefore(p report.Span) bool {
	return f.every > 0 && f.every <= p.Start
}

func (n *nonfacts) wordAt(s string, i int) (report.Span, *shape) {
	begins := n.of(runeAt(s, i)).begins()
	if begins && n.of(runeBefore(s, i)).begins() {
		return report.Span{}, nil // the tail of a number: 6万亿元台阶
	}
	end := -1 // of the number that begins here, once asked for
	words := &n.words.words
	for h := words.ahead(s, i); h.word > 0; h = words.ahead(s[:h.at-1], i) {
		if end < 0 {
			end = n.numberEnd(s, i, begins)
		}
		for _, x := range n.words.values[h.word-1] {
			if end > i+x.leads {
				continue // the head of a number: 一点二六倍 is not 一点
			}
			p := report.Span{Start: i}
			var ok bool
			if p.End, ok = n.match(s, h.at, x.rest); ok && n.allowed(s, x, p) {
				return p, x
			}
		}
	}
	return report.Span{}, nil
}

// numberEnd returns the end of the number that begins at i, or i.
func (n *nonfacts) numberEnd(s string, i int, begins bool) int {
	if !begins {
		return i
	}
	p := numberParser{numerals: n.numerals, text: s, pos: i}
	if !p.parse() {
		return i
	}
	return p.last
}

// around finds the longest pattern that fits around the number.
func (n *nonfacts) around(f *found, num *number) (best report.Span, is *shape) {
	s := f.sentence
	try := func(list []*shape, start int) {
		for _, x := range list {
			end, fits := num.span.End, n.fits(x.rest[0].kind, num)
			if fits {
				end, fits = n.match(s, end, x.rest[1:])
			}
			p := report.Span{Start: start, End: end}
			if fits && p.Len() > best.Len() && n.allowed(s, x, p) {
				best, is = p, x
			}
		}
	}
	start, end := num.span.Start, num.span.End
	led := &n.led.words
	for h := led.back(s, start); h.word > 0; h = led.shorterBack(s, h.at, start) {
		try(n.led.values[h.word-1], h.at)
	}
	follow := &n.follow.words
	for h := follow.ahead(s, end); h.word > 0; h = follow.ahead(s[:h.at-1], end) {
		try(n.follow.values[h.word-1], start)
	}
	near := f.tailsBehind(end)
	for k, tail := range n.tails {
		if tail == "" || f.stands(tail, near, end+bareReach) {
			try(n.bare[k:k+1], start)
		}
	}
	return best, is
}

// tailsBehind returns the places at or behind i, and near it, where the literal
// of a bare pattern can stand.
func (f *found) tailsBehind(i int) []int {
	tails := f.cues.tails
	from, _ := slices.BinarySearch(tails, i)
	to, _ := slices.BinarySearch(tails[from:], i+bareReach)
	return tails[from : from+to]
}

// stands tells whether the words stand at one of the places and end before limit.
func (f *found) stands(words string, places []int, limit int) bool {
	for _, at := range places {
		if at+len(words) <= limit && strings.HasPrefix(f.sentence[at:], words) {
			return true
		}
	}
	return false
}

// fits tells whether a number is of the kind of a slot.
func (n *nonfacts) fits(k slotKind, num *number) bool {
	return k == slotNumber || (k == slotHan) == num.han
}

// match tells whether the elements fit at i, and where they end.
func (n *nonfacts) match(s string, i int, rest []element) (int, bool) {
	for _, e := range rest {
		switch {
		case e.kind == slotLiteral:
			if !strings.HasPrefix(s[i:], e.literal) {
				return i, false
			}
			i += len(e.literal)
		case e.kind.isNumber():
			var num number
			_, ok := n.numerals.number(s, i, &num)
			if !ok || num.span.Start != i || !n.fits(e.kind, &num) {
				return i, false
			}
			i = num.span.End
		case e.kind == slotCharacter:
			if !isHan(runeAt(s, i)) {
				return i, false
			}
			i += len(string(runeAt(s, i)))
		case e.kind == slotMeasure || e.kind == slotUnit:
			u, end := n.units.at(s, i, e.kind == slotMeasure)
			if u == nil || u.kind == report.MentionRatio ||
				(u.kind == report.MentionCount) != (e.kind == slotMeasure) {
				return i, false
			}
			i = end
		case e.kind == slotEnd && isHan(runeAt(s, i)):
			return i, false
		}
	}
	return i, true
}

// allowed tells whether what stands around p leaves the pattern its meaning.
func (n *nonfacts) allowed(s string, x *shape, p report.Span) bool {
	before := runeBefore(s, p.Start)
	switch {
	case x.onStart && before != 0 && !strings.ContainsRune("，。；：！？\t”… ", before):
		return false
	case x.onHead && before != 0 && !strings.ContainsRune("。；：！？\t ", before):
		return false
	case x.onlyAfter != nil && !x.onlyAfter.hasBefore(s, backSpaces(s, p.Start)):
		return false
	case x.onlyBefore != nil && !x.onlyBefore.has(s, p.End) && !(x.beforeCount && n.countsAt(s, p.End)):
		return false
	case x.unlessAfter.hasBefore(s, backSpaces(s, p.Start)), x.unlessBefore.has(s, p.End):
		return false
	}
	if isLatin(runeBefore(s, p.End)) && isLatin(runeAt(s, p.End)) {
		return false
	}
	return !x.onlyHan || !strings.ContainsAny(s[p.Start:p.End], "0123456789")
}

// countsAt tells whether a number with a measure word begins at i: the 16家 of
// 过亿元的16家.
func (n *nonfacts) countsAt(s string, i int) bool {
	var num number
	_, ok := n.numerals.number(s, i, &num)
	if !ok || num.span.Start != i {
		return false
	}
	u, _ := n.units.at(s, num.span.End, num.han)
	return u != nil && u.kind == report.MentionCount
}

// quotes finds short quotes that hold a number which is no ratio, sum or
// measure: “三中心”.
func (n *nonfacts) quotes(f *found, list []report.Mention) []report.Mention {
	before := len(list)
	all := enclosed(f, list, f.cues.quotes, quoteOpen, quoteShut)
	list = all[:before]
	for _, m := range all[before:] {
		m.Type = report.MentionNonFact
		inside := shift(m.Span, -f.base)
		inside.Start, inside.End = inside.Start+len(quoteOpen), inside.End-len(quoteShut)
		if utf8.RuneCountInString(inside.Of(f.sentence)) > n.longest || !n.sloganIn(f, inside) {
			continue
		}
		m.Why = n.quoted
		list = append(list, m)
	}
	return list
}

func (n *nonfacts) sloganIn(f *found, p report.Span) bool {
	i := f.quantities.first(func(q *quantity) bool { return q.core.Start >= p.Start })
	for ; i < f.quantities.n; i++ {
		q := f.quantities.at(i)
		if q.core.Start >= p.End {
			break
		}
		if p.Contains(q.core) && q.unit != nil && !q.first.han &&
			q.unit.kind != report.MentionCount {
			return false
		}
	}
	i = f.numerals.first(func(n *number) bool { return n.span.Start >= p.Start })
	return i < f.numerals.n && p.Contains(f.numerals.at(i).span)
}
