package read

import (
	"slices"
	"strings"

	"taizhang/report"
)

const (
	leastColumnRows = 6    // fewer rows show no columns
	crossing        = 0.12 // share of rows that may reach over a gutter: titles, page numbers
	columnFill      = 0.60 // share of a column's width that its lines fill on average
	gutterLeast     = 8.0  // points
	columnsDeep     = 3    // columns in columns
	tableRows       = 2    // rows side by side that make a table
	linePitch       = 20.0 // points from line to line, about, beside a ruled table
	rowApart        = 3.0  // distance of a table's rows, in heights of a row, at most
)

// arrange makes lines of the rows of a page, in reading order: columns one
// after the other, rows whose parts stand below each other as tables.
func arrange(rows [][]segment) []visualLine {
	a := &arranger{}
	a.band(rows, columnsDeep)
	return a.lines
}

type arranger struct {
	lines  []visualLine
	tables int
}

// band reads rows that stand below each other, looking for columns.
func (a *arranger) band(rows [][]segment, depth int) {
	gutter, ok := findGutter(rows)
	if !ok || depth == 0 {
		a.stack(rows)
		return
	}
	var left, right [][]segment
	flush := func() {
		a.band(left, depth-1)
		a.band(right, depth-1)
		left, right = nil, nil
	}
	for _, r := range rows {
		if r = partedAt(r, gutter); crosses(r, gutter) {
			flush()
			a.stack([][]segment{r})
			continue
		}
		cut := slices.IndexFunc(r, func(s segment) bool { return s.box.X >= gutter })
		if cut < 0 {
			cut = len(r)
		}
		if cut > 0 {
			left = append(left, r[:cut])
		}
		if cut < len(r) {
			right = append(right, r[cut:])
		}
	}
	flush()
}

// partedAt cuts the segment of a row that reaches over x, where it can be cut.
func partedAt(r []segment, x float64) []segment {
	i := slices.IndexFunc(r, func(s segment) bool { return s.box.X < x && s.right() > x })
	if i < 0 || r[i].table != nil {
		return r
	}
	return slices.Concat(r[:i], r[i].parted(x), r[i+1:])
}

func crosses(r []segment, x float64) bool {
	return slices.ContainsFunc(r, func(s segment) bool { return s.box.X < x && s.right() > x })
}

// findGutter returns the middle of the white stripe between two columns of
// running text.
func findGutter(rows [][]segment) (float64, bool) {
	if len(rows) < leastColumnRows {
		return 0, false
	}
	left, right := extent(rows)
	bins := make([]int, int(right-left)+1)
	if len(bins) < 100 || len(bins) > 20_000 {
		return 0, false
	}
	for _, r := range rows {
		for _, s := range r {
			for _, w := range s.stretches() {
				for i := max(int(w.from-left), 0); i < min(int(w.to-left)+1, len(bins)); i++ {
					bins[i] += s.lines()
				}
			}
		}
	}
	from, to := widestStripe(bins, int(crossing*float64(len(rows))))
	if float64(to-from) < gutterLeast {
		return 0, false
	}
	x := left + float64(from+to)/2
	return x, isColumn(rows, left, left+float64(from)) && isColumn(rows, left+float64(to), right)
}

func extent(rows [][]segment) (left, right float64) {
	left, right = rows[0][0].box.X, rows[0][0].right()
	for _, r := range rows {
		left = min(left, r[0].box.X)
		right = max(right, r[len(r)-1].right())
	}
	return left, right
}

// widestStripe returns the widest run of bins with few in it, in the middle
// three fifths.
func widestStripe(bins []int, few int) (from, to int) {
	start := -1
	for i := len(bins) / 5; i <= len(bins)*4/5; i++ {
		switch {
		case bins[i] > few:
			start = -1
		case start < 0:
			start = i
		}
		if start >= 0 && i-start > to-from {
			from, to = start, i
		}
	}
	return from, to
}

// lines is how many lines of text stand where the segment stands.
func (s segment) lines() int {
	if s.table == nil {
		return 1
	}
	return max(1, int(s.box.Height/linePitch))
}

