package match

import (
	"unicode/utf8"

	"taizhang/pipeline/ruleset"
)

// starts says with what a pattern can begin.
type starts struct {
	words     []int32
	in        wordSet // the same words
	types     typeSet
	indicator bool
	clause    bool // where a clause begins
	anywhere  bool
}

// need is what a sentence must hold for a pattern to be tried: one of the
// words, or where the pattern has none, a mention of one of the types.
type need struct {
	words     []int32
	types     typeSet
	indicator bool
	nothing   bool // tried everywhere; the linter tells of it
}

// startsOf returns with what the elements can begin, looking past what is optional.
func (c *compiler) startsOf(elements []ruleset.Element) starts {
	var s starts
	for _, e := range elements {
		c.addStart(&s, e)
		if e.Op != ruleset.Group || !e.Optional {
			return s
		}
	}
	s.anywhere = true
	return s
}

func (c *compiler) addStart(s *starts, e ruleset.Element) {
	switch e.Op {
	case ruleset.Literal:
		s.words = append(s.words, c.words.add(e.Text))
	case ruleset.Class:
		s.words = append(s.words, c.members[c.class(e.Text)]...)
	case ruleset.Gap:
		s.anywhere = true
	case ruleset.Slot:
		switch ruleset.SlotBase(e.Text) {
		case ruleset.SlotStart:
			s.clause = true
		case ruleset.SlotIndicator:
			if words := c.namesHere(); words != nil {
				s.words = append(s.words, words...)
			} else {
				s.indicator = true
			}
		case ruleset.SlotWords, ruleset.SlotEnd, ruleset.SlotFrom:
			s.anywhere = true
		default:
			s.types |= setOfTypes(ruleset.MentionTypes(e.Text))
		}
	case ruleset.Group:
		for _, b := range e.Branches {
			sub := c.startsOf(b)
			s.words = append(s.words, sub.words...)
			s.types |= sub.types
			s.indicator = s.indicator || sub.indicator
			s.clause = s.clause || sub.clause
			s.anywhere = s.anywhere || sub.anywhere
		}
	}
}

// namesHere returns the names of the indicators that the rule's own file
// declares; nil where it declares none, and 【指标】 takes those of all files.
func (c *compiler) namesHere() []int32 {
	var words []int32
	for _, it := range c.set.Indicators {
		if c.file < 0 || c.files.of(it.At.File) != c.file {
			continue
		}
		for _, name := range append([]string{it.Name}, it.Aliases...) {
			words = append(words, c.words.add(name))
		}
	}
	return words
}

// needOf chooses the rarest thing every match must hold: a long literal before
// a short one, few words before many, words before mentions.
func (c *compiler) needOf(elements []ruleset.Element) need {
	best, bestScore := need{nothing: true}, -1
	for _, e := range elements {
		n := c.needOfElement(e)
		if score := c.score(n); score > bestScore {
			best, bestScore = n, score
		}
	}
	return best
}

func (c *compiler) needOfElement(e ruleset.Element) need {
	switch e.Op {
	case ruleset.Literal:
		return need{words: []int32{c.words.add(e.Text)}}
	case ruleset.Class:
		return need{words: c.members[c.class(e.Text)]}
	case ruleset.Slot:
		if ruleset.SlotBase(e.Text) == ruleset.SlotIndicator {
			if words := c.namesHere(); words != nil {
				return need{words: words}
			}
			return need{indicator: true}
		}
		if class := ruleset.SlotClass(e.Text); class != "" {
			return need{words: c.members[c.class(class)]}
		}
		if types := ruleset.MentionTypes(e.Text); types != nil {
			return need{types: setOfTypes(types)}
		}
	case ruleset.Group:
		return c.needOfGroup(e)
	}
	return need{nothing: true}
}

// needOfGroup joins what the branches need; nothing where one needs nothing.
func (c *compiler) needOfGroup(e ruleset.Element) need {
	if e.Optional {
		return need{nothing: true}
	}
	var all need
	for _, b := range e.Branches {
		n := c.needOf(b)
		if n.nothing {
			return n
		}
		all.words = append(all.words, n.words...)
		all.types |= n.types
		all.indicator = all.indicator || n.indicator
	}
	return all
}

// score is higher the rarer a need is.
func (c *compiler) score(n need) int {
	switch {
	case n.nothing:
		return 0
	case n.indicator || n.types != 0:
		return 1
	case len(n.words) == 0:
		return 1000 // an empty class: never tried
	}
	shortest := 99
	for _, w := range n.words {
		shortest = min(shortest, utf8.RuneCountInString(c.words.words[w]))
	}
	return max(2, 10*shortest-min(len(n.words), 8*shortest))
}
