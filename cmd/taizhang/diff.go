package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/rivo/uniseg"
	"golang.org/x/term"

	"taizhang/report"
)

// printDiff shows what repair changed: on a terminal source and repaired text
// side by side, elsewhere one block for each changed line.
func printDiff(out io.Writer, t report.Text) error {
	raw := t.Source.Raw
	w := bufio.NewWriter(out)
	width := 0
	if f, ok := out.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		width, _, _ = term.GetSize(int(f.Fd()))
	}
	for _, row := range t.Align(raw) {
		switch {
		case width > 0:
			printBeside(w, row, raw, t.Body, sides(width))
		case row.Changed() && !row.Emptied():
			printBlock(w, row, raw, t.Body)
		}
	}
	return w.Flush()
}

// printBlock prints a changed line as a block of a unified diff.
func printBlock(w *bufio.Writer, row report.Aligned, raw, body string) {
	if row.Page > 0 {
		fmt.Fprintf(w, "@@ page %d, ", row.Page)
	} else {
		fmt.Fprint(w, "@@ ")
	}
	from, to := row.Source(), row.Body()
	fmt.Fprintf(w, "source %d-%d, text %d-%d @@\n", from.Start, from.End, to.Start, to.End)
	for line := range strings.Lines(from.Of(raw)) {
		fmt.Fprintf(w, "-%s\n", strings.TrimSuffix(line, "\n"))
	}
	for line := range strings.Lines(to.Of(body)) {
		fmt.Fprintf(w, "+%s\n", strings.TrimSuffix(line, "\n"))
	}
}

const (
	leastSide = 10
	red       = "\x1b[31m"
	green     = "\x1b[32m"
	plain     = "\x1b[0m"
	lineEnd   = "⏎"
	unseen    = "▯" // stands for a character that shows nothing
)

// sides returns the width of each of two columns with a mark between them.
func sides(width int) int { return max((width-3)/2, leastSide) }

// printBeside prints a row's source on the left, its repaired text on the right.
func printBeside(w *bufio.Writer, row report.Aligned, raw, body string, width int) {
	left, right := column{width: width, colour: red}, column{width: width, colour: green}
	for _, p := range row.Pieces {
		left.add(p.Source.Of(raw), p.Change != report.Kept)
		right.add(p.Body.Of(body), p.Change != report.Kept)
	}
	mark := " "
	switch {
	case row.Body().Len() == 0:
		mark = "<"
	case row.Changed():
		mark = "|"
	}
	for i := range max(len(left.lines), len(right.lines)) {
		w.WriteString(left.line(i, true))
		fmt.Fprintf(w, " %s %s\n", mark, right.line(i, false))
	}
}

// column is text being wrapped to a number of terminal cells.
type column struct {
	width  int
	colour string
	lines  []string
	used   int  // cells of the last line
	open   bool // the last line goes on
}

// add appends text, coloured if it was changed. Its line ends show, then.
func (c *column) add(text string, changed bool) {
	for line := range strings.Lines(text) {
		words, ended := strings.CutSuffix(line, "\n")
		if ended && changed {
			words += lineEnd
		}
		graphemes := uniseg.NewGraphemes(words)
		for graphemes.Next() {
			c.put(graphemes.Str(), graphemes.Width(), changed)
		}
		if ended {
			c.end()
		}
	}
}

func (c *column) put(s string, cells int, changed bool) {
	switch {
	case s == "\t":
		s, cells = " ", 1
	case cells == 0 && changed:
		s, cells = unseen, 1
	}
	if c.open && c.used+cells > c.width {
		c.open = false
	}
	if !c.open {
		c.lines, c.used, c.open = append(c.lines, ""), 0, true
	}
	if changed {
		s = c.colour + s + plain
	}
	c.lines[len(c.lines)-1] += s
	c.used += cells
}

// end ends the line; an empty one is kept.
func (c *column) end() {
	if !c.open {
		c.lines = append(c.lines, "")
	}
	c.open = false
}

// line returns a line, padded to the column's width where asked.
func (c *column) line(i int, pad bool) string {
	s := ""
	if i < len(c.lines) {
		s = c.lines[i]
	}
	if pad {
		bare := strings.NewReplacer(red, "", green, "", plain, "").Replace(s)
		s += strings.Repeat(" ", max(c.width-uniseg.StringWidth(bare), 0))
	}
	return s
}
