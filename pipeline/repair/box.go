package repair

import "math"

// margin is the text area of a page.
type margin struct {
	left, right float64
	pitch       float64 // distance from line to line
}

// margins measures the text area of every page with positions.
func margins(lines []line) map[int]margin {
	m := map[int]margin{}
	var last line
	for _, l := range lines {
		if l.empty() || l.Line == nil || l.Box.Width <= 0 || l.row() {
			continue
		}
		p, ok := m[l.page]
		if !ok {
			p = margin{left: math.Inf(1), right: math.Inf(-1), pitch: math.Inf(1)}
		}
		p.left = min(p.left, l.Box.X)
		p.right = max(p.right, l.Box.X+l.Box.Width)
		if last.Line != nil && last.page == l.page && l.Box.Y > last.Box.Y {
			p.pitch = min(p.pitch, l.Box.Y-last.Box.Y)
		}
		m[l.page] = p
		last = l
	}
	return m
}

// boxJoins decides by where the lines stand: a line that stops short of the
// right margin, an indent, a change of size or a wide gap ends a paragraph.
func (j *joiner) boxJoins(a, b line) bool {
	size := max(a.Size, b.Size)
	if size <= 0 {
		size = max(a.Box.Height, b.Box.Height)
	}
	if math.Abs(a.Size-b.Size) > 0.15*size || a.Bold != b.Bold {
		return false
	}
	pa, pb := j.margins[a.page], j.margins[b.page]
	short := a.Box.X+a.Box.Width < pa.right-2*size
	indent := b.Box.X > pb.left+1.2*size
	if short || indent {
		return false
	}
	if a.page == b.page {
		return b.Box.Y-a.Box.Y <= 1.8*max(pa.pitch, size)
	}
	return true
}
