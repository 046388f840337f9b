package structure

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// layOut finds the head of a table and what its columns are for.
func (d *document) layOut(t *report.Table) {
	g := gridOf(d.text.Body, t.Rows)
	titles, head := g.head()
	t.Head = head
	for _, row := range g[:titles] {
		if unit, _ := d.unitNote(strings.Join(row, " ")); t.Unit == "" {
			t.Unit = unit
		}
	}
	if head == titles {
		return
	}
	columns := make([]column, len(g[0]))
	for i := range columns {
		columns[i] = column{name: g[titles:head].columnName(i), cells: g[head:].column(i)}
		columns[i].role = d.ownRole(columns[i], i)
	}
	d.nameRows(columns)
	for _, c := range columns {
		t.Columns = append(t.Columns, report.Column{Name: c.name, Role: c.role})
	}
}

// column is a column while the table is laid out.
type column struct {
	name  string
	cells []string
	role  report.ColumnRole
}

func gridOf(body string, rows []report.Row) grid {
	g := make(grid, len(rows))
	width := 0
	for _, r := range rows {
		width = max(width, len(r.Cells))
	}
	for i, r := range rows {
		g[i] = make([]string, width)
		for k, c := range r.Cells {
			g[i][k] = strings.TrimSpace(c.Of(body))
		}
	}
	return g
}

func (g grid) column(i int) []string {
	out := make([]string, len(g))
	for k := range g {
		out[k] = g[k][i]
	}
	return out
}

// columnName joins the lines of the head of column i. A cell merged over
// several columns stands in the first of them, or is repeated in each.
func (g grid) columnName(i int) string {
	name, last := "", ""
	for k, row := range g {
		s := row[i]
		for at := i; s == "" && at > 0 && k+1 < len(g) && g[k+1][i] != ""; {
			at--
			s = row[at]
		}
		if s != last && !isCounting(row) {
			name += s
		}
		last = s
	}
	return strings.Join(strings.Fields(name), "")
}

// ownRole returns what a column is for by its head and cells alone.
func (d *document) ownRole(c column, i int) report.ColumnRole {
	name := withoutNote(c.name)
	switch {
	case hasSuffix(name, d.lex.Words("编号列")) || i == 0 && counts(c.cells):
		return report.ColumnNumber
	case hasSuffix(name, d.lex.Words("备注列")):
		return report.ColumnNote
	case i > 0 && equals(name, d.lex.Words("计量单位列")) && d.holdsUnits(c.cells):
		return report.ColumnUnit
	}
	return report.ColumnValue
}

// withoutNote returns a name without blanks and what stands in brackets.
func withoutNote(s string) string {
	if i := strings.IndexAny(s, "（("); i > 0 {
		s = s[:i]
	}
	return strings.ReplaceAll(s, " ", "")
}

func equals(s string, words []string) bool {
	for _, w := range words {
		if s == w {
			return true
		}
	}
	return false
}

// counts tells whether the cells are 1, 2, 3 …, gaps allowed.
func counts(cells []string) bool {
	next := 1
	for _, s := range cells {
		n, err := strconv.Atoi(s)
		if err == nil && n == next {
			next++
		} else if s != "" {
			return false
		}
	}
	return next > 2
}

// holdsUnits tells whether the cells can be units, and no offices.
func (d *document) holdsUnits(cells []string) bool {
	some := false
	for _, s := range cells {
		if utf8.RuneCountInString(s) > unitMost || hasSuffix(s, d.lex.Words("机构尾")) || isValue(s) {
			return false
		}
		some = some || s != ""
	}
	return some
}

// nameRows finds the column that names the rows, and those with the same head
// beside it in a table of two halves.
func (d *document) nameRows(columns []column) {
	i := d.nameColumn(columns)
	if i < 0 {
		return
	}
	role := report.ColumnName
	if equals(withoutNote(columns[i].name), d.lex.Words("任务列")) {
		role = report.ColumnTask
	}
	columns[i].role = role
	for k := i + 1; k < len(columns) && columns[i].name != ""; k++ {
		if columns[k].name == columns[i].name && !columns[k].hasValues() {
			columns[k].role = role
		}
	}
}

// nameColumn returns the column that names the rows: of those before the first
// value one that is called so, else the first whose names differ, else the first.
func (d *document) nameColumn(columns []column) int {
	var leading []int
	for i, c := range columns {
		if c.role == report.ColumnNumber || c.role == report.ColumnNote {
			continue
		}
		if len(leading) > 0 && (c.role == report.ColumnUnit || c.hasValues()) {
			break
		}
		leading = append(leading, i)
		if c.hasValues() {
			break
		}
	}
	for _, lists := range []string{"名称列", "任务列"} {
		for _, i := range leading {
			if equals(withoutNote(columns[i].name), d.lex.Words(lists)) {
				if i+1 < len(columns) && columns[i+1].name == "" && columns[i+1].distinct() {
					return i + 1 // the head is merged over groups and names
				}
				return i
			}
		}
	}
	for _, i := range leading {
		if columns[i].distinct() {
			return i
		}
	}
	if len(leading) == 0 {
		return -1
	}
	return leading[0]
}

// hasValues tells whether most cells of the column are values.
func (c column) hasValues() bool {
	values, all := 0, 0
	for _, s := range c.cells {
		if s == "" {
			continue
		}
		all++
		if isValue(s) {
			values++
		}
	}
	return values*2 > all
}

// distinct tells whether no two cells are the same and none is empty.
func (c column) distinct() bool {
	seen := map[string]bool{}
	for _, s := range c.cells {
		if s == "" || seen[s] {
			return false
		}
		seen[s] = true
	}
	return true
}
