package read

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

const (
	thin        = 2.5  // points: a drawing no thicker is a rule
	touching    = 3.0  // points by which rules of one table may miss each other
	mostRules   = 4000 // of a page; more are a drawing
	longestCell = 6    // lines; a longer cell is running text in a form
	fullCell    = 2.5  // room left in a cell, in heights of a line, at which a line is full
)

// rule is a drawn line, level or upright.
type rule struct {
	level    bool
	at       float64 // y of a level rule, x of an upright one
	from, to float64
}

// rulesOf returns the rules that a drawn box stands for: itself if it is thin,
// else its edges.
func rulesOf(b report.Box) []rule {
	right, foot := b.X+b.Width, b.Y+b.Height
	level := func(y float64) rule { return rule{true, y, b.X, right} }
	upright := func(x float64) rule { return rule{false, x, b.Y, foot} }
	switch {
	case b.Width <= thin && b.Height <= thin:
		return nil
	case b.Height <= thin:
		return []rule{level(b.Y + b.Height/2)}
	case b.Width <= thin:
		return []rule{upright(b.X + b.Width/2)}
	}
	return []rule{level(b.Y), level(foot), upright(b.X), upright(right)}
}

// grid is a ruled table: the places of its rules and, by rows and columns, the
// characters of its cells.
type grid struct {
	rules []rule
	xs    []float64
	ys    []float64
	cells [][][]glyph // of merged cells the first has all
}

// grids finds the ruled tables of a page: rules that touch, with two columns at
// least.
func grids(rules []rule) []*grid {
	if len(rules) > mostRules {
		return nil
	}
	var out []*grid
	used := make([]bool, len(rules))
	for i := range rules {
		if used[i] {
			continue
		}
		used[i] = true
		group := []rule{rules[i]}
		for next := 0; next < len(group); next++ {
			for j, r := range rules {
				if !used[j] && group[next].touches(r) {
					used[j] = true
					group = append(group, r)
				}
			}
		}
		g := &grid{rules: group, xs: places(group, false), ys: places(group, true)}
		if len(g.xs) > 2 && len(g.ys) > 1 {
			g.cells = make([][][]glyph, len(g.ys)-1)
			for r := range g.cells {
				g.cells[r] = make([][]glyph, len(g.xs)-1)
			}
			out = append(out, g)
		}
	}
	return out
}

func (r rule) touches(o rule) bool {
	if r.level == o.level {
		return abs(r.at-o.at) < touching && r.from < o.to+touching && o.from < r.to+touching
	}
	return o.at > r.from-touching && o.at < r.to+touching &&
		r.at > o.from-touching && r.at < o.to+touching
}

func abs(x float64) float64 { return max(x, -x) }

// places returns where the rules of one direction stand, those side by side as
// one.
func places(rules []rule, level bool) []float64 {
	var all []float64
	for _, r := range rules {
		if r.level == level {
			all = append(all, r.at)
		}
	}
	slices.Sort(all)
	out := all[:0]
	for _, at := range all {
		if n := len(out); n == 0 || at-out[n-1] > touching {
			out = append(out, at)
		}
	}
	return out
}

// interval returns the interval of places that holds at, or -1.
func interval(places []float64, at float64) int {
	i, _ := slices.BinarySearch(places, at)
	if i == 0 || i == len(places) {
		return -1
	}
	return i - 1
}

// take puts a character into its cell; it is false for one outside the table.
func (g *grid) take(c glyph) bool {
	col := interval(g.xs, c.box.X+c.box.Width/2)
	row := interval(g.ys, c.box.Y+c.box.Height/2)
	if col < 0 || row < 0 {
		return false
	}
	for row > 0 && !g.ruled(true, g.ys[row], g.middle(g.xs, col)) {
		row--
	}
	for col > 0 && !g.ruled(false, g.xs[col], g.middle(g.ys, row)) {
		col--
	}
	g.cells[row][col] = append(g.cells[row][col], c)
	return true
}

func (g *grid) middle(places []float64, i int) float64 { return (places[i] + places[i+1]) / 2 }

// ruled tells whether a rule of a direction stands at a place and reaches over
// across.
func (g *grid) ruled(level bool, at, across float64) bool {
	return slices.ContainsFunc(g.rules, func(r rule) bool {
		return r.level == level && abs(r.at-at) <= touching && r.from <= across && across <= r.to
	})
}

// gridCell is a cell with its lines.
type gridCell struct {
	lines [][]segment
	left  float64
	width float64
}

// cell returns a cell and how wide it is up to its next rule.
func (g *grid) cell(row, col int) gridCell {
	right := col + 1
	for right < len(g.xs)-1 && !g.ruled(false, g.xs[right], g.middle(g.ys, row)) {
		right++
	}
	return gridCell{segments(rows(g.cells[row][col])), g.xs[col], g.xs[right] - g.xs[col]}
}

// full tells whether a line leaves no room for another character, so that the
// next goes on with it: it is as wide as the cell, or reaches from an indent to
// the right side and the next begins at the left.
func (c gridCell) full(i int) bool {
	l := oneLine(c.lines[i]).line.Box
	if c.width-l.Width < fullCell*l.Height {
		return true
	}
	if i+1 == len(c.lines) {
		return false
	}
	next := oneLine(c.lines[i+1]).line.Box
	return c.left+c.width-l.X-l.Width < fullCell*l.Height/2 &&
		next.X < l.X-l.Height/2 && next.X-c.left < fullCell*l.Height/2
}

