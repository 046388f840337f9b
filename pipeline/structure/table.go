package structure

import (
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

const captionMost = 40 // characters of the longest caption

// findTables gathers the table rows. A row of another table of the source, or
// a line that is no row, ends a table.
func (d *document) findTables() {
	var open *report.Table
	number := 0
	for i, l := range d.lines {
		if l.role() != report.RoleRow {
			open = nil
			continue
		}
		if open == nil || l.source.Table != number {
			d.out.Tables = append(d.out.Tables, report.Table{Caption: d.caption(i)})
			open, number = &d.out.Tables[len(d.out.Tables)-1], l.source.Table
		}
		open.Rows = append(open.Rows, rowOf(l))
	}
}

// caption returns the short line before a table, if it is no sentence.
func (d *document) caption(i int) string {
	if i == 0 || d.lines[i-1].role() == report.RoleRow {
		return ""
	}
	s := d.lines[i-1].text
	if utf8.RuneCountInString(s) > captionMost || strings.ContainsAny(s, "。；") {
		return ""
	}
	return s
}

func rowOf(l line) report.Row {
	row := report.Row{Span: l.span}
	at := l.span.Start
	for cell := range strings.SplitSeq(l.text, "\t") {
		row.Cells = append(row.Cells, report.Span{Start: at, End: at + len(cell)})
		at += len(cell) + 1
	}
	return row
}
