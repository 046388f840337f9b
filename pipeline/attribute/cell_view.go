package attribute

import (
	"slices"
	"sort"
	"strings"

	"taizhang/report"
)

// tableReach is how many rows up a name is looked for that a row leaves out.
const tableReach = 40

// cellView is a table cell and what the table says of it.
type cellView struct {
	x           *scene
	table       *report.Table
	row, at     int // of the cell in the table; row is -1 where it is not found
	nameColumn  int // column that names the row, -1 for none
	name, heads label
}

// view finds the cell in its table and reads its names.
func (x *scene) view() cellView {
	v := cellView{x: x, row: -1, nameColumn: -1}
	c := x.s.Cell
	var ofRow, ofColumn []labelMark
	if c.Table >= 1 && c.Table <= len(x.d.Outline.Tables) {
		v.table = &x.d.Outline.Tables[c.Table-1]
		v.find()
	}
	if v.row >= 0 {
		ofRow, ofColumn = v.marksOfRow(), v.marksOfColumn()
	}
	v.name = x.a.tables.label(c.Row, ofRow)
	v.heads = x.a.tables.label(c.Column, ofColumn)
	return v
}

// find looks up where in its table the cell stands.
func (v *cellView) find() {
	rows := v.table.Rows
	at := v.x.s.Span.Start
	i := sort.Search(len(rows), func(i int) bool { return rows[i].Span.Start > at }) - 1
	if i < 0 || !rows[i].Span.Contains(v.x.s.Span) {
		return
	}
	v.row = i
	for k, c := range rows[i].Cells {
		if c.Contains(v.x.s.Span) {
			v.at = k
		}
	}
	for k, c := range v.table.Columns {
		named := c.Role == report.ColumnName || c.Role == report.ColumnTask
		if named && (v.nameColumn < 0 || k <= v.at) {
			v.nameColumn = k
		}
	}
}

// marksOfRow returns the marks in the cell that names the row, of this row or
// of one it is merged with.
func (v *cellView) marksOfRow() []labelMark {
	k := v.nameColumn
	if k < 0 || k == v.at {
		return nil
	}
	for r := v.row; r >= v.table.Head && v.row-r <= tableReach; r-- {
		if cells := v.table.Rows[r].Cells; k < len(cells) && cells[k].Len() > 0 {
			return v.marksAt(r, k)
		}
	}
	return nil
}

// marksOfColumn returns the marks in the head above the cell; a cell of the
// head may be merged over those to its right.
func (v *cellView) marksOfColumn() []labelMark {
	var out []labelMark
	for r := min(v.table.Head, v.row) - 1; r >= 0; r-- {
		k := min(v.at, len(v.table.Rows[r].Cells)-1)
		for k > 0 && r+1 < v.table.Head && v.table.Rows[r].Cells[k].Len() == 0 {
			k--
		}
		if k >= 0 {
			out = append(out, v.marksAt(r, k)...)
		}
	}
	return out
}

// marksAt returns the times and the noted unit recognised in a cell.
func (v *cellView) marksAt(row, k int) []labelMark {
	_, s := v.sentenceAt(v.table.Rows[row].Cells[k])
	if s == nil {
		return nil
	}
	var out []labelMark
	for _, m := range s.Mentions {
		if m.Type == report.MentionTime || m.Type == report.MentionNonFact {
			out = append(out, labelMark{m, strings.ReplaceAll(m.Span.Of(v.x.d.Text.Body), " ", "")})
		}
	}
	return out
}

// sentenceAt returns the sentence in a span of the body, and its number.
func (v *cellView) sentenceAt(p report.Span) (int, *report.Sentence) {
	all := v.x.d.Sentences
	i := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= p.Start })
	if i < len(all) && p.Contains(all[i].Span) {
		return i, &all[i]
	}
	return -1, nil
}

// owner returns what the column of responsible units says of the row.
func (v *cellView) owner() string {
	if v.row < 0 {
		return ""
	}
	cells := v.table.Rows[v.row].Cells
	for k, c := range v.columns() {
		if k < len(cells) && slices.Contains(v.x.a.tables.owner, bareName(c.Name)) {
			return strings.TrimSpace(cells[k].Of(v.x.d.Text.Body))
		}
	}
	return ""
}

func (v *cellView) columns() []report.Column {
	if v.table == nil {
		return nil
	}
	return v.table.Columns
}

// whole returns the value a row of 其中 is part of: that of the same column in
// the nearest row above without the word.
func (v *cellView) whole() (of key, part bool) {
	if !v.name.among || v.row < 0 {
		return key{}, false
	}
	for r := v.row - 1; r >= v.table.Head && v.row-r <= tableReach; r-- {
		if v.at >= len(v.table.Rows[r].Cells) {
			continue
		}
		i, s := v.sentenceAt(v.table.Rows[r].Cells[v.at])
		if s == nil || s.Cell == nil {
			continue
		}
		if _, among := v.x.a.tables.opened(s.Cell.Row); among {
			continue
		}
		isValue := func(m report.Mention) bool { return kindOf(m.Type) != "" }
		if k := slices.IndexFunc(s.Mentions, isValue); k >= 0 {
			return key{i, k}, true
		}
		return key{}, false
	}
	return key{}, false
}
