package read

import (
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// longCell is from where on a cell of several paragraphs is text laid out by a
// table, as in forms, and not a value.
const longCell = 200

// tableCell is a cell while its table is read.
type tableCell struct {
	span    int
	merged  bool // goes on from the row above
	content []block
}

// table reads the w:tbl just started.
func (w *docx) table(x *xmlStream) ([]block, error) {
	var rows [][]tableCell
	if err := w.tableRows(x, &rows); err != nil {
		return nil, err
	}
	single := true
	for _, r := range rows {
		single = single && len(r) <= 1
	}
	var out []block
	t := &table{}
	for _, r := range rows {
		if single {
			out = append(out, frameText(r)...)
			continue
		}
		out = append(out, t.row(r)...)
	}
	return out, nil
}

// frameText returns the text of a table of one column: a frame around it.
func frameText(r []tableCell) []block {
	var out []block
	for _, c := range r {
		out = append(out, c.content...)
	}
	return out
}

// row returns a row, followed by the tables in its cells and by cells that are
// running text.
func (t *table) row(r []tableCell) []block {
	row := block{table: t, line: report.Line{Role: report.RoleRow, Bold: true}}
	var after []block
	filled := false
	for _, c := range r {
		text, rest := c.text()
		after = append(after, rest...)
		filled = filled || text != ""
		row.cells = append(row.cells, text)
		for range min(c.span, 64) - 1 {
			row.cells = append(row.cells, "")
		}
		for _, b := range c.content {
			row.line.Bold = row.line.Bold && (b.empty() || b.line.Bold)
			row.line.Size = max(row.line.Size, b.line.Size)
		}
	}
	if !filled {
		return after
	}
	return append([]block{row}, after...)
}

// text returns the text of a cell, and what must follow the row instead.
func (c tableCell) text() (string, []block) {
	if c.merged {
		return "", nil
	}
	var parts []string
	var rest, paragraphs []block
	length := 0
	for _, b := range c.content {
		switch {
		case b.table != nil:
			rest = append(rest, b)
		case !b.empty():
			paragraphs = append(paragraphs, b)
			text := strings.TrimSpace(strings.Join(b.text(), " "))
			parts = append(parts, text)
			length += utf8.RuneCountInString(text)
		}
	}
	if len(paragraphs) > 1 && length > longCell {
		return "", append(paragraphs, rest...)
	}
	return strings.Join(parts, " "), rest
}

// tableRows reads the rows in the element just started.
func (w *docx) tableRows(x *xmlStream, rows *[][]tableCell) error {
	return x.each(func(e element) error {
		switch e.name {
		case "w:tr":
			cells, deleted, err := w.tableRow(x)
			if !deleted && len(cells) > 0 {
				*rows = append(*rows, cells)
			}
			return err
		case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo":
			return w.tableRows(x, rows)
		}
		return x.skip()
	})
}

// tableRow reads the w:tr just started, or what wraps some of its cells.
func (w *docx) tableRow(x *xmlStream) (cells []tableCell, deleted bool, err error) {
	err = x.each(func(e element) error {
		switch e.name {
		case "w:tc":
			if err := w.count(); err != nil {
				return err
			}
			c, err := w.tableCell(x)
			cells = append(cells, c)
			return err
		case "w:trPr":
			return x.each(func(e element) error {
				deleted = deleted || e.name == "w:del"
				return x.skip()
			})
		case "w:sdt", "w:sdtContent", "w:customXml":
			more, _, err := w.tableRow(x)
			cells = append(cells, more...)
			return err
		}
		return x.skip()
	})
	return cells, deleted, err
}

// tableCell reads the w:tc just started.
func (w *docx) tableCell(x *xmlStream) (tableCell, error) {
	c := tableCell{span: 1}
	err := w.eachCellBlock(x, &c)
	return c, err
}

func (w *docx) eachCellBlock(x *xmlStream, c *tableCell) error {
	return x.each(func(e element) error {
		var found []block
		var err error
		switch e.name {
		case "w:tcPr":
			return c.props(x)
		case "w:p":
			found, err = w.paragraph(x)
		case "w:tbl":
			found, err = w.table(x)
		case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo":
			return w.eachCellBlock(x, c)
		default:
			return x.skip()
		}
		c.content = append(c.content, found...)
		return err
	})
}

func (c *tableCell) props(x *xmlStream) error {
	return x.each(func(e element) error {
		switch e.name {
		case "w:gridSpan":
			if n := number(e.attr("val")); n != nil && *n > 0 {
				c.span = *n
			}
		case "w:vMerge":
			c.merged = e.attr("val") != "restart"
		}
		return x.skip()
	})
}
