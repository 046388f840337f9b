package read

import (
	"math"
	"unicode/utf16"
	"unicode/utf8"

	"taizhang/report"
)

// frame is the box of a page in the file's own coordinates, and how the page
// is turned for display, in quarters clockwise.
type frame struct {
	left, bottom, right, top float64
	turn                     int
	width, height            float64 // as displayed
}

// display returns a box as it shows: in points from the top left corner.
func (f frame) display(left, bottom, right, top float64) report.Box {
	wide, high := right-left, top-bottom
	switch f.turn {
	case 1:
		return report.Box{X: bottom - f.bottom, Y: left - f.left, Width: high, Height: wide}
	case 2:
		return report.Box{X: f.right - right, Y: bottom - f.bottom, Width: wide, Height: high}
	case 3:
		return report.Box{X: f.top - top, Y: f.right - right, Width: high, Height: wide}
	}
	return report.Box{X: left - f.left, Y: f.top - top, Width: wide, Height: high}
}

// displayAngle returns the direction of a character as it shows, in radians
// clockwise from left to right, within [0, 2π).
func (f frame) displayAngle(angle float64) float64 {
	a := math.Mod(angle+float64(f.turn)*math.Pi/2, 2*math.Pi)
	if a < 0 {
		a += 2 * math.Pi
	}
	return a
}

// glyph is one character where it stands on the page.
type glyph struct {
	r     rune
	box   report.Box
	angle float64
	index int // in pdfium's order
}

func (g glyph) blank() bool { return g.r == ' ' || g.r == '\u00A0' || g.r == '\u3000' || g.r == '\t' }

func (g glyph) right() float64 { return g.box.X + g.box.Width }

func (g glyph) foot() float64 { return g.box.Y + g.box.Height }

// character returns the character of pdfium's code. A hyphen at the end of a
// line comes as U+0002 or U+FFFE, a character without Unicode as 0.
func character(code uint) rune {
	switch {
	case code == 2 || code == 0xFFFE:
		return '-'
	case code == 0 || code > utf8.MaxRune || code == 0xFFFF:
		return utf8.RuneError
	}
	return rune(code)
}

// joinSurrogates puts the halves of characters beyond U+FFFF together.
func joinSurrogates(glyphs []glyph) []glyph {
	out := glyphs[:0]
	for i := 0; i < len(glyphs); i++ {
		g := glyphs[i]
		if utf16.IsSurrogate(g.r) {
			whole := rune(utf8.RuneError)
			if i+1 < len(glyphs) {
				whole = utf16.DecodeRune(g.r, glyphs[i+1].r)
			}
			if g.r = whole; whole != utf8.RuneError {
				i++
			}
		}
		out = append(out, g)
	}
	return out
}
