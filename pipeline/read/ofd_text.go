package read

import (
	"math"
	"strconv"
	"strings"
)

const (
	ascent      = 0.88 // of a character, in its size
	narrowWidth = 0.5  // of a Latin character, in its size
	widestStep  = 1.3  // step to the next character, in widths, that shows no gap
	narrowStep  = 1.0  // the same for Latin characters, in their size
)

// ofdText is a TextObject while it is read.
type ofdText struct {
	place
	size    float64 // of the characters, in the object's own units
	stretch float64 // of their width
	angle   float64
	x, y    float64 // of the character that comes next
	style   typeset
}

// textObject reads the TextObject just started.
func (c *ofdContent) textObject(x *xmlStream, e element) error {
	c.text.objects++
	t := &ofdText{place: placeOf(e), size: one(e.attr("Size"), 1), stretch: one(e.attr("HScale"), 1)}
	t.angle = t.place.angle() + one(e.attr("ReadDirection"), 0)*math.Pi/180
	t.angle = math.Mod(t.angle+2*math.Pi, 2*math.Pi)
	height := t.box(0, 0, 0, t.size)
	t.style.size = max(height.Width, height.Height)
	t.style.bold = one(e.attr("Weight"), 400) >= boldWeight
	invisible := e.attr("Alpha") == "0"
	return x.each(func(e element) error {
		switch e.name {
		case "FillColor":
			invisible = invisible || e.attr("Alpha") == "0"
		case "TextCode":
			text, err := x.text()
			if err != nil {
				return err
			}
			c.text.invisible = c.text.invisible || invisible
			return c.textCode(t, e, []rune(strings.Map(printed, text)))
		}
		return x.skip()
	})
}

// printed drops the line ends that only lay out the XML.
func printed(r rune) rune {
	if isLineEnd(r) || isControl(r) {
		return -1
	}
	return r
}

// one returns a number, or otherwise what stands in its place.
func one(s string, otherwise float64) float64 {
	if n := floats(s); len(n) == 1 {
		return n[0]
	}
	return otherwise
}

// textCode sets the characters of a TextCode where it says.
func (c *ofdContent) textCode(t *ofdText, e element, text []rune) error {
	if err := c.spend(len(text)); err != nil {
		return err
	}
	if len(c.glyphs)+len(text) > mostOnPage {
		return refuseSize("a page of more than " + strconv.Itoa(mostOnPage) + " characters")
	}
	t.x, t.y = one(e.attr("X"), t.x), one(e.attr("Y"), t.y)
	across, down := deltas(e.attr("DeltaX"), len(text)), deltas(e.attr("DeltaY"), len(text))
	for i, r := range text {
		var dx, dy float64
		if i < len(across) {
			dx = across[i]
		}
		if i < len(down) {
			dy = down[i]
		}
		width := t.width(r, dx)
		if i >= len(across) && i >= len(down) {
			dx = width
		}
		c.set(t, r, width)
		t.x, t.y = t.x+dx, t.y+dy
	}
	return nil
}

// width returns the width of a character: the step to the next, unless that
// leaves a gap.
func (t *ofdText) width(r rune, step float64) float64 {
	width, most := t.size*t.stretch, widestStep*t.size*t.stretch
	if r < 0x2000 { // Latin; quotation marks and dashes are wide among Chinese ones
		most = narrowStep * width
		width *= narrowWidth
	}
	if step > 0 && step <= most {
		return step
	}
	return width
}

func (c *ofdContent) set(t *ofdText, r rune, width float64) {
	box := t.box(t.x, t.y-ascent*t.size, t.x+width, t.y+(1-ascent)*t.size)
	c.glyphs = append(c.glyphs, glyph{r: r, box: box, angle: t.angle, index: len(c.styles)})
	c.styles = append(c.styles, t.style)
}

// deltas reads steps from character to character, of which "g 3 2.5" stands
// for three of 2.5; no more than n.
func deltas(s string, n int) []float64 {
	var out []float64
	fields := strings.Fields(s)
	for i := 0; i < len(fields) && len(out) < n; i++ {
		times, value := 1, fields[i]
		if value == "g" {
			if i+2 >= len(fields) {
				break
			}
			times, _ = strconv.Atoi(fields[i+1])
			value = fields[i+2]
			i += 2
		}
		step := one(value, 0)
		for range min(times, n-len(out)) {
			out = append(out, step)
		}
	}
	return out
}
