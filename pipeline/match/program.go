package match

import "taizhang/pipeline/ruleset"

// op is an instruction of a compiled pattern.
type op uint8

const (
	opWord      op = iota // the word num of the trie stands here
	opClass               // a word of class num stands here
	opMention             // a mention of one of the types begins here
	opIndicator           // a name of an indicator stands here; num: the file that declares it, -1 for any
	opStart               // a clause begins here
	opEnd                 // the clause ends here
	opGap                 // any characters of the clause, as few as will do
	opWideGap             // any characters of the sentence, as few as will do
	opOpen                // the words of slot begin here
	opClose               // the words of slot end here; refused if too few or too many
	opFrom                // the words of the fact begin here
	opSplit               // go on at x, and where that fails, at y
	opMatch               // the pattern stands here
)

// instruction is one step of a program.
type instruction struct {
	op      op
	num     int32
	x, y    int32
	slot    string
	types   typeSet
	byWhen  bool // of a mention: only a time that says by when; num: class it ends in, or -1
	element int  // number of the element it was compiled from, for explain
}

// program is a compiled pattern.
type program struct {
	rule    *ruleset.Rule
	pattern *ruleset.Pattern
	keep    *keeping
	code    []instruction
	begin   starts // where it can begin
	need    need   // what a sentence must hold for it to be tried
}

// compiler turns patterns into programs over the words of one trie.
type compiler struct {
	set     *ruleset.Set
	words   *wordList
	classes map[string]int32
	members [][]int32 // words of each class
	code    []instruction
	element int

	files files // that declare indicators
	file  int32 // that of the rule if it does, else -1
	keeps map[*ruleset.Rule]*keeping
}

// files numbers the files that declare indicators.
type files map[string]int32

func filesOf(indicators []ruleset.Indicator) files {
	f := files{}
	for i := range indicators {
		if name := indicators[i].At.File; f.of(name) < 0 {
			f[name] = int32(len(f))
		}
	}
	return f
}

// of returns the number of the file, -1 where it declares none.
func (f files) of(name string) int32 {
	if n, ok := f[name]; ok {
		return n
	}
	return -1
}

func (c *compiler) compile(rule *ruleset.Rule, p *ruleset.Pattern) program {
	c.code, c.element, c.file = nil, 0, c.files.of(rule.At.File)
	if c.keeps[rule] == nil {
		c.keeps[rule] = newKeeping(&rule.Keep)
	}
	c.sequence(p.Elements)
	c.emit(instruction{op: opMatch})
	out := program{rule: rule, pattern: p, keep: c.keeps[rule], code: c.code}
	out.begin = c.startsOf(p.Elements)
	out.need = c.needOf(p.Elements)
	return out
}

func (c *compiler) emit(i instruction) int {
	i.element = c.element
	c.code = append(c.code, i)
	return len(c.code) - 1
}

func (c *compiler) sequence(elements []ruleset.Element) {
	for _, e := range elements {
		c.element++
		switch e.Op {
		case ruleset.Literal:
			c.emit(instruction{op: opWord, num: c.words.add(e.Text)})
		case ruleset.Class:
			c.emit(instruction{op: opClass, num: c.class(e.Text), slot: "〈" + e.Text + "〉"})
		case ruleset.Slot:
			c.slot(e.Text)
		case ruleset.Gap:
			c.emit(instruction{op: gapOp(e.Wide)})
		case ruleset.Group:
			c.group(e)
		}
	}
}

func gapOp(wide bool) op {
	if wide {
		return opWideGap
	}
	return opGap
}

func (c *compiler) slot(name string) {
	base, class := ruleset.SlotBase(name), ruleset.SlotClass(name)
	switch {
	case base == ruleset.SlotStart:
		c.emit(instruction{op: opStart})
	case base == ruleset.SlotEnd:
		c.emit(instruction{op: opEnd})
	case base == ruleset.SlotFrom:
		c.emit(instruction{op: opFrom, slot: name})
	case base == ruleset.SlotIndicator:
		c.emit(instruction{op: opIndicator, slot: name, num: c.file})
	case base == ruleset.SlotWords:
		plain := ruleset.SlotWithoutClass(name)
		c.emit(instruction{op: opOpen, slot: plain})
		c.emit(instruction{op: opGap})
		if class != "" {
			c.emit(instruction{op: opClass, num: c.class(class), slot: "〈" + class + "〉"})
		}
		c.emit(instruction{op: opClose, slot: plain})
	default:
		in := instruction{
			op: opMention, slot: ruleset.SlotWithoutClass(name), types: setOfTypes(ruleset.MentionTypes(name)),
			byWhen: base == ruleset.SlotDeadline, num: -1,
		}
		if class != "" {
			in.num = c.class(class)
		}
		c.emit(in)
	}
}

// group compiles alternatives in the order they are written; what is optional
// is tried present first.
func (c *compiler) group(e ruleset.Element) {
	var ends []int
	for i, b := range e.Branches {
		last := i == len(e.Branches)-1
		split := -1
		if !last || e.Optional {
			split = c.emit(instruction{op: opSplit})
			c.code[split].x = int32(split + 1)
		}
		c.sequence(b)
		if !last {
			ends = append(ends, c.emit(instruction{op: opSplit}))
		}
		if split >= 0 {
			c.code[split].y = int32(len(c.code))
		}
	}
	for _, j := range ends {
		c.code[j].x, c.code[j].y = int32(len(c.code)), int32(len(c.code))
	}
}

// class returns the number of a word class, reading its words the first time.
func (c *compiler) class(name string) int32 {
	if id, ok := c.classes[name]; ok {
		return id
	}
	id := int32(len(c.members))
	c.classes[name] = id
	var words []int32
	for _, w := range c.set.Words(name) {
		if w != "" {
			words = append(words, c.words.add(w))
		}
	}
	c.members = append(c.members, words)
	return id
}
