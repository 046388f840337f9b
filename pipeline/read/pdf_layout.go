package read

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"taizhang/report"
)

// The file's own order of characters is not that of reading: programs write a
// page font by font. So lines are made from where the characters stand alone.

const (
	sameLine   = 0.55 // share of the lower of two boxes that must stand beside the other
	blankGap   = 0.28 // gap that shows as a blank, in heights of a character
	thinBlank  = 0.12 // the same between Latin letters, and where the file has a blank
	cellGap    = 1.30 // gap that parts cells or columns
	ligature   = 1.40 // width of two signs drawn as one, in heights, at least
	columnGap  = 0.60 // gap at a gutter that parts columns
	printTwice = 0.35 // shift by which a character is printed again to look bold
)

// layout returns the lines of a page in reading order. rules are asked for
// where parts of lines stand apart, as the cells of tables do.
func layout(glyphs []glyph, f frame, rules func() []rule) []visualLine {
	var lines []visualLine
	for quarter, group := range byDirection(glyphs) {
		if len(group) == 0 {
			continue
		}
		found := segments(rows(turnAll(group, quarter, f)))
		if quarter == 0 {
			if slices.ContainsFunc(found, func(r []segment) bool { return len(r) > 1 }) {
				lines = append(lines, layoutRuled(group, rules())...)
				continue
			}
		}
		arranged := arrange(found)
		for i := range arranged {
			arranged[i].line.Box = turnBack(arranged[i].line.Box, quarter, f)
		}
		lines = append(lines, arranged...)
	}
	return lines
}

// byDirection parts the characters by the quarter they are turned to. Those
// set askew are watermarks and left out. Text set from top to bottom counts as
// turned by a quarter: its lines then read from left to right.
func byDirection(glyphs []glyph) [4][]glyph {
	var groups [4][]glyph
	for _, g := range glyphs {
		q := g.angle / (math.Pi / 2)
		if math.Abs(q-math.Round(q)) < 0.1 {
			groups[int(math.Round(q))%4] = append(groups[int(math.Round(q))%4], g)
		}
	}
	if vertical(groups[0]) {
		for _, g := range groups[0] {
			groups[1] = append(groups[1], upright(g))
		}
		groups[0] = nil
	}
	return groups
}

// vertical tells whether characters follow each other from top to bottom.
func vertical(glyphs []glyph) bool {
	down, along := 0, 0
	for i := 1; i < len(glyphs); i++ {
		a, b := glyphs[i-1], glyphs[i]
		dx, dy := b.box.X-a.box.X, b.box.Y-a.box.Y
		side := min(a.box.Width, a.box.Height)
		switch {
		case math.Abs(dx) < 0.2*side && dy > 0.5*side && dy < 2*side:
			down++
		case math.Abs(dy) < 0.5*a.box.Height && dx > 0:
			along++
		}
	}
	return down > 3 && down > 4*along
}

// upright returns a character of text set from top to bottom in its own box:
// pdfium's has the room on its left, too.
func upright(g glyph) glyph {
	if side := g.box.Height; g.box.Width > 1.5*side {
		g.box.X += g.box.Width - side
		g.box.Width = side
	}
	return g
}

func turnAll(glyphs []glyph, quarter int, f frame) []glyph {
	if quarter == 0 {
		return glyphs
	}
	out := make([]glyph, len(glyphs))
	for i, g := range glyphs {
		g.box = turn(g.box, quarter, f.width, f.height)
		out[i] = g
	}
	return out
}

// turn returns the box in a page turned back by quarters, so that text turned
// clockwise by as many reads from left to right.
func turn(b report.Box, quarter int, width, height float64) report.Box {
	switch quarter {
	case 1:
		return report.Box{X: b.Y, Y: width - b.X - b.Width, Width: b.Height, Height: b.Width}
	case 2:
		b.X, b.Y = width-b.X-b.Width, height-b.Y-b.Height
		return b
	case 3:
		return report.Box{X: height - b.Y - b.Height, Y: b.X, Width: b.Height, Height: b.Width}
	}
	return b
}

func turnBack(b report.Box, quarter int, f frame) report.Box {
	if quarter == 0 {
		return b
	}
	width, height := f.width, f.height
	if quarter%2 == 1 {
		width, height = height, width
	}
	return turn(b, 4-quarter, width, height)
}

// row is what stands side by side on a page.
type row struct {
	glyphs    []glyph
	top, foot float64 // of its tallest character
}

