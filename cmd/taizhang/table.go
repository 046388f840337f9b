package main

import (
	"bufio"
	"io"
	"strings"

	"github.com/rivo/uniseg"
)

// table prints columns that line up on a terminal, where a Chinese character
// is two cells wide.
type table struct {
	head  []string
	rows  [][]string
	limit int // widest cell, in terminal cells; 0: none. The last column is never cut
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) print(out io.Writer) error {
	w := bufio.NewWriter(out)
	width := make([]int, len(t.head))
	all := append([][]string{t.head}, t.rows...)
	for _, row := range all {
		for i := range row {
			row[i] = oneLine(row[i])
			if t.limit > 0 && i < len(row)-1 {
				row[i] = fit(row[i], t.limit)
			}
			width[i] = max(width[i], uniseg.StringWidth(row[i]))
		}
	}
	for _, row := range all {
		for i, cell := range row {
			w.WriteString(cell)
			if i < len(row)-1 {
				w.WriteString(strings.Repeat(" ", width[i]-uniseg.StringWidth(cell)+2))
			}
		}
		w.WriteByte('\n')
	}
	return w.Flush()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// fit cuts s to the given number of terminal cells, with … where it was cut.
func fit(s string, limit int) string {
	if uniseg.StringWidth(s) <= limit {
		return s
	}
	var b strings.Builder
	used := 1
	for _, r := range s {
		n := uniseg.StringWidth(string(r))
		if used+n > limit {
			break
		}
		b.WriteRune(r)
		used += n
	}
	return b.String() + "…"
}
