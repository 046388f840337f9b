package read

import (
	"strings"

	"taizhang/report"
)

// pageBlocks makes paragraphs, headings and table rows of a tree.
type pageBlocks struct {
	blocks []block
	lines  []string // of the paragraph so far
	text   strings.Builder
	bold   bool // some of it is bold
	plain  bool // some is not
	role   report.Role
	level  int
	label  string // number of the list item we are in, until it is printed
	pre    bool
	filler *int // empty cells that may still be put in for wide and tall ones
}

// blocksOf returns the blocks in a node.
func blocksOf(n *node, filler *int) []block {
	b := &pageBlocks{filler: filler}
	b.children(n)
	b.flush()
	return b.blocks
}

func (b *pageBlocks) children(n *node) {
	item := n.start
	for _, c := range n.children {
		switch {
		case c.hidden || c.silent || c.tag != "" && c.isMenu():
		case c.tag == "":
			b.add(c)
		case c.tag == "br":
			b.endLine()
		default:
			if c.tag == "li" && n.tag == "ol" {
				c.start, c.style = item, n.style
				item++
			}
			b.block(c, n)
		}
	}
}

// block reads a block in another.
func (b *pageBlocks) block(n, in *node) {
	b.flush()
	switch {
	case n.tag == "table":
		b.blocks = append(b.blocks, tableBlocks(n, b.filler)...)
		return
	case n.tag == "li" && in.tag == "ol":
		b.label = printNumber(n.start, listFormats[n.style]) + ". "
	case headingTags[n.tag]:
		b.role, b.level = report.RoleHeading, int(n.tag[1]-'0')
	}
	pre := b.pre
	b.pre = pre || n.tag == "pre"
	b.children(n)
	b.flush()
	b.pre = pre
	if headingTags[n.tag] {
		b.role, b.level = report.RoleBody, 0
	}
	if n.tag == "li" {
		b.label = ""
	}
}

// listFormats are Word's names of HTML's list types.
var listFormats = map[string]string{
	"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
}

// add adds text to the paragraph. Line ends of the file are blanks, unless the
// text is set as it is.
func (b *pageBlocks) add(n *node) {
	text := string(n.text)
	if n.letters > 0 {
		b.bold, b.plain = b.bold || n.bold, b.plain || !n.bold
	}
	if !b.pre {
		b.text.WriteString(text)
		return
	}
	first := true
	for line := range lines(text) {
		if !first {
			b.endLine()
		}
		b.text.WriteString(line)
		first = false
	}
	if strings.HasSuffix(text, "\n") {
		b.endLine()
	}
}

func (b *pageBlocks) endLine() {
	line := b.text.String()
	b.text.Reset()
	if !b.pre {
		line = oneBlank(line)
	}
	b.lines = append(b.lines, line)
}

// oneBlank makes one blank of each run of ASCII blanks and line ends, and none
// at the ends, as browsers do.
func oneBlank(s string) string {
	return strings.Join(strings.FieldsFunc(s, isHTMLBlank), " ")
}

func isHTMLBlank(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f'
}

// flush ends the paragraph. One without text is none.
func (b *pageBlocks) flush() {
	b.endLine()
	p := block{label: b.label, line: report.Line{Bold: b.bold && !b.plain}}
	for _, line := range b.lines {
		if strings.TrimSpace(line) != "" {
			p.lines = append(p.lines, line)
		}
	}
	b.lines, b.bold, b.plain = nil, false, false
	if p.empty() {
		return
	}
	if !isRunIn(strings.Join(p.lines, "")) {
		p.line.Role, p.line.Level = b.role, b.level
	}
	b.label = ""
	b.blocks = append(b.blocks, p)
}
