package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// unnumbered is the class of a heading without number.
const unnumbered = -1

// number reads the opener of a numbered heading: its class (rank in the word
// list, 0 the highest) and number.
func (d *document) number(text string) (class, number int, ok bool) {
	for i, s := range d.numbers {
		if n, _, ok := s.Match(text); ok {
			return i, n, true
		}
	}
	return 0, 0, false
}

// findHeadings marks the lines that are headings or begin with a run-in lead.
func (d *document) findHeadings() {
	var list line // the last item of a list, whose next item is no heading either
	for i := range d.lines {
		l := &d.lines[i]
		if i < d.front || l.role() == report.RoleRow || l.role() == report.RoleNote {
			continue
		}
		class, number, ok := d.number(l.text)
		switch {
		case ok:
			l.class, l.number, l.head = class, number, numberedHead(l.text)
			if isItem(l.text) || list.number > 0 && class == list.class && number == list.number+1 {
				l.head, list = 0, *l
				continue
			}
		case d.plainHeading(i):
			l.class, l.head, l.level = unnumbered, len(l.text), l.formatLevel()
		}
		list = line{}
	}
	d.rank()
}

// isItem tells whether a numbered line is an item of a list that goes on.
func isItem(text string) bool {
	return strings.HasSuffix(text, "；") && !strings.Contains(text, "。")
}

// formatLevel returns the outline level that the format gives a heading.
func (l line) formatLevel() int {
	if l.role() != report.RoleHeading {
		return 0
	}
	return max(l.source.Level, 1)
}

// numberedHead returns how many bytes of a numbered line are its heading: all
// of a short line, the lead of a paragraph up to its first 。, or none of a
// list item.
func numberedHead(text string) int {
	i := strings.Index(text, "。")
	if i < 0 {
		last := lastRune(text)
		if lexicon.Longer(text, headMost) || strings.ContainsRune("；：，、", last) {
			return 0
		}
		return len(text)
	}
	i += len("。")
	if lexicon.Longer(text[:i], runInMost) || strings.Contains(text[:i], "；") {
		return 0
	}
	return i
}

// plainHeading tells whether line i is a heading without number: a short line
// without a full stop before running text.
func (d *document) plainHeading(i int) bool {
	l := d.lines[i]
	if l.role() == report.RoleHeading {
		return !l.longer(headMost)
	}
	if l.longer(plainMost) || d.opensText(l.text) || i+1 >= len(d.lines) {
		return false
	}
	r := lastRune(l.text)
	if !unicode.Is(unicode.Han, r) && r != '》' && r != '”' && r != '）' {
		return false
	}
	if strings.ContainsAny(l.text, "。；：！？\t□√") || !d.beginsHeading(l.text) {
		return false
	}
	next := d.lines[i+1]
	_, _, numbered := d.number(next.text)
	return numbered || d.dividing(l.text) || next.runes() > l.runes() && strings.ContainsAny(next.text, "。：；")
}

// beginsHeading tells whether a heading without number can begin so: with a
// Chinese character, an opening mark or a year.
func (d *document) beginsHeading(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	_, n := yearAt(text)
	return n > 0 || unicode.Is(unicode.Han, r) || strings.ContainsRune("“《（", r)
}

// dividing tells whether a short line divides a report by its words: it ends
// with a word for a kind of document or of plan (2022年工作总结).
func (d *document) dividing(text string) bool {
	return hasSuffix(text, d.lex.Words("总结词")) || hasSuffix(text, d.lex.Words("计划词")) ||
		hasSuffix(text, d.lex.Words("计划标题尾"))
}

// rank finds the class that divides the document: that of its first numbered
// heading, or a higher one that comes later, unless the first runs on around it:
// （一）（二）一、二、三、（三） puts 一、 under （二）.
func (d *document) rank() {
	first, last, higher := unnumbered, 0, false
	d.top = unnumbered
	for i := range d.lines {
		l := d.lines[i]
		switch {
		case l.head == 0 || l.class == unnumbered:
		case first == unnumbered:
			first, last, d.top = l.class, l.number, l.class
		case l.class == first && higher && l.number == last+1:
			d.lift(first)
			return
		case l.class == first && !higher:
			last = l.number
		case l.class < first:
			higher = true
			d.top = min(d.top, l.class)
		}
	}
}

// lift makes a class the highest of all, by moving the classes before it down.
func (d *document) lift(class int) {
	for i := range d.lines {
		switch l := &d.lines[i]; {
		case l.head == 0 || l.class > class || l.class == unnumbered:
		case l.class == class:
			l.class = 0
		default:
			l.class++
		}
	}
	d.top = 0
}
