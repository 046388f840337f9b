package segment

import (
	"strings"

	"taizhang/report"
)

// nameReach is how many rows up the name of a row without one is looked for:
// a cell merged over several rows stands in the first of them.
const nameReach = 40

// appendCells adds the cells of a table row as sentences, named by row and column.
func appendCells(
	out []report.Sentence, body string, tables []report.Table, at rowOf,
) []report.Sentence {
	t := tables[at.table]
	for i, c := range t.Rows[at.row].Cells {
		n := len(out)
		if out = appendSentence(out, body, c); len(out) > n {
			cell := cellOf(body, t, at.row, i)
			cell.Table = at.table + 1
			out[n].Cell = cell
		}
	}
	return out
}

// cellOf says what the outline knows of the cell in column i of a row.
func cellOf(body string, t report.Table, row, i int) *report.Cell {
	cell := &report.Cell{Role: roleOf(t, row, i), TableUnit: t.Unit}
	if row < t.Head {
		return cell
	}
	if i < len(t.Columns) {
		cell.Column = t.Columns[i].Name
	}
	cell.Row = rowName(body, t, row, i)
	for k, column := range t.Columns {
		if column.Role == report.ColumnUnit && k < len(t.Rows[row].Cells) {
			cell.Unit = cellText(body, t, row, k)
		}
	}
	return cell
}

func roleOf(t report.Table, row, i int) report.CellRole {
	if row < t.Head {
		return report.CellLabel
	}
	if i >= len(t.Columns) {
		return report.CellValue
	}
	switch t.Columns[i].Role {
	case report.ColumnName:
		return report.CellLabel
	case report.ColumnUnit, report.ColumnNumber:
		return report.CellNone
	case report.ColumnNote:
		return report.CellNote
	}
	return report.CellValue
}

// rowName returns the name of a row as the cell in column i sees it: the
// nearest name to its left, of this row or of one it is merged with.
func rowName(body string, t report.Table, row, i int) string {
	k := nameColumn(t, i)
	if k < 0 {
		return leftLabel(body, t, row, i)
	}
	for r := row; r >= t.Head && row-r <= nameReach; r-- {
		if name := cellText(body, t, r, k); name != "" {
			return name
		}
	}
	return ""
}

// nameColumn returns the column that names the rows for column i, -1 for none.
func nameColumn(t report.Table, i int) int {
	found := -1
	for k, c := range t.Columns {
		if c.Role != report.ColumnName && c.Role != report.ColumnTask {
			continue
		}
		if found < 0 || k <= i {
			found = k
		}
	}
	return found
}

// leftLabel returns the nearest cell without digits to the left of column i,
// or in the first column its own text: 项目数	45个	总投资	6.8亿元.
func leftLabel(body string, t report.Table, row, i int) string {
	for k := i - 1; k >= 0; k-- {
		if s := cellText(body, t, row, k); s != "" && !strings.ContainsAny(s, "0123456789") {
			return s
		}
	}
	return cellText(body, t, row, 0)
}

func cellText(body string, t report.Table, row, i int) string {
	if i >= len(t.Rows[row].Cells) {
		return ""
	}
	return strings.TrimSpace(t.Rows[row].Cells[i].Of(body))
}
