package read

// mostFiller is how many empty cells wide and tall cells of a page may make.
const mostFiller = 200_000

// pageTable is a table of a page while it is read.
type pageTable struct {
	rows   [][]tableCell
	before []block     // what stands in it outside cells
	down   map[int]int // by column: rows that a cell above still covers
	filler *int
}

// tableBlocks returns the rows of a table. One that only lays out the page is
// read as the text in its cells.
func tableBlocks(n *node, filler *int) []block {
	t := &pageTable{down: map[int]int{}, filler: filler}
	t.parts(n)
	out, numbered := t.before, &table{}
	frame := t.isFrame()
	for _, r := range t.rows {
		if frame {
			out = append(out, frameText(r)...)
			continue
		}
		out = append(out, numbered.row(r)...)
	}
	return out
}

// isFrame tells a table that has no two filled cells side by side.
func (t *pageTable) isFrame() bool {
	for _, r := range t.rows {
		filled := 0
		for _, c := range r {
			if len(c.content) > 0 {
				filled++
			}
		}
		if filled > 1 {
			return false
		}
	}
	return true
}

// parts reads the rows in a table, a part of one, or a row that was never begun.
func (t *pageTable) parts(n *node) {
	loose := &node{} // cells without a row
	defer func() { t.row(loose) }()
	for _, c := range n.children {
		switch {
		case c.hidden || c.silent:
		case c.tag == "tr":
			t.row(loose)
			loose = &node{}
			t.row(c)
		case c.tag == "td" || c.tag == "th":
			loose.children = append(loose.children, c)
		case c.tag == "tbody" || c.tag == "thead" || c.tag == "tfoot":
			t.parts(c)
		case c.tag != "br" && !c.isMenu():
			t.before = append(t.before, blocksOf(&node{children: []*node{c}}, t.filler)...)
		}
	}
}

func (t *pageTable) row(tr *node) {
	if len(tr.children) == 0 {
		return
	}
	var cells []tableCell
	next := map[int]int{}
	column := 0
	covered := func() {
		for ; t.down[column] > 0 && *t.filler > 0; column++ {
			next[column] = t.down[column] - 1
			cells = append(cells, tableCell{span: 1, merged: true})
			*t.filler--
		}
	}
	for _, c := range tr.children {
		if !cellTags[c.tag] || c.hidden {
			continue
		}
		covered()
		cell := tableCell{span: c.span}
		if !c.isMenu() {
			cell.content = blocksOf(c, t.filler)
		}
		if *t.filler -= c.span - 1; *t.filler < 0 {
			cell.span = 1
		}
		for range cell.span {
			if c.rows > 1 && *t.filler > 0 {
				next[column] = c.rows - 1
			}
			column++
		}
		cells = append(cells, cell)
	}
	covered()
	t.down = next
	if len(cells) > 0 {
		t.rows = append(t.rows, cells)
	}
}
