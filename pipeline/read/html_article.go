package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	besideShare   = 0.05 // share of the page's sentences that may stand beside its main block
	smallShare    = 0.15 // the same on a page with few of them,
	besideLetters = 60.0 // up to so many letters
	cellShare     = 0.60 // share of a table's letters in the cell that is the main block
	littleMore    = 0.10 // what may stand around the main block and still belong to it
	mostlyHidden  = 3    // times more sentences hidden than shown: a script shows them
	titleLetters  = 4    // fewer are no title
	sentenceMarks = "。；！？"
)

// mainBlock returns the innermost block that holds nearly all sentences of the
// page. Menus, footers and lists of links have none. found says whether there
// are any.
func (p *page) mainBlock() (main *node, found bool) {
	p.root.measure()
	if hidden := p.root.hiddenProse(); hidden > mostlyHidden*p.root.prose {
		p.root.show()
		p.root.measure()
	}
	main = p.root
	least := main.prose - int(max(besideShare*float64(main.prose),
		min(besideLetters, smallShare*float64(main.prose))))
	for least > 0 {
		best := main.heaviest()
		if best == nil || best.prose < least || !best.holdsBlocks() || main.isTable() &&
			float64(best.own()) < cellShare*float64(main.own()) {
			break
		}
		main = best
	}
	for up := main.parent; up != nil && !cellTags[main.tag]; up = up.parent {
		if up.links > main.links || float64(up.letters-main.letters) > littleMore*float64(main.letters) {
			break
		}
		main = up
	}
	return main, least > 0
}

// measure counts the letters that show in a block and all in it.
func (n *node) measure() {
	n.prose, n.links, n.letters = 0, 0, 0
	if n.hidden || n.silent {
		return
	}
	if n.tag == "" {
		n.letters = letterCount(n.text)
		switch {
		case n.linked:
			n.links = n.letters
		case strings.ContainsAny(string(n.text), sentenceMarks):
			n.prose = n.letters
		}
		return
	}
	for _, c := range n.children {
		c.measure()
		n.prose += c.prose
		n.links += c.links
		n.letters += c.letters
	}
}

func letterCount(text []byte) int {
	count := 0
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			count++
		}
		text = text[size:]
	}
	return count
}

// hiddenProse counts the letters of sentences that do not show.
func (n *node) hiddenProse() int {
	if n.tag == "" {
		if strings.ContainsAny(string(n.text), sentenceMarks) {
			return letterCount(n.text)
		}
		return 0
	}
	count := 0
	for _, c := range n.children {
		if n.hidden || c.tag != "" {
			count += c.hiddenProse()
		}
	}
	return count
}

func (n *node) show() {
	n.hidden = false
	for _, c := range n.children {
		c.show()
	}
}

// own counts the letters outside links.
func (n *node) own() int { return n.letters - n.links }

func (n *node) isTable() bool { return tableTags[n.tag] && !cellTags[n.tag] }

func (n *node) heaviest() *node {
	var best *node
	for _, c := range n.children {
		if c.tag != "" && (best == nil || c.prose > best.prose) {
			best = c
		}
	}
	return best
}

// holdsBlocks tells a block of paragraphs from a paragraph.
func (n *node) holdsBlocks() bool {
	if n.tag == "p" || headingTags[n.tag] {
		return false
	}
	for _, c := range n.children {
		if c.tag != "" {
			return true
		}
	}
	return false
}

// isMenu tells a block of links. A link in a sentence makes no menu.
func (n *node) isMenu() bool { return n.prose == 0 && n.links > n.own() }

// titleFor returns the title of the article in main: what stands over it and
// in the page's own head too; else the heading over it; else what the head
// says, if that looks like a report's and not like the site's.
func (p *page) titleFor(main *node) string {
	head := folded(p.named) + "\n" + folded(p.title)
	best, heading := "", ""
	p.root.before(main, func(n *node) {
		text := n.line()
		if f := folded(text); utf8.RuneCountInString(f) >= titleLetters {
			switch {
			case strings.Contains(head, f) && len(f) >= len(folded(best)):
				best = text
			case headingTags[n.tag] && n.tag <= "h2":
				heading = text
			}
		}
	})
	switch {
	case p.named != "":
		return p.named
	case best != "":
		return best
	case heading != "":
		return heading
	}
	parts := strings.NewReplacer("|", "_", " - ", "_", "--", "_").Replace(p.title)
	first, _, _ := strings.Cut(parts, "_")
	if strings.ContainsFunc(first, unicode.IsDigit) || strings.Contains(first, "年") {
		return strings.TrimSpace(first)
	}
	return ""
}

// before calls f for the blocks of plain text that stand before main, and
// reports whether it came to main.
func (n *node) before(main *node, f func(*node)) bool {
	if n == main {
		return true
	}
	if n.tag == "" || n.hidden || n.silent || n.isMenu() {
		return false
	}
	if !n.holdsBlocks() && n.letters > 0 && n.letters < 100 {
		f(n)
	}
	for _, c := range n.children {
		if c.before(main, f) {
			return true
		}
	}
	return false
}

// line returns the text in a block on one line.
func (n *node) line() string {
	var out strings.Builder
	for _, c := range n.children {
		switch {
		case c.tag == "":
			out.Write(c.text)
		case c.tag == "br":
			out.WriteByte(' ')
		default:
			out.WriteString(c.line())
		}
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

// folded returns the letters of a text alone, to compare by.
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}
