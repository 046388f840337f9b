package recognise

import (
	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// boundTable is the shape of lexicon/bounds.yaml.
type boundTable struct {
	Title     string       `yaml:"title"`
	Links     []string     `yaml:"links"`
	Before    []boundEntry `yaml:"before"`
	After     []boundEntry `yaml:"after"`
	Inclusive []string     `yaml:"inclusive"`
	Around    []struct {
		Bound  report.Bound `yaml:"bound"`
		Before []string     `yaml:"before"`
		After  []string     `yaml:"after"`
	} `yaml:"around"`
	Dashes  []string `yaml:"dashes"`
	Between struct {
		Open  []string `yaml:"open"`
		Join  []string `yaml:"join"`
		Close []string `yaml:"close"`
	} `yaml:"between"`
	Both  []string `yaml:"both"`
	Equal []string `yaml:"equal"`
}

type boundEntry struct {
	Bound     report.Bound `yaml:"bound"`
	Words     []string     `yaml:"words"`
	NotAfter  []string     `yaml:"not_after"`
	NotBefore []string     `yaml:"not_before"`
	NotUnits  []string     `yaml:"not_units"`
	OnlyLed   bool         `yaml:"only_led"`
}

// limit is a bound word and where it is none.
type limit struct {
	bound     report.Bound
	notAfter  map[rune]bool
	notBefore map[rune]bool
	notUnits  []string
	onlyLed   bool
}

// bounds is the vocabulary of bound words.
type bounds struct {
	links     *endings[bool]
	before    *endings[*limit]
	after     *lexemes[*limit]
	inclusive *lexemes[bool]
	around    *endings[*circumfix]
	dashes    *lexemes[bool]
	open      *endings[bool]
	join      *lexemes[bool]
	close     *lexemes[bool]
	both      map[string]bool
	equal     *endings[bool]
}

// circumfix is a bound said in two parts: 迈上…台阶.
type circumfix struct {
	bound report.Bound
	after *lexemes[bool]
	next  *circumfix // another with the same first part
}

func newBounds(lex *lexicon.Lexicon) (*bounds, error) {
	var t boundTable
	if err := lex.Decode("bounds.yaml", &t); err != nil {
		return nil, err
	}
	b := &bounds{
		links:  endingsOf(t.Links),
		before: &endings[*limit]{}, after: newLexemes[*limit](),
		inclusive: wordsOf(t.Inclusive), around: &endings[*circumfix]{},
		dashes: wordsOf(t.Dashes),
		open:   endingsOf(t.Between.Open), join: wordsOf(t.Between.Join),
		close: wordsOf(t.Between.Close),
		both:  map[string]bool{}, equal: endingsOf(t.Equal),
	}
	addLimits(t.Before, b.before.add)
	addLimits(t.After, b.after.add)
	for _, w := range t.Both {
		b.both[w] = true
	}
	first := map[string]*circumfix{}
	for _, a := range t.Around {
		for _, w := range a.Before {
			c := &circumfix{a.Bound, wordsOf(a.After), nil}
			if head := first[w]; head != nil {
				c.next, head.next = head.next, c
				continue
			}
			first[w] = c
			b.around.add(w, c)
		}
	}
	return b, nil
}

// addLimits enters the words of limits.
func addLimits(entries []boundEntry, add func(word string, l *limit)) {
	for _, e := range entries {
		one := &limit{e.Bound, charSet(e.NotAfter), charSet(e.NotBefore), e.NotUnits, e.OnlyLed}
		for _, w := range e.Words {
			add(w, one)
		}
	}
}

// left returns the bound word that ends at i, or before a link word and blanks
// that end there, and its start.
func (b *bounds) left(s string, i int) (*limit, int) {
	at := backSpaces(s, i)
	if l, start := b.ending(s, at); l != nil {
		return l, start
	}
	if _, link, ok := b.links.before(s, at); ok {
		return b.ending(s, backSpaces(s, link))
	}
	return nil, i
}

func (b *bounds) ending(s string, i int) (*limit, int) {
	words := &b.before.words
	for h := words.back(s, i); h.word > 0; h = words.shorterBack(s, h.at, i) {
		if l := b.before.values[h.word-1]; !l.notAfter[runeBefore(s, h.at)] {
			return l, h.at
		}
	}
	return nil, i
}

// right returns the bound word that begins at i, after blanks and a mark of
// inclusion, and its end.
func (b *bounds) right(s string, i int) (*limit, int) {
	at := skipSpaces(s, i)
	if _, end, ok := b.inclusive.at(s, at); ok {
		at = skipSpaces(s, end)
	}
	words := &b.after.words
	for h := words.ahead(s, at); h.word > 0; h = words.ahead(s[:h.at-1], at) {
		if l := b.after.values[h.word-1]; !l.notBefore[runeAt(s, h.at)] {
			return l, h.at
		}
	}
	return nil, i
}

// both returns the bound that is said before and after the words from start to
// end, and the span of the whole.
func (b *bounds) surrounding(s string, p report.Span) (report.Bound, report.Span, bool) {
	head, start, ok := b.around.before(s, backSpaces(s, p.Start))
	if !ok {
		return "", p, false
	}
	for c := head; c != nil; c = c.next {
		if _, end, ok := c.after.at(s, skipSpaces(s, p.End)); ok {
			return c.bound, report.Span{Start: start, End: end}, true
		}
	}
	return "", p, false
}