// stretches are where a segment stands, without the gaps that may part columns.
func (s segment) stretches() []stripe {
	out := []stripe{{s.box.X, s.right()}}
	last := s.first
	for _, g := range s.glyphs {
		if g.blank() {
			continue
		}
		if g.box.X-last.right() > columnGap*max(g.box.Height, last.box.Height) {
			out[len(out)-1].to = last.right()
			out = append(out, stripe{g.box.X, s.right()})
		}
		if g.right() > last.right() {
			last = g
		}
	}
	return out
}

// isColumn tells whether lines fill the stretch from left to right, as running
// text does and the cells of a table do not.
func isColumn(rows [][]segment, left, right float64) bool {
	count, filled := 0, 0.0
	for _, r := range rows {
		for _, s := range r {
			for _, w := range s.stretches() {
				if w.from >= left-1 && w.to <= right+1 {
					count += s.lines()
					filled += float64(s.lines()) * (w.to - w.from)
				}
			}
		}
	}
	return count >= leastColumnRows/2 && filled/float64(count) > columnFill*(right-left)
}

// stack reads rows from top to bottom, looking for tables.
func (a *arranger) stack(rows [][]segment) {
	for i := 0; i < len(rows); {
		if g := rows[i][0].table; g != nil {
			a.ruled(g)
			i++
			continue
		}
		n := 0
		for i+n < len(rows) && len(rows[i+n]) > 1 && (n == 0 || near(rows[i+n-1], rows[i+n])) {
			n++
		}
		if columns := tableColumns(rows[i : i+n]); n >= tableRows && columns != nil {
			a.table(rows[i:i+n], columns)
			i += n
			continue
		}
		for range max(n, 1) {
			a.lines = append(a.lines, oneLine(rows[i]))
			i++
		}
	}
}

// ruled reads a ruled table.
func (a *arranger) ruled(g *grid) {
	if found := g.lines(a.tables + 1); len(found) > 0 {
		a.tables++
		a.lines = append(a.lines, found...)
	}
}

func near(above, below []segment) bool {
	return below[0].box.Y-above[0].box.Y < rowApart*above[0].box.Height
}

// stripe is a stretch of the page's width.
type stripe struct{ from, to float64 }

// tableColumns returns the columns of a table, or nil where the parts of the
// rows do not stand below each other.
func tableColumns(rows [][]segment) []stripe {
	var columns []stripe
	for _, r := range rows {
		for _, s := range r {
			columns = append(columns, stripe{s.box.X, s.right()})
		}
	}
	slices.SortFunc(columns, func(a, b stripe) int { return compare(a.from, b.from) })
	merged := columns[:0]
	for _, c := range columns {
		if n := len(merged); n > 0 && c.from < merged[n-1].to {
			merged[n-1].to = max(merged[n-1].to, c.to)
			continue
		}
		merged = append(merged, c)
	}
	for _, r := range rows {
		for i := 1; i < len(r); i++ {
			if columnOf(merged, r[i]) == columnOf(merged, r[i-1]) {
				return nil
			}
		}
	}
	return merged
}

func columnOf(columns []stripe, s segment) int {
	return slices.IndexFunc(columns, func(c stripe) bool { return s.box.X < c.to })
}

func (a *arranger) table(rows [][]segment, columns []stripe) {
	a.tables++
	for _, r := range rows {
		l := oneLine(r)
		l.table, l.cells = a.tables, make([]string, len(columns))
		for _, s := range r {
			l.cells[columnOf(columns, s)] = s.text
		}
		a.lines = append(a.lines, l)
	}
}

// oneLine joins the segments of a row by blanks.
func oneLine(r []segment) visualLine {
	texts := make([]string, len(r))
	box := r[0].box
	for i, s := range r {
		texts[i] = s.text
		box = union(box, s.box)
	}
	return visualLine{
		text: strings.Join(texts, " "), first: r[0].first, last: r[len(r)-1].last,
		line: report.Line{Box: box},
	}
}
