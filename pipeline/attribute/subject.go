package attribute

import (
	"strings"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
)

// longestSubject is how many characters a subject may have.
const longestSubject = 24

// phrase returns the words [p[0], p[1]) as a subject: without words that
// only introduce it (全市, 各类), and cut to the head where it is too long.
func (c *clause) phrase(p [2]int) string {
	for i := p[1] - 2; i > p[0]; i-- {
		if c.ofWhich(i) {
			p[0] = i + 1 // 产值超10亿元的企业
		}
	}
	for p[0] < p[1] && (c.words[p[0]].is(isTrimmed|isList|isConjunction|isOf) || c.remark(p)) {
		p[0]++
	}
	for p[0] < p[1] && c.words[p[1]-1].is(isList|isConjunction|isOf|isEtc) {
		p[1]--
	}
	for c.tooLong(p) {
		p[0] = c.shorten(p)
		for p[0] < p[1] && c.words[p[0]].is(isList|isConjunction|isOf) {
			p[0]++
		}
	}
	return c.text(p)
}

// remark tells whether the phrase begins with a remark on which things are
// meant (过五百亿的, 第二批), not with their name.
func (c *clause) remark(p [2]int) bool {
	w := &c.words[p[0]]
	return w.is(isName) && p[1]-p[0] > 1 &&
		(c.v.affixes.of.end(w.text) || c.v.affixes.ordinal.begin(w.text))
}

// shorten returns where the phrase starts without its first part: up to a
// list mark or 的, else one word.
func (c *clause) shorten(p [2]int) int {
	for _, joint := range []class{isList | isConjunction, isOf} {
		for i := p[0] + 1; i < p[1]-1; i++ {
			if c.words[i].is(joint) {
				return i + 1
			}
		}
	}
	return p[0] + 1
}

func (c *clause) length(p [2]int) int {
	n := 0
	for i := p[0]; i < p[1]; i++ {
		n += lexicon.Length(c.words[i].text)
	}
	return n
}

// tooLong tells whether words are too long for a subject.
func (c *clause) tooLong(p [2]int) bool {
	bytes := 0
	for i := p[0]; i < p[1]; i++ {
		bytes += len(c.words[i].text)
	}
	return bytes > longestSubject && c.length(p) > longestSubject
}

// counted returns what a value with its noun behind counts: 2家中介单位的资格
// counts 中介单位, 20亩地的用地报批 is about all of it.
func (c *clause) counted(p [2]int) string {
	for i := p[0]; i < p[1]; i++ {
		if c.words[i].is(isOf) && c.length([2]int{p[0], i}) > 1 {
			return c.phrase([2]int{p[0], i})
		}
	}
	return c.phrase(p)
}

// clean makes a subject safe to print: no marks that end a clause, no line
// ends, at most 24 characters.
func clean(s string) string {
	if mayEndClause(s) {
		s = strings.Map(func(r rune) rune {
			if strings.ContainsRune("。；，;,\t\n", r) {
				return -1
			}
			return r
		}, s)
	}
	if s != "" && strings.Trim(s, "0123456789.") == "" {
		return "" // the number of an item
	}
	for len(s) > longestSubject && lexicon.Length(s) > longestSubject {
		_, n := utf8.DecodeRuneInString(s)
		s = s[n:]
	}
	return s
}

// mayEndClause tells whether one of the marks that end a clause may stand in s:
// most subjects hold none of the bytes they begin with.
func mayEndClause(s string) bool {
	for i := range len(s) {
		if b := s[i]; b == 0xE3 || b == 0xEF || b == ';' || b == ',' || b == '\t' || b == '\n' {
			return true
		}
	}
	return false
}
