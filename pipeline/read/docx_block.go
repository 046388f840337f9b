package read

import (
	"slices"
	"strings"

	"taizhang/report"
)

// block is a paragraph, or a row of a table.
type block struct {
	label string   // of a paragraph: its automatic number
	lines []string // of a paragraph: its text, cut at line breaks
	cells []string // of a row
	table *table   // of a row: its table
	line  report.Line
	merge bool // its end was deleted: it goes on in the next
}

// table is known by its address.
type table struct{ number int }

func (b block) empty() bool {
	return b.table == nil && strings.TrimSpace(strings.Join(b.lines, "")) == ""
}

// text returns the lines of a paragraph as they are printed.
func (b block) text() []string {
	if b.label == "" || b.empty() {
		return b.lines
	}
	lines := slices.Clone(b.lines)
	lines[0] = b.label + strings.TrimLeft(lines[0], " \u3000")
	return lines
}

// writer puts blocks into a source and numbers the tables.
type writer struct {
	out    *builder
	tables int
}

func (w writer) write(blocks []block) {
	for _, b := range blocks {
		if b.table == nil {
			for _, text := range b.text() {
				w.out.line(text, b.line)
			}
			continue
		}
		if b.table.number == 0 {
			w.tables++
			b.table.number = w.tables
		}
		b.line.Table = b.table.number
		w.out.row(b.cells, b.line)
	}
}

// blocks reads the paragraphs and tables in the element just started.
func (w *docx) blocks(x *xmlStream) ([]block, error) {
	var out []block
	err := w.eachBlock(x, func(found ...block) {
		for _, b := range found {
			if n := len(out); n > 0 && out[n-1].merge && out[n-1].table == nil && b.table == nil {
				b = joined(out[n-1], b)
				out = out[:n-1]
			}
			out = append(out, b)
		}
	})
	return out, err
}

// joined returns b after the text of a, whose end of paragraph was deleted.
func joined(a, b block) block {
	n := len(a.lines)
	if n == 0 {
		return b
	}
	if len(b.lines) == 0 {
		a.merge = b.merge
		return a
	}
	lines := append(a.lines[:n-1:n-1], a.lines[n-1]+b.lines[0])
	b.lines = append(lines, b.lines[1:]...)
	return b
}

// eachBlock hands over the blocks in the element just started. What only wraps
// blocks is looked through; what was deleted is left out.
func (w *docx) eachBlock(x *xmlStream, add func(...block)) error {
	return x.each(func(e element) error {
		switch e.name {
		case "w:p":
			if err := w.count(); err != nil {
				return err
			}
			found, err := w.paragraph(x)
			add(found...)
			return err
		case "w:tbl":
			found, err := w.table(x)
			add(found...)
			return err
		case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag":
			return w.eachBlock(x, add)
		case "mc:AlternateContent":
			return choice(x, func() error { return w.eachBlock(x, add) })
		}
		return x.skip()
	})
}

// choice reads the first alternative alone; the others say the same in the
// words of older programs.
func choice(x *xmlStream, read func() error) error {
	taken := false
	return x.each(func(e element) error {
		if taken || e.name != "mc:Choice" && e.name != "mc:Fallback" {
			return x.skip()
		}
		taken = true
		return read()
	})
}
