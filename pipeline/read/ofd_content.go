package read

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"taizhang/report"
)

const (
	pointsPerMM = 72 / 25.4
	mostOnPage  = 200_000 // characters of one page
	wholePage   = 0.8     // share of the page that a picture of it covers
	boldWeight  = 700
)

// ofdBox is a rectangle in millimetres from the top left corner.
type ofdBox struct{ x, y, width, height float64 }

// parseBox reads the four numbers of a rectangle.
func parseBox(s string) (ofdBox, bool) {
	n := floats(s)
	if len(n) != 4 {
		return ofdBox{}, false
	}
	return ofdBox{n[0], n[1], n[2], n[3]}, n[2] > 0 && n[3] > 0
}

// floats reads numbers set apart by blanks. One that cannot be ends the list.
func floats(s string) []float64 {
	var out []float64
	for _, field := range strings.Fields(s) {
		n, err := strconv.ParseFloat(field, 64)
		if err != nil || math.IsNaN(n) || math.Abs(n) > 1e6 {
			break
		}
		out = append(out, n)
	}
	return out
}

// typeset is how a character is set.
type typeset struct {
	size float64 // points
	bold bool
}

// ofdContent is what stands on a page or a template, in points.
type ofdContent struct {
	*ofd
	box    ofdBox
	glyphs []glyph
	styles []typeset // by glyph.index
	rules  []rule
	uses   []string // ids of templates
	lists  []string // of its own resources
	text   pageText

	pictures []ofdPicture
	covered  float64 // by pictures, in square millimetres
}

// content reads the part of a page or a template.
func (o *ofd) content(part string) (*ofdContent, error) {
	c := &ofdContent{ofd: o, box: o.box}
	err := o.parse(part, func(x *xmlStream, e element) error {
		switch e.name {
		case "Area":
			return o.area(x, &c.box)
		case "Template":
			c.uses = append(c.uses, e.attr("TemplateID"))
		case "PageRes":
			loc, err := x.text()
			c.lists = append(c.lists, o.locate(part, loc))
			return err
		case "Content":
			return c.objects(x)
		}
		return x.skip()
	})
	return c, err
}

// objects reads what is drawn in the element just started.
func (c *ofdContent) objects(x *xmlStream) error {
	return x.each(func(e element) error {
		if e.attr("Visible") == "false" {
			return x.skip()
		}
		switch e.name {
		case "Layer", "PageBlock":
			return c.objects(x)
		case "TextObject":
			return c.textObject(x, e)
		case "PathObject":
			return c.pathObject(x, e)
		case "ImageObject":
			c.imageObject(e)
		}
		return x.skip()
	})
}

// include adds what stands on a template.
func (c *ofdContent) include(t *ofdContent) {
	for _, g := range t.glyphs {
		s := t.styles[g.index]
		g.index = len(c.styles)
		c.glyphs, c.styles = append(c.glyphs, g), append(c.styles, s)
	}
	c.rules = append(c.rules, t.rules...)
	c.pictures, c.covered = append(c.pictures, t.pictures...), c.covered+t.covered
	c.text.picture = c.text.picture || c.covered > wholePage*c.box.width*c.box.height
	c.text.objects += t.text.objects
}

// page puts the characters in reading order.
func (c *ofdContent) page() pdfPage {
	width, height := c.box.width*pointsPerMM, c.box.height*pointsPerMM
	f := frame{right: width, top: height, width: width, height: height}
	p := pdfPage{width: width, height: height}
	p.text.count(c.glyphs)
	p.text.picture, p.text.invisible = c.text.picture, c.text.invisible
	p.text.objects = c.text.objects
	p.text.silent = p.text.total == 0
	p.lines = layout(c.glyphs, f, func() []rule { return c.rules })
	for i := range p.lines {
		l := &p.lines[i]
		first, last := c.styles[l.first.index], c.styles[l.last.index]
		l.line.Size, l.line.Bold = first.size, first.bold && last.bold
	}
	p.lines = slices.DeleteFunc(p.lines, func(l visualLine) bool {
		return l.cells == nil && strings.TrimSpace(l.text) == ""
	})
	return p
}

// matrix is the transformation of an object: a b c d e f.
type matrix [6]float64

func parseMatrix(s string) matrix {
	if n := floats(s); len(n) == 6 {
		return matrix(n)
	}
	return matrix{1, 0, 0, 1, 0, 0}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// place is where an object's own coordinates lie on the page.
type place struct {
	matrix
	x, y float64 // of its box
}

func placeOf(e element) place {
	p := place{matrix: parseMatrix(e.attr("CTM"))}
	if n := floats(e.attr("Boundary")); len(n) == 4 {
		p.x, p.y = n[0], n[1]
	}
	return p
}

// box returns the box on the page, in points, around a box of the object.
func (p place) box(left, top, right, foot float64) report.Box {
	var xs, ys [4]float64
	for i, corner := range [4][2]float64{{left, top}, {right, top}, {left, foot}, {right, foot}} {
		x, y := p.apply(corner[0], corner[1])
		xs[i], ys[i] = (x+p.x)*pointsPerMM, (y+p.y)*pointsPerMM
	}
	x, y := slices.Min(xs[:]), slices.Min(ys[:])
	return report.Box{X: x, Y: y, Width: slices.Max(xs[:]) - x, Height: slices.Max(ys[:]) - y}
}

// angle returns the direction of the object's lines, in radians clockwise.
func (p place) angle() float64 {
	a := math.Atan2(p.matrix[1], p.matrix[0])
	if a < 0 {
		a += 2 * math.Pi
	}
	return a
}
