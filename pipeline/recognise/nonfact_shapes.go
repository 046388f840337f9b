package recognise

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/pipeline/lexicon"
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
	conditions []condition      // of the entries
	shapes     []shape          // of all patterns
	elements   []element        // of these
	words      *lexemes[extent] // of shapes: patterns without a slot
	glance     lexicon.Glance   // at these
	led        *endings[extent]
	follow     *lexemes[extent] // patterns that begin with a number, by what follows it
	bare       extent           // patterns that begin with a number and have no literal next
	tails      []string         // the literals of those
	tailless   []int            // and which have none
	quoted     string
	longest    int
}

// extent is a part of a list, [from, to).
type extent struct{ from, to int32 }

// shape is one variant of a pattern. There are tens of thousands: none holds a
// pointer, so that the collector does not look at them.
type shape struct {
	condition int32  // of its entry
	leads     int32  // length of the numerals it begins with
	rest      extent // of elements, from the first number on
	onHead    bool   // must stand at the start of a sentence
	onStart   bool   // must stand at the start of a clause
}

// condition is what an entry asks of what stands around its patterns.
type condition struct {
	id           string
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
		quantities: q, words: newLexemes[extent](), led: &endings[extent]{},
		follow: newLexemes[extent](), quoted: t.Quoted.ID, longest: t.Quoted.Longest,
	}
	by := shapesBy{words: map[string][]shape{}, led: map[string][]shape{}, follow: map[string][]shape{},
		rests: map[string]extent{}}
	for _, e := range t.NonFacts {
		n.conditions = append(n.conditions, conditionOf(e))
		for _, p := range e.Patterns {
			variants, err := parsePattern(p)
			if err != nil {
				return nil, fmt.Errorf("lexicon/nonfacts.yaml: %s: %w", e.ID, err)
			}
			for _, v := range variants {
				n.addShape(&by, v)
			}
		}
	}
	n.enter(by.words, n.addWord)
	n.enter(by.led, n.led.add)
	n.enter(by.follow, n.follow.add)
	n.bare = n.keep(by.bare)
	return n, nil
}

func conditionOf(e nonFactEntry) condition {
	c := condition{
		id: e.ID, onlyHan: e.OnlyHan, unlessEvery: e.UnlessEvery,
		unlessAfter: endingsOf(e.UnlessAfter), unlessBefore: wordsOf(e.UnlessBefore),
	}
	if len(e.OnlyAfter) > 0 {
		c.onlyAfter = endingsOf(e.OnlyAfter)
	}
	if len(e.OnlyBefore) > 0 {
		c.onlyBefore = wordsOf(e.OnlyBefore)
		c.beforeCount = slices.Contains(e.OnlyBefore, countFollows)
	}
	return c
}

// shapesBy are the shapes under the literals by which they are looked up, and
// the elements they share.
type shapesBy struct {
	words, led, follow map[string][]shape
	bare               []shape
	rests              map[string]extent
}

// enter enters the shapes under their literals.
func (n *nonfacts) enter(by map[string][]shape, add func(string, extent)) {
	for w, list := range by {
		add(w, n.keep(list))
	}
}

func (n *nonfacts) addWord(word string, shapes extent) {
	n.words.add(word, shapes)
	n.glance.Add(word)
}

func (n *nonfacts) keep(list []shape) extent {
	from := int32(len(n.shapes))
	n.shapes = append(n.shapes, list...)
	return extent{from, int32(len(n.shapes))}
}

// rest keeps the elements, once for all shapes that end alike.
func (n *nonfacts) rest(by *shapesBy, v []element) extent {
	var all []byte
	for _, e := range v {
		all = append(append(append(all, byte(e.kind)), e.literal...), 0)
	}
	key := string(all)
	if p, ok := by.rests[key]; ok {
		return p
	}
	from := int32(len(n.elements))
	for _, e := range v {
		n.elements = append(n.elements, element{e.kind, strings.Clone(e.literal)})
	}
	by.rests[key] = extent{from, int32(len(n.elements))}
	return by.rests[key]
}

// addShape enters a variant of the last entry under the literal by which it is
// looked up.
func (n *nonfacts) addShape(by *shapesBy, v []element) {
	s := shape{condition: int32(len(n.conditions) - 1)}
	if len(v) > 0 && (v[0].kind == slotStart || v[0].kind == slotSentence) {
		s.onStart, s.onHead = v[0].kind == slotStart, v[0].kind == slotSentence
		v = v[1:]
	}
	prefix := "" // the literal before the first number
	if len(v) > 0 && v[0].kind == slotLiteral {
		prefix, v = v[0].literal, v[1:]
	}
	s.rest = n.rest(by, v)
	switch {
	case len(v) == 0 || !v[0].kind.isNumber():
		tail := strings.TrimLeftFunc(prefix, func(r rune) bool { return n.of(r) != notSign })
		s.leads = int32(len(prefix) - len(tail))
		by.words[prefix] = append(by.words[prefix], s)
	case prefix != "":
		by.led[prefix] = append(by.led[prefix], s)
	case len(v) > 1 && v[1].kind == slotLiteral:
		by.follow[v[1].literal] = append(by.follow[v[1].literal], s)
	default:
		by.bare = append(by.bare, s)
		tail := strings.Clone(literalOf(v))
		if tail == "" {
			n.tailless = append(n.tailless, len(n.tails))
		}
		n.tails = append(n.tails, tail)
	}
}

// in returns the shapes of a extent.
func (n *nonfacts) in(p extent) []shape { return n.shapes[p.from:p.to] }

// restOf returns the elements of the shape from the first number on.
func (n *nonfacts) restOf(x *shape) []element { return n.elements[x.rest.from:x.rest.to] }

// literalOf returns the first literal of a pattern, or "".
func literalOf(pattern []element) string {
	for _, e := range pattern {
		if e.kind == slotLiteral {
			return e.literal
		}
	}
	return ""
}
