package read

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"taizhang/report"
)

// sheetCell is a cell that shows something.
type sheetCell struct {
	column int // from 0
	text   string
	bold   bool
}

// plainName is what programs call a sheet that nobody named.
var plainName = regexp.MustCompile(`^(?i:sheet) ?\d*$`)

// sheet reads a sheet and writes it.
func (w *xlsx) sheet(s sheetRef) error {
	var rows [][]sheetCell
	err := w.parse(s.part, func(x *xmlStream, e element) error {
		if e.name != "sheetData" {
			return x.skip()
		}
		return x.each(func(element) error {
			cells, err := w.row(x)
			if len(cells) > 0 {
				rows = append(rows, cells)
			}
			return err
		})
	})
	if err != nil || len(rows) == 0 {
		return err
	}
	if !plainName.MatchString(s.name) {
		w.out.out.line(s.name, report.Line{Role: report.RoleHeading, Level: 1})
	}
	return w.write(rows)
}

// row reads the row just started.
func (w *xlsx) row(x *xmlStream) ([]sheetCell, error) {
	var cells []sheetCell
	next := 0
	err := x.each(func(e element) error {
		if e.name != "c" {
			return x.skip()
		}
		if w.cells++; w.cells > w.limits.Lines {
			return refuseLines(w.limits.Lines)
		}
		c := sheetCell{column: next}
		if at, ok := columnOfCell(e.attr("r")); ok {
			c.column = at
		}
		next = c.column + 1
		text, err := w.cell(x, e)
		c.text, c.bold = strings.TrimSpace(text), w.formats.of(e.attr("s")).bold
		if c.text != "" {
			cells = append(cells, c)
		}
		return err
	})
	slices.SortStableFunc(cells, func(a, b sheetCell) int { return a.column - b.column })
	return cells, err
}

// columnOfCell returns the column of a reference such as AB12, from 0.
func columnOfCell(ref string) (int, bool) {
	column := 0
	for i := 0; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			return column - 1, i > 0
		}
		column = column*26 + int(c-'A') + 1
	}
	return 0, false
}

// cell returns what the cell just started shows.
func (w *xlsx) cell(x *xmlStream, c element) (string, error) {
	var value, inline string
	formula := false
	err := x.each(func(e element) error {
		var err error
		switch e.name {
		case "v":
			value, err = x.text()
		case "is":
			inline, err = w.richText(x)
		case "f":
			formula = true
			return x.skip()
		default:
			return x.skip()
		}
		return err
	})
	if err != nil {
		return "", err
	}
	if formula && value == "" && inline == "" && c.attr("t") != "str" {
		w.unknown++
	}
	text := w.shown(c, strings.TrimSpace(value), inline)
	return text, w.grow(len(text))
}

func (w *xlsx) shown(c element, value, inline string) string {
	switch c.attr("t") {
	case "s":
		if i, err := strconv.Atoi(value); err == nil && i >= 0 && i < len(w.strings) {
			return w.strings[i]
		}
		return ""
	case "inlineStr":
		return inline
	case "str", "d":
		return unescaped(value)
	case "e":
		return value
	case "b":
		if value == "1" || value == "true" {
			return "TRUE"
		}
		return "FALSE"
	}
	return w.formats.show(value, c.attr("s"))
}

// write writes the rows of a sheet. Those of one cell at its head are its
// title, and a sheet of one column is a text.
func (w *xlsx) write(rows [][]sheetCell) error {
	for len(rows) > 0 && len(rows[0]) == 1 {
		c := rows[0][0]
		for line := range lines(c.text) {
			w.out.out.line(line, report.Line{Bold: c.bold})
		}
		rows = rows[1:]
	}
	if len(rows) == 0 {
		return nil
	}
	w.tables++
	columns := usedColumns(rows)
	for _, r := range rows {
		if w.cells += len(columns) - len(r); w.cells > w.limits.Lines {
			return refuseLines(w.limits.Lines)
		}
		cells := make([]string, len(columns))
		l := report.Line{Table: w.tables, Bold: true}
		for _, c := range r {
			i, _ := slices.BinarySearch(columns, c.column)
			cells[i] = strings.Join(strings.FieldsFunc(c.text, isLineEnd), " ")
			l.Bold = l.Bold && c.bold
		}
		w.out.out.row(cells, l)
	}
	return w.ctx.Err()
}

// usedColumns returns the columns that have anything in them, in order.
func usedColumns(rows [][]sheetCell) []int {
	used := map[int]bool{}
	for _, r := range rows {
		for _, c := range r {
			used[c.column] = true
		}
	}
	columns := make([]int, 0, len(used))
	for c := range used {
		columns = append(columns, c)
	}
	slices.Sort(columns)
	return columns
}