// rows sorts characters into rows from top to bottom, each from left to right.
func rows(glyphs []glyph) []row {
	var runs []row // stretches of the file's order on one line
	for _, g := range glyphs {
		if g.box.Height <= 0 {
			continue
		}
		if n := len(runs); n > 0 && runs[n-1].beside(g.box.Y, g.foot()) {
			runs[n-1].add(g)
			continue
		}
		runs = append(runs, row{[]glyph{g}, g.box.Y, g.foot()})
	}
	slices.SortStableFunc(runs, func(a, b row) int { return compare(a.top+a.foot, b.top+b.foot) })
	var out []row
	for _, r := range runs {
		if i := besideOne(out, r); i >= 0 {
			for _, g := range r.glyphs {
				out[i].add(g)
			}
			continue
		}
		out = append(out, r)
	}
	for i := range out {
		slices.SortStableFunc(out[i].glyphs, func(a, b glyph) int { return compare(a.box.X, b.box.X) })
	}
	slices.SortStableFunc(out, func(a, b row) int { return compare(a.foot, b.foot) })
	return out
}

// besideOne returns the row among the last few that r stands in, or -1.
func besideOne(out []row, r row) int {
	for i := len(out) - 1; i >= max(0, len(out)-8); i-- {
		if out[i].beside(r.top, r.foot) {
			return i
		}
	}
	return -1
}

func (r *row) beside(top, foot float64) bool {
	overlap := min(r.foot, foot) - max(r.top, top)
	return overlap > sameLine*min(r.foot-r.top, foot-top)
}

func (r *row) add(g glyph) {
	if g.box.Height > r.foot-r.top {
		r.top, r.foot = g.box.Y, g.foot()
	}
	r.glyphs = append(r.glyphs, g)
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// segment is a stretch of a row without a gap: a line, a cell, or a column's
// share of the row; or a ruled table.
type segment struct {
	text        string
	box         report.Box
	first, last glyph
	glyphs      []glyph // all that stand in it, blanks too, from left to right
	table       *grid
}

func (s segment) right() float64 { return s.box.X + s.box.Width }

// segments cuts rows at their gaps.
func segments(rows []row) [][]segment {
	var out [][]segment
	for _, r := range rows {
		if s := r.segments(); len(s) > 0 {
			out = append(out, s)
		}
	}
	return out
}

func (r *row) segments() []segment {
	var out []segment
	var text strings.Builder
	var s segment
	blank := false // the file has a blank since the last character
	begin := 0
	flush := func(end int) {
		if s.text = text.String(); s.text != "" {
			s.glyphs = r.glyphs[begin:end]
			out = append(out, s)
		}
		text.Reset()
		begin = end
	}
	for i, g := range r.glyphs {
		if g.blank() {
			blank = true
			continue
		}
		if text.Len() == 0 {
			s = segment{box: g.box, first: g, last: g}
			text.WriteRune(g.r)
			blank = false
			continue
		}
		if again(s.last, g) {
			continue
		}
		height := min(s.last.box.Height, g.box.Height)
		switch gap := g.box.X - s.last.right(); {
		case gap > cellGap*height:
			flush(i)
			s = segment{box: g.box, first: g}
		case gap > blankGap*height, gap > thinBlank*height && (blank || latin(s.last.r) && latin(g.r)):
			text.WriteByte(' ')
		}
		text.WriteRune(g.r)
		s.last, s.box, blank = g, union(s.box, g.box), false
	}
	flush(len(r.glyphs))
	return out
}

// parted cuts a segment at x where a gap stands there, too narrow to part cells
// but not words.
func (s segment) parted(x float64) []segment {
	i := slices.IndexFunc(s.glyphs, func(g glyph) bool { return !g.blank() && g.box.X+g.box.Width/2 > x })
	j := i - 1
	for j >= 0 && s.glyphs[j].blank() {
		j--
	}
	if j < 0 {
		return []segment{s}
	}
	a, b := s.glyphs[j], s.glyphs[i]
	if b.box.X-a.right() < columnGap*max(a.box.Height, b.box.Height) {
		return []segment{s}
	}
	left, right := row{glyphs: s.glyphs[:j+1]}, row{glyphs: s.glyphs[i:]}
	return append(left.segments(), right.segments()...)
}

func latin(r rune) bool { return r > ' ' && r < 0x2E80 && !unicode.IsDigit(r) }

// again tells a character printed a second time over the first. Two signs that
// a font draws as one (——) share a place, too, but it is as wide as both.
func again(a, b glyph) bool {
	if b.index == a.index+1 && a.box == b.box && a.box.Width > ligature*a.box.Height {
		return false
	}
	return a.r == b.r && math.Abs(b.box.X-a.box.X) < printTwice*a.box.Width
}

func union(a, b report.Box) report.Box {
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	return report.Box{
		X: x, Y: y,
		Width:  max(a.X+a.Width, b.X+b.Width) - x,
		Height: max(a.Y+a.Height, b.Y+b.Height) - y,
	}
}
