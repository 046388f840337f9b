package chart

import (
	"math"
	"strconv"
	"strings"
)

// Drawing is a panel worked out: shapes in a box of Width by Height.
type Drawing struct {
	Name          string
	Width, Height int
	Shapes        []Shape
}

// Tag says what a shape is.
type Tag string

// The shapes: a path, and a text.
const (
	Path Tag = "path"
	Text Tag = "text"
)

// Shape is a path or a text of a drawing. Its class says what it is for: grid,
// zero, axis, tick, place, sign, label, bar, line, point, each with the style of
// its series.
type Shape struct {
	Tag    Tag
	Class  string
	Style  Style  // of its series; empty: it belongs to none
	D      string // of a path
	X, Y   string // of a text
	Anchor string // of a text: start, middle, end
	Words  string // of a text; of a path, what it says where it is pointed at
}

// The measures of a panel.
const (
	left, right, top, bottom = 46, 10, 20, 26
	plotHeight               = 176
	barPlace, widestBar      = 32, 32 // of a bar with what is left free beside it
	linePlace                = 64
	betweenPlaces            = 14
	narrowest                = 320
)

// Draw works out a panel on an axis.
func Draw(p Panel, a Axis) Drawing {
	d := drawer{axis: a, panel: p, place: linePlace}
	if !p.Lines {
		d.place = barPlace*len(p.Series) + betweenPlaces
	}
	if n := max(1, len(p.Places)); n*d.place < narrowest-left-right {
		d.place = (narrowest - left - right) / n
	}
	d.out = Drawing{Name: p.Name, Width: left + right + d.place*max(1, len(p.Places)), Height: top + plotHeight + bottom}
	d.grid()
	if p.Lines {
		d.lines()
	} else {
		d.bars()
	}
	d.places()
	return d.out
}

type drawer struct {
	axis  Axis
	panel Panel
	place int // width of one
	out   Drawing
}

// path adds a path; # in its data stands for the next coordinate.
func (d *drawer) path(s Shape, data string, coordinates ...float64) {
	for _, c := range coordinates {
		data = strings.Replace(data, "#", coordinate(c), 1)
	}
	s.Tag, s.D = Path, data
	d.out.Shapes = append(d.out.Shapes, s)
}

func (d *drawer) text(class, anchor, words string, x, y float64) {
	d.out.Shapes = append(d.out.Shapes, Shape{Tag: Text, Class: class, X: coordinate(x), Y: coordinate(y), Anchor: anchor, Words: words})
}

// coordinate writes a number to a tenth of a pixel.
func coordinate(f float64) string {
	return strconv.FormatFloat(math.Round(f*10)/10, 'f', -1, 64)
}

// y returns the height of a value.
func (d *drawer) y(v float64) float64 {
	return top + plotHeight*(1-(v-d.axis.Low)/(d.axis.High-d.axis.Low))
}

// x returns the middle of a place.
func (d *drawer) x(i int) float64 { return left + float64(d.place)*(float64(i)+.5) }

func (d *drawer) grid() {
	end := float64(d.out.Width - right)
	for _, t := range d.axis.Ticks {
		class := "grid"
		if t == d.axis.Low || math.Abs(t) < 1e-12 {
			class = "zero"
		}
		d.path(Shape{Class: class}, "M# #H#", left, d.y(t), end)
		d.text("tick", "end", d.axis.Label(t), left-7, d.y(t)+3.5)
	}
	if d.axis.Broken { // a zigzag: what is below is cut off
		y := d.y(d.axis.Low)
		d.path(Shape{Class: "axis"}, "M# #l4 -3l-8 -4l8 -4l-4 -3V#", left, y, top)
	}
}

func (d *drawer) places() {
	for i, p := range d.panel.Places {
		d.text("place", "middle", p.Label, d.x(i), top+plotHeight+17)
		if p.Sign != "" {
			d.text("sign", "middle", p.Sign, d.x(i), 10)
		}
	}
}

// bars draws the bars of a place side by side in its middle.
func (d *drawer) bars() {
	width := min(widestBar, float64(d.place-betweenPlaces)/float64(max(1, len(d.panel.Series))))
	for i := range d.panel.Places {
		known := 0
		for _, s := range d.panel.Series {
			if s.Values[i].Known {
				known++
			}
		}
		x := d.x(i) - width*float64(known)/2
		for _, s := range d.panel.Series {
			if v := s.Values[i]; v.Known {
				d.bar(s.Style, v, x+1, width-2)
				x += width
			}
		}
	}
}

func (d *drawer) bar(style Style, v Value, x, width float64) {
	from, to := d.y(max(0, d.axis.Low)), d.y(v.Size)
	if math.Abs(from-to) < 1 {
		to = from - 1 // a nought is to be seen
	}
	d.path(Shape{Class: "bar", Style: style, Words: v.Text}, "M# #V#H#V#Z", x, from, to, x+width, from)
	above := min(from, to) - 4
	if v.Size < 0 {
		above = max(from, to) + 11
	}
	d.text("label "+string(style), "middle", v.Label, x+width/2, above)
}

// lines joins the values of places that lie side by side; where one is not
// known, the line is interrupted.
func (d *drawer) lines() {
	for _, s := range d.panel.Series {
		var b strings.Builder
		pen := "M"
		for i, v := range s.Values {
			if !v.Known {
				pen = "M"
				continue
			}
			b.WriteString(pen + coordinate(d.x(i)) + " " + coordinate(d.y(v.Size)))
			pen = "L"
		}
		if b.Len() > 0 {
			d.out.Shapes = append(d.out.Shapes, Shape{Tag: Path, Class: "line", Style: s.Style, D: b.String()})
		}
	}
	for _, s := range d.panel.Series {
		for i, v := range s.Values {
			if v.Known {
				d.point(s.Style, v, d.x(i))
			}
		}
	}
	for i := range d.panel.Places {
		d.pointLabels(i)
	}
}

// point draws a mark whose shape says what it is: a circle, a diamond, a triangle.
func (d *drawer) point(style Style, v Value, x float64) {
	y, s := d.y(v.Size), Shape{Class: "point", Style: style, Words: v.Text}
	switch style {
	case Target:
		d.path(s, "M# #l5.5 5.5l-5.5 5.5l-5.5 -5.5Z", x, y-5.5)
	case Forecast:
		d.path(s, "M# #l5.5 9h-11Z", x, y-6)
	default:
		d.path(s, "M# #a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z", x-4, y)
	}
}

// pointLabels writes the numbers of a place: that of the highest above it, of
// the lowest below, of one between them at its side.
func (d *drawer) pointLabels(place int) {
	highest, lowest := -1, -1
	for k, s := range d.panel.Series {
		v := s.Values[place]
		if v.Known && (highest < 0 || v.Size > d.panel.Series[highest].Values[place].Size) {
			highest = k
		}
		if v.Known && (lowest < 0 || v.Size <= d.panel.Series[lowest].Values[place].Size) {
			lowest = k
		}
	}
	for k, s := range d.panel.Series {
		v := s.Values[place]
		switch {
		case !v.Known:
		case k == highest:
			d.text("label "+string(s.Style), "middle", v.Label, d.x(place), d.y(v.Size)-9)
		case k == lowest:
			d.text("label "+string(s.Style), "middle", v.Label, d.x(place), d.y(v.Size)+17)
		default:
			d.text("label "+string(s.Style), "start", v.Label, d.x(place)+8, d.y(v.Size)+4)
		}
	}
}
