package repair

import (
	"slices"
	"sort"
	"strings"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// work is what all steps share: the source's lines with their pages, and the
// word lists.
type work struct {
	layout   report.Layout
	markdown bool
	source   []sourceLine // in order of Raw
	body     string       // whose lines are cut
	cut      []line

	openers  []lexicon.Shape
	whole    []string // residue: whole lines
	leads    []string // residue: beginnings of short lines
	inside   []string // residue: words inside short lines
	trailers []string // residue: beginnings of what follows the document
}

// sourceLine is a line of the source and the index of its page.
type sourceLine struct {
	*report.Line
	page int
}

func newWork(src *report.Source, lex *lexicon.Lexicon) *work {
	w := &work{
		layout:   src.Layout,
		markdown: src.Format == "markdown",
		openers:  lex.Shapes("列表起首"),
		whole:    lex.Words("网页残留整行"),
		leads:    lex.Words("网页残留行首"),
		inside:   lex.Words("网页残留词"),
		trailers: lex.Words("网页残留收尾"),
	}
	for p := range src.Pages {
		lines := src.Pages[p].Lines
		for i := range lines {
			w.source = append(w.source, sourceLine{&lines[i], p})
		}
	}
	slices.SortStableFunc(w.source, func(a, b sourceLine) int { return a.Span.Start - b.Span.Start })
	return w
}

// sourceAt returns the line of the source that holds byte at, or one without
// Line where none does.
func (w *work) sourceAt(at int) sourceLine {
	i := sort.Search(len(w.source), func(i int) bool { return w.source[i].Span.Start > at }) - 1
	if i < 0 || w.source[i].Span.End < at {
		return sourceLine{page: -1}
	}
	return w.source[i]
}

// line is a line of the body on its way: its bytes without the line end, and
// the line of the source that it began as.
type line struct {
	span report.Span
	text string      // the words, blanks at both ends cut
	body report.Span // of text
	sourceLine
}

func (l line) row() bool { return l.Line != nil && l.Role == report.RoleRow }

func (l line) heading() bool {
	return l.Line != nil && (l.Role == report.RoleHeading || l.Role == report.RoleTitle)
}

func (l line) empty() bool { return l.text == "" }

// indented tells whether the line begins with a paragraph's indent.
func (l line) indented() bool { return l.body.Start-l.span.Start >= 2 }

// lines cuts the body into its lines: once for all steps in a row that change
// nothing, as most do. Nobody writes to them.
func (w *work) lines(t report.Text) []line {
	if w.body != t.Body || w.cut == nil {
		w.body, w.cut = t.Body, w.cutLines(t)
	}
	return w.cut
}

func (w *work) cutLines(t report.Text) []line {
	out := make([]line, 0, 1+strings.Count(t.Body, "\n"))
	for at := 0; at < len(t.Body); {
		end := strings.IndexByte(t.Body[at:], '\n')
		if end < 0 {
			end = len(t.Body)
		} else {
			end += at
		}
		out = append(out, w.line(t, report.Span{Start: at, End: end}))
		at = end + 1
	}
	return out
}

func (w *work) line(t report.Text, p report.Span) line {
	s := p.Of(t.Body)
	left := strings.TrimLeftFunc(s, isBlank)
	start := p.End - len(left)
	text := strings.TrimRightFunc(left, isBlank)
	l := line{span: p, text: text, body: report.Span{Start: start, End: start + len(text)}}
	at := start
	if text == "" {
		at = p.Start
	}
	l.sourceLine = w.sourceAt(t.Place(report.Span{Start: at, End: at}).SourceStart)
	return l
}

// opens tells whether the text begins like a list item or numbered heading,
// and how long the opener is.
func (w *work) opens(text string) (length int, ok bool) {
	for _, s := range w.openers {
		if _, n, ok := s.Match(text); ok {
			return n, true
		}
	}
	return 0, false
}