// running tells whether a cell is running text in a form. A label set upright in
// a narrow cell has many lines, too, but is one.
func (c gridCell) running() bool {
	if len(c.lines) <= longestCell {
		return false
	}
	wide, high := 0.0, 0.0
	for _, l := range c.lines {
		b := oneLine(l).line.Box
		wide, high = max(wide, b.Width), max(high, b.Height)
	}
	return wide > 1.5*high
}

// stacked tells whether the lines of a cell are values below each other: none
// of them was wrapped.
func (c gridCell) stacked() bool {
	for i := range c.lines[:max(len(c.lines)-1, 0)] {
		if c.full(i) {
			return false
		}
	}
	return true
}

// lines returns the rows of the table as table number n, each followed by the
// lines of those cells that are running text.
func (g *grid) lines(n int) []visualLine {
	var out []visualLine
	for r := range g.cells {
		cells := make([]gridCell, len(g.cells[r]))
		for c := range cells {
			cells[c] = g.cell(r, c)
		}
		if g.unruled(cells) {
			out = append(out, g.parts(r, n)...)
			continue
		}
		out = append(out, g.row(r, n, cells)...)
	}
	return out
}

// unruled tells whether a row of the grid holds several rows of the table with
// no rules between: most of its cells have as many lines.
func (g *grid) unruled(cells []gridCell) bool {
	filled, count, most := 0, 0, 0
	for _, c := range cells {
		if !c.stacked() {
			return false
		}
		most = max(most, len(c.lines))
	}
	for _, c := range cells {
		if len(c.lines) == most {
			count++
		}
		if len(c.lines) > 0 {
			filled++
		}
	}
	return most > 1 && count > 1 && 2*count > filled
}

// parts returns the rows of a table that have no rules between.
func (g *grid) parts(r, n int) []visualLine {
	var all []glyph
	for _, glyphs := range g.cells[r] {
		all = append(all, glyphs...)
	}
	var out []visualLine
	for _, found := range segments(rows(all)) {
		l := oneLine(found)
		l.table, l.cells = n, make([]string, len(g.xs)-1)
		for _, s := range found {
			c := max(interval(g.xs, s.box.X+1), 0)
			l.cells[c] = joinCell(l.cells[c], s.text, false)
		}
		out = append(out, l)
	}
	return out
}

// row returns one row of the grid as a row of the table.
func (g *grid) row(r, n int, cells []gridCell) []visualLine {
	l := visualLine{table: n, cells: make([]string, len(cells)), line: report.Line{Box: report.Box{
		X: g.xs[0], Y: g.ys[r], Width: g.xs[len(g.xs)-1] - g.xs[0], Height: g.ys[r+1] - g.ys[r],
	}}}
	var after []visualLine
	filled := false
	for i, c := range cells {
		if c.running() {
			after = append(after, arrange(c.lines)...)
			continue
		}
		for j, found := range c.lines {
			line := oneLine(found)
			l.cells[i] = joinCell(l.cells[i], line.text, j > 0 && c.full(j-1))
			if !filled {
				l.first, filled = line.first, true
			}
			l.last = line.last
		}
	}
	if filled {
		return append([]visualLine{l}, after...)
	}
	return after
}

// joinCell joins two lines of a cell: without a blank where the first was
// wrapped, unless between Latin words.
func joinCell(a, b string, wrapped bool) string {
	if a == "" || b == "" {
		return a + b
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if isDigit(last) && isDigit(first) && len(b) >= len(a) {
		wrapped = false // two numbers below each other, not the rest of one
	}
	if !wrapped || isLatin(last) && isLatin(first) {
		return a + " " + b
	}
	return a + b
}

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// insertTable puts a table among the rows of a page, as a row of its own before the
// first that stands lower than its head.
func insertTable(rows [][]segment, g *grid) [][]segment {
	at := slices.IndexFunc(rows, func(r []segment) bool {
		return r[0].box.Y+r[0].box.Height/2 > g.ys[0]
	})
	if at < 0 {
		at = len(rows)
	}
	right, foot := g.xs[len(g.xs)-1], g.ys[len(g.ys)-1]
	box := report.Box{X: g.xs[0], Y: g.ys[0], Width: right - g.xs[0], Height: foot - g.ys[0]}
	return slices.Insert(rows, at, []segment{{box: box, table: g}})
}

// layoutRuled makes lines of a page with ruled tables: each table stands in
// the order of reading where its head does.
func layoutRuled(glyphs []glyph, rules []rule) []visualLine {
	tables := grids(rules)
	var rest []glyph
	for _, c := range glyphs {
		if c.box.Height > 0 && !slices.ContainsFunc(tables, func(g *grid) bool { return g.take(c) }) {
			rest = append(rest, c)
		}
	}
	found := segments(rows(rest))
	for _, g := range tables {
		found = insertTable(found, g)
	}
	a := &arranger{}
	a.band(found, columnsDeep)
	for i, l := range a.lines {
		if l.cells != nil {
			a.lines[i].text = strings.Join(l.cells, " ")
		}
	}
	return a.lines
}
