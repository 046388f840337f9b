package repair

import "math"

// margin is the text area that a line stands in: of its page, or of its column.
type margin struct {
	left, right float64
	pitch       float64 // distance from line to line
}

func newMargin() margin {
	return margin{left: math.Inf(1), right: math.Inf(-1), pitch: math.Inf(1)}
}

// hold widens the area so that the line stands in it.
func (m *margin) hold(l line) {
	m.left = min(m.left, l.Box.X)
	m.right = max(m.right, l.Box.X+l.Box.Width)
}

// margins measures the text area of every line with a position, named by where
// the line begins in the body.
func margins(lines []line) map[int]margin {
	out := map[int]margin{}
	var page []line
	for i, l := range lines {
		if !l.empty() && l.Line != nil && l.Box.Width > 0 && !l.row() {
			page = append(page, l)
		}
		if n := len(page); n > 0 && (i+1 == len(lines) || lines[i+1].page != page[0].page) {
			measure(page, out)
			page = page[:0]
		}
	}
	return out
}

// measure measures the lines of a page: as one area, or column by column where
// the reading goes back to the top.
func measure(page []line, out map[int]margin) {
	whole := newMargin()
	var columns []margin
	begin := []int{}
	for i, l := range page {
		whole.hold(l)
		if i == 0 || l.Box.Y < page[i-1].Box.Y-columnRise*l.Box.Height {
			columns, begin = append(columns, newMargin()), append(begin, i)
		} else if l.Box.Y > page[i-1].Box.Y {
			whole.pitch = min(whole.pitch, l.Box.Y-page[i-1].Box.Y)
		}
	}
	for _, l := range page {
		out[l.body.Start] = whole
	}
	if len(columns) == 1 {
		return
	}
	for c := range columns {
		measureColumn(page, begin, c, out)
	}
}

// columnRise is how far, in heights of a line, reading goes up from one column
// to the next at least.
const columnRise = 5

// measureColumn measures the lines of column c. Those that reach into the next
// column, as titles do, keep the area of the page.
func measureColumn(page []line, begin []int, c int, out map[int]margin) {
	end, next := len(page), math.Inf(1)
	if c+1 < len(begin) {
		end = begin[c+1]
		if x := page[end].Box.X; x > page[begin[c]].Box.X {
			next = x
		}
	}
	m := newMargin()
	for _, l := range page[begin[c]:end] {
		if l.Box.X+l.Box.Width < next {
			m.hold(l)
		}
	}
	for _, l := range page[begin[c]:end] {
		if l.Box.X+l.Box.Width < next {
			m.pitch = out[l.body.Start].pitch
			out[l.body.Start] = m
		}
	}
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
	pa, pb := j.margins[a.body.Start], j.margins[b.body.Start]
	if size > titleSize*j.size && centred(a, pa) && centred(b, pb) {
		return a.page == b.page && b.Box.Y-a.Box.Y <= titlePitch*size
	}
	short := a.Box.X+a.Box.Width+size*leadWidth(b.text) < pa.right-size
	indent := b.Box.X > pb.left+1.2*size
	if short || indent {
		return false
	}
	if a.page == b.page && b.Box.Y > a.Box.Y {
		return b.Box.Y-a.Box.Y <= 1.8*max(pa.pitch, size)
	}
	return true
}

const (
	titleSize  = 1.2 // size of a title, in sizes of the text, at least
	titlePitch = 2.2 // from line to line of a title, in its sizes, at most
)

// centred tells whether a line stands in the middle of its area.
func centred(l line, m margin) bool {
	before, after := l.Box.X-m.left, m.right-l.Box.X-l.Box.Width
	return math.Abs(before-after) < l.Box.Height
}

// commonSize is the font size of most characters, 0 where none is known.
func commonSize(lines []line) float64 {
	count := map[float64]int{}
	best := 0.0
	for _, l := range lines {
		if l.Line == nil || l.Size <= 0 {
			continue
		}
		size := math.Round(2*l.Size) / 2
		if count[size] += len(l.text); count[size] > count[best] {
			best = size
		}
	}
	return best
}

// leadWidth is the width of what cannot be parted at the beginning of a line, in
// heights of a character: a number or Latin word, or a character, with the
// marks that never begin a line.
func leadWidth(text string) float64 {
	width := 0.0
	for i, r := range text {
		narrow := r > ' ' && r < 0x80
		if i > 0 && !closes(r) && !(narrow && width < mostLead && firstRune(text) < 0x80) {
			break
		}
		if narrow {
			width += 0.5
		} else {
			width++
		}
	}
	return width
}

// mostLead is the widest number or word that is moved to the next line whole.
const mostLead = 10
