package attribute

// clause is the words between two marks (，；：), without those in brackets:
// a bracket's words are clauses of their own.
type clause struct {
	body   string
	words  []word
	v      *vocabulary
	depth  int // of brackets
	before int // of a bracket: mention index of the last value before it, else -1
}

// clauses cuts the words of a sentence into clauses, in order of start.
func (c *cutter) clauses(v *vocabulary, body string, words []word) []clause {
	c.v, c.body = v, body
	c.all, c.done, c.end, c.open = words, c.done[:0], c.end[:0], append(c.open[:0], -1)
	for i := 0; i < len(words); i++ {
		if next := c.basis(i); next > i {
			i = next - 1
			continue
		}
		switch w := &words[i]; {
		case w.is(isOpen):
			c.enter()
		case w.is(isClose):
			c.leave()
		case w.is(isCut):
			c.open[len(c.open)-1] = -1
		default:
			c.add(i)
		}
	}
	return c.done
}

// mostBasis is how many words may stand between 在 and 基础上.
const mostBasis = 12

// basis returns the place behind words that begin at i and only say from where
// something goes on: 财政收入在上年基础上增长…. It is i where there are none, or where
// a value stands among them.
func (c *cutter) basis(i int) int {
	if !c.all[i].plays(isWithin) {
		return i
	}
	for k := i + 1; k < min(len(c.all), i+mostBasis); k++ {
		w := &c.all[k]
		if w.is(isCut | isOpen | isClose | isValue) {
			return i
		}
		if c.v.affixes.basis.end(c.body[c.all[k-1].span.Start:w.span.End]) {
			return k + 1
		}
	}
	return i
}

// cutter holds the clauses found and, per depth of brackets, the open one.
type cutter struct {
	v    *vocabulary
	body string
	all  []word
	done []clause
	end  []int // per clause: the word it goes on with, -1 once a bracket cut it
	open []int // index in done, -1 for none
}

// deepest is how many brackets within brackets are told apart.
const deepest = 4

func (c *cutter) enter() {
	if len(c.open) <= deepest {
		c.open = append(c.open, -1)
	}
}

func (c *cutter) leave() {
	if len(c.open) > 1 {
		c.open = c.open[:len(c.open)-1]
	}
}

func (c *cutter) add(i int) {
	top := len(c.open) - 1
	if c.open[top] < 0 {
		c.open[top] = len(c.done)
		c.done = append(c.done, clause{v: c.v, body: c.body, words: c.all[i:i:i], depth: top, before: c.valueBefore()})
		c.end = append(c.end, i)
	}
	n := c.open[top]
	k := &c.done[n]
	if c.end[n] == i {
		// The words stand together: the clause is a stretch of the sentence.
		k.words = c.all[i-len(k.words) : i+1 : i+1]
		c.end[n]++
		return
	}
	k.words = append(k.words, c.all[i])
	c.end[n] = -1
}

// valueBefore returns the last value of the clause around the bracket.
func (c *cutter) valueBefore() int {
	for d := len(c.open) - 2; d >= 0; d-- {
		if c.open[d] < 0 {
			continue
		}
		words := c.done[c.open[d]].words
		for i := len(words) - 1; i >= 0; i-- {
			if words[i].is(isValue) {
				return words[i].mention
			}
		}
	}
	return -1
}

// values returns the places of the quantities in the clause.
func (c *clause) values(at []int) []int {
	for i := range c.words {
		if w := &c.words[i]; w.is(isValue) || w.is(isLength) && c.measured(i) {
			at = append(at, i)
		}
	}
	return at
}

// noun tells whether word i can be part of a noun phrase that goes on to its
// right: a name, or a word that is neither action nor function word.
func (c *clause) noun(i int) bool {
	w := &c.words[i]
	const stops = isVerb | isUp | isDown | isReach | isAdverb | isPreposition | isConjunction |
		isThan | isGap | isShare | isEach | isRespective | isAmong | isEtc | isList | isOf |
		isDone | isValue | isTime | isEvery | isSpan
	switch {
	case w.is(isFixed | isName | isAmountNoun | isGrowthNoun):
		return true
	case w.is(isPlanTail | isPlanNoun):
		return !w.is(isPlanned) || i > 0 && (c.words[i-1].is(isOf) || c.noun(i-1)) ||
			i > 1 && c.words[i-1].is(isUp|isDown) && c.noun(i-2)
	case w.is(isUp|isDown) && c.at(i+1).is(isPlanTail):
		return i > 0 && c.noun(i-1)
	case w.is(isEither):
		return !c.acts(i)
	case w.is(isManner):
		return i+1 < len(c.words) && !c.words[i+1].is(isVerb|isUp|isDown|isReach|isAdverb|isManner)
	}
	return !w.is(stops)
}

// acts tells whether word i, which can be an action or part of a noun, is an
// action here: first in its phrase, with its object to follow.
func (c *clause) acts(i int) bool {
	if i+1 >= len(c.words) || !c.opens(i) {
		return false
	}
	next := &c.words[i+1]
	if c.compound(i) {
		return false
	}
	if next.is(isUp | isDown) {
		return i+2 < len(c.words) && !c.words[i+2].is(isValue|isReach|isRespective|isEach|isAdverb)
	}
	if next.is(isDone) {
		return true
	}
	return !next.is(isBareAmount|isValue|isOf|isReach|isCut|isList|isConjunction|isEtc|isVerb|isTime) ||
		next.is(isFixed)
}

// compound tells whether word i is the first part of a noun that says how
// much: 招标控制价总额, 检查总量.
func (c *clause) compound(i int) bool {
	k := i + 1
	for k < len(c.words) && !c.words[k].is(isVerb|isEither|isUp|isDown|isReach|isAdverb|isPreposition|
		isConjunction|isList|isOf|isDone|isValue|isTime|isSpan) {
		k++
	}
	if k > i+1 && k < len(c.words) && c.words[k].is(isReach) {
		return true // 扶贫基金增至
	}
	return k > i+1 && k < len(c.words) && c.words[k-1].is(isAmountNoun|isBareAmount) &&
		!c.words[k-1].is(isFixed)
}

// opens tells whether nothing that could be the beginning of the same noun
// stands directly before word i.
func (c *clause) opens(i int) bool {
	if i == 0 {
		return true
	}
	prev := &c.words[i-1]
	switch {
	case prev.is(isFixed | isName | isAmountNoun):
		return false
	case prev.is(isConjunction | isList):
		return i >= 2 && c.words[i-2].is(isVerb|isEither|isUp|isDown) && c.opens(i-2) ||
			i >= 2 && c.words[i-2].is(isValue) || i < 2
	case prev.is(isEither):
		return false
	case prev.is(isManner):
		return c.opens(i - 1)
	}
	return prev.is(isAdverb | isTime | isEvery | isValue | isAmong | isDone | isPreposition)
}
