package ruleset

import (
	"fmt"
	"strings"
)

// Op is what an element of a pattern matches.
type Op int

// The elements of a pattern.
const (
	Literal Op = iota // these very words
	Slot              // 【金额】: a mention of that type
	Class             // 〈完成动词〉: a word of that class of the lexicon
	Group             // （增长|下降）: one of the branches; Optional where ？ follows
	Gap               // … within the clause, …… within the sentence
)

// Element is a part of a pattern.
type Element struct {
	Op       Op
	Text     string      // words of a literal, name of a slot or class
	Branches [][]Element // of a group
	Optional bool        // of a group
	Wide     bool        // of a gap: within the sentence
	Column   int         // in the pattern, from 1, in characters
}

// Pattern is a construction as its author wrote it, parsed.
type Pattern struct {
	Source   string
	Elements []Element
	At       At
}

// PatternError is a mistake in a pattern; Column counts its characters from 1.
type PatternError struct {
	Column  int
	Message string // in Chinese
}

func (e *PatternError) Error() string { return fmt.Sprintf("第%d字：%s", e.Column, e.Message) }

// maxNesting is how deep groups may stand in groups: deeper ones nobody can read.
const maxNesting = 4

// ParsePattern reads a pattern:
//
//	地区生产总值（达到|实现）？【金额】   literal, optional alternatives, slot
//	〈完成动词〉…【数量】               word class, gap within the clause
//	「（」【数量】「）」                 「」: these very characters
//
// 【词表:完成动词】 is another spelling of 〈完成动词〉, ... of …, ｜ of |, ? of ？.
func ParsePattern(s string) (Pattern, error) {
	if len(s) > 16*longestPattern { // not worth reading
		return Pattern{Source: s}, checkBounds(Pattern{Source: s})
	}
	p := patternParser{text: []rune(s)}
	elements, err := p.sequence(0)
	if err == nil && p.at < len(p.text) {
		err = p.wrong("多了一个「）」，或前面少了「（」")
	}
	if err == nil && len(elements) == 0 {
		err = p.wrong("句式是空的")
	}
	if err != nil {
		return Pattern{Source: s}, err
	}
	out := Pattern{Source: s, Elements: elements}
	return out, checkBounds(out)
}

type patternParser struct {
	text []rune
	at   int
}

func (p *patternParser) wrong(format string, args ...any) error {
	return &PatternError{p.at + 1, fmt.Sprintf(format, args...)}
}

// sequence reads elements up to the end, a | or a ） of the group it stands in.
func (p *patternParser) sequence(depth int) ([]Element, error) {
	var out []Element
	for p.at < len(p.text) {
		if r := p.text[p.at]; r == '）' || depth > 0 && (r == '|' || r == '｜') {
			break
		}
		e, err := p.element(depth)
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}

func (p *patternParser) element(depth int) (Element, error) {
	start := p.at
	switch r := p.text[p.at]; r {
	case '【':
		return p.slot()
	case '〈':
		name, err := p.until('〉')
		return Element{Op: Class, Text: name, Column: start + 1}, err
	case '「':
		words, err := p.until('」')
		return Element{Op: Literal, Text: words, Column: start + 1}, err
	case '（':
		return p.group(depth)
	case '…', '.':
		if e, ok := p.gap(); ok {
			return e, nil
		}
	case '】', '〉', '」', '？', '?', '|', '｜':
		return Element{}, p.wrong("这里的「%c」没有配对；原样的字请放进「」", r)
	}
	return p.literal(), nil
}

func (p *patternParser) slot() (Element, error) {
	start := p.at
	name, err := p.until('】')
	if err != nil {
		return Element{}, err
	}
	class, isClass := strings.CutPrefix(name, "词表:")
	if !isClass {
		class, isClass = strings.CutPrefix(name, "词表：")
	}
	if isClass {
		return Element{Op: Class, Text: class, Column: start + 1}, nil
	}
	if base := SlotBase(name); !slotNames[base] || SlotClass(name) != "" && !classy[base] {
		p.at = start
		return Element{}, p.wrong("没有槽位【%s】%s", name, nearestHint(base, slotList()))
	}
	return Element{Op: Slot, Text: name, Column: start + 1}, nil
}

// until reads the words up to the closing mark; the parser stands on the opening one.
func (p *patternParser) until(closing rune) (string, error) {
	for i := p.at + 1; i < len(p.text); i++ {
		if p.text[i] != closing {
			continue
		}
		words := strings.TrimSpace(string(p.text[p.at+1 : i]))
		if words == "" {
			return "", p.wrong("「%c%c」里是空的", p.text[p.at], closing)
		}
		p.at = i + 1
		return words, nil
	}
	return "", p.wrong("「%c」后面缺「%c」", p.text[p.at], closing)
}

func (p *patternParser) group(depth int) (Element, error) {
	e := Element{Op: Group, Column: p.at + 1}
	opening := p.at
	if depth >= maxNesting {
		return e, p.wrong("括号套得太深，最多%d层", maxNesting)
	}
	for {
		p.at++
		branch, err := p.sequence(depth + 1)
		if err != nil {
			return e, err
		}
		if len(branch) == 0 {
			return e, p.wrong("括号里有一支是空的；可有可无请写「（…）？」")
		}
		e.Branches = append(e.Branches, branch)
		if p.at >= len(p.text) {
			p.at = opening
			return e, p.wrong("「（」后面缺「）」")
		}
		if p.text[p.at] == '）' {
			break
		}
	}
	p.at++
	if p.at < len(p.text) && (p.text[p.at] == '？' || p.text[p.at] == '?') {
		e.Optional = true
		p.at++
	}
	return e, nil
}

// gap reads … or ……, also written ... or ......; false where it is a plain dot.
func (p *patternParser) gap() (Element, bool) {
	e := Element{Op: Gap, Column: p.at + 1}
	end, marks := p.at, 0
	for end < len(p.text) {
		if p.text[end] == '…' {
			end, marks = end+1, marks+1
		} else if strings.HasPrefix(string(p.text[end:min(end+3, len(p.text))]), "...") {
			end, marks = end+3, marks+1
		} else {
			break
		}
	}
	if marks == 0 {
		return e, false
	}
	p.at, e.Wide = end, marks > 1
	return e, true
}

// marks are the characters that mean something in a pattern.
const marks = "【】〈〉「」（）？?|｜…"

func (p *patternParser) literal() Element {
	start := p.at
	for p.at++; p.at < len(p.text); p.at++ {
		if strings.ContainsRune(marks, p.text[p.at]) {
			break
		}
		if strings.HasPrefix(string(p.text[p.at:min(p.at+3, len(p.text))]), "...") {
			break
		}
	}
	return Element{Op: Literal, Text: string(p.text[start:p.at]), Column: start + 1}
}

// Walk calls f for every element of the pattern, groups before their branches.
func (p Pattern) Walk(f func(Element)) { walk(p.Elements, f) }

func walk(elements []Element, f func(Element)) {
	for _, e := range elements {
		f(e)
		for _, b := range e.Branches {
			walk(b, f)
		}
	}
}
