package read

import (
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// builder puts a source together line by line.
type builder struct {
	raw      strings.Builder
	layout   report.Layout
	pages    []report.Page
	problems []report.Problem
	room     int // lines and cells that may still come; those after are dropped
}

// full tells that there was more than there is room for.
func (b *builder) full() bool { return b.room < 0 }

// page begins a page. Lines that come before any page begin one themselves.
func (b *builder) page(p report.Page) {
	if p.Quality == "" {
		p.Quality = report.Good
	}
	b.pages = append(b.pages, p)
}

// line adds a line; l carries all but the span.
func (b *builder) line(text string, l report.Line) {
	if b.room -= max(len(l.Cells), 1); b.room < 0 {
		return
	}
	if len(b.pages) == 0 {
		b.page(report.Page{})
	}
	start := b.raw.Len()
	b.raw.WriteString(clean(text))
	l.Span = report.Span{Start: start, End: b.raw.Len()}
	b.raw.WriteByte('\n')
	p := &b.pages[len(b.pages)-1]
	p.Lines = append(p.Lines, l)
}

// row adds a table row, its cells separated by one tab.
func (b *builder) row(cells []string, l report.Line) {
	if l.Role = report.RoleRow; b.room < len(cells) {
		b.room = -1
		return
	}
	at := b.raw.Len()
	whole := make([]string, len(cells))
	for i, c := range cells {
		c = strings.TrimSpace(strings.ReplaceAll(clean(c), "\t", " "))
		whole[i] = c
		l.Cells = append(l.Cells, report.Span{Start: at, End: at + len(c)})
		at += len(c) + 1
	}
	b.line(strings.Join(whole, "\t"), l)
}

func (b *builder) problem(p report.Problem) { b.problems = append(b.problems, p) }

func (b *builder) source() report.Source {
	if len(b.pages) == 0 {
		b.page(report.Page{})
	}
	return report.Source{Layout: b.layout, Raw: b.raw.String(), Pages: b.pages, Problems: b.problems}
}

// clean makes text fit for one line: valid UTF-8 without line ends and without
// control characters other than the tab.
func clean(text string) string {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	if !holdsControl(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case isLineEnd(r):
			return ' '
		case isControl(r):
			return -1
		}
		return r
	}, text)
}

// isControl tells characters that stand for nothing on a page.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' || r >= 0x7F && r < 0xA0 || r == '\u2028' || r == '\u2029'
}

// nextControl returns the first place from i on where a control character can
// begin in a text that is valid UTF-8, its length for none.
func nextControl(text string, i int) int {
	for i < len(text) {
		switch b := text[i]; {
		case b >= 0xE3 && b < 0xF0: // three bytes, as nearly all characters have
			i += 3
		case b < ' ' || b == 0x7F || b == 0xC2 || b == 0xE2:
			return i
		default:
			i++
		}
	}
	return len(text)
}

func holdsControl(text string) bool {
	for i := nextControl(text, 0); i < len(text); i = nextControl(text, i+1) {
		if r, _ := utf8.DecodeRuneInString(text[i:]); isControl(r) {
			return true
		}
	}
	return false
}

func isLineEnd(r rune) bool {
	return r >= '\n' && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}
