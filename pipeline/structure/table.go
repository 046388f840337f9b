package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

const (
	captionMost = 40 // characters of the longest caption
	unitMost    = 8  // characters of the longest unit of a table
)

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
			t := report.Table{}
			t.Caption, t.Unit = d.caption(i)
			d.out.Tables = append(d.out.Tables, t)
			open, number = &d.out.Tables[len(d.out.Tables)-1], l.source.Table
		}
		open.Rows = append(open.Rows, rowOf(l))
	}
	for i := range d.out.Tables {
		d.layOut(&d.out.Tables[i])
	}
}

// caption returns the short line before a table, if it is no sentence, and the
// unit that it, or a line of its own, gives: （单位：万元）.
func (d *document) caption(i int) (caption, unit string) {
	for k := i - 1; k >= max(0, i-2) && d.lines[k].role() != report.RoleRow; k-- {
		s := d.lines[k].text
		if utf8.RuneCountInString(s) > captionMost || strings.ContainsAny(s, "。；") {
			break
		}
		found, rest := d.unitNote(s)
		if unit == "" {
			unit = found
		}
		if rest != "" {
			return s, unit
		}
	}
	return "", unit
}

// unitNote returns the unit that words such as 单位：万元 give, and what else
// they say. 单位：县水利局 names an office, no unit.
func (d *document) unitNote(s string) (unit, rest string) {
	for _, word := range d.lex.Words("表格单位词") {
		i := strings.Index(s, word)
		if i < 0 {
			continue
		}
		before, after := s[:i], strings.TrimLeft(s[i+len(word):], " ")
		colon, size := utf8.DecodeRuneInString(after)
		last, _ := utf8.DecodeLastRuneInString(before)
		if unicode.Is(unicode.Han, last) || colon != '：' && colon != ':' {
			continue
		}
		unit = strings.TrimLeft(after[size:], " ")
		if end := strings.IndexAny(unit, "）) \t，,"); end >= 0 {
			unit = unit[:end]
		}
		rest = strings.Trim(before, "（( 　")
		if utf8.RuneCountInString(unit) > unitMost || strings.ContainsAny(unit, "、；") ||
			hasSuffix(unit, d.lex.Words("机构尾")) {
			unit = ""
		}
		return unit, rest
	}
	return "", s
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
