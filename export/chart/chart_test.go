package chart

import (
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"
)

// some returns a panel of values; NaN is one that is not known.
func some(lines bool, sizes ...float64) Panel {
	p := Panel{Name: "某单位", Lines: lines}
	s := Series{Style: Actual}
	for i, f := range sizes {
		p.Places = append(p.Places, Place{Label: strconv.Itoa(2020 + i)})
		s.Values = append(s.Values, Value{Known: !math.IsNaN(f), Size: f, Label: strconv.FormatFloat(f, 'f', -1, 64)})
	}
	p.Series = []Series{s}
	return p
}

func TestNewAxis(t *testing.T) {
	for _, c := range []struct {
		panel  Panel
		ticks  string
		broken bool
	}{
		{some(false, 4350, 4620, 4180), "0 2000 4000 6000", false},
		{some(false, 0.35, 0.62), "0 0.2 0.4 0.6 0.8", false},
		{some(false, 98.6, 99.1), "0 50 100", false},
		{some(true, 98.6, 99.1), "98.6 98.8 99.0 99.2", true},
		{some(true, 8.3, -2.4), "−5 0 5 10", false},
		{some(true, 6, 7), "6.0 6.5 7.0", true},
		{some(false, -3, -1), "−3 −2 −1 0", false},
		{some(false, 0), "0 0.5 1.0", false},
		{some(true, 5), "4.5 5.0 5.5", true},
		{some(false), "0 1", false},
		{some(false, 1e15), "0 500000000000000 1000000000000000", false},
	} {
		a := NewAxis([]Panel{c.panel})
		var got []string
		for _, tick := range a.Ticks {
			got = append(got, a.Label(tick))
		}
		if strings.Join(got, " ") != c.ticks || a.Broken != c.broken {
			t.Errorf("%v: %v, broken %v; want %s, %v", c.panel.Series[0].Values, got, a.Broken, c.ticks, c.broken)
		}
	}
}

// TestBarsBeginAtZero: a bar twice as high stands for a value twice as large.
func TestBarsBeginAtZero(t *testing.T) {
	p := some(false, 1000, 2000)
	height := func(s Shape) float64 {
		var y [2]float64
		d := strings.NewReplacer("M", " ", "V", " ", "H", " ", "Z", " ").Replace(s.D)
		f := strings.Fields(d) // x y to right y
		y[0], _ = strconv.ParseFloat(f[1], 64)
		y[1], _ = strconv.ParseFloat(f[2], 64)
		return y[0] - y[1]
	}
	var bars []float64
	for _, s := range Draw(p, NewAxis([]Panel{p})).Shapes {
		if s.Class == "bar" {
			bars = append(bars, height(s))
		}
	}
	if len(bars) != 2 || math.Abs(bars[1]-2*bars[0]) > .3 {
		t.Errorf("heights %v, want the second twice the first", bars)
	}
}

// TestLinesAreInterrupted: where a value is not known, no line leads past it.
func TestLinesAreInterrupted(t *testing.T) {
	p := some(true, 1, 2, math.NaN(), 4, 5)
	for _, s := range Draw(p, NewAxis([]Panel{p})).Shapes {
		if s.Class == "line" && (strings.Count(s.D, "M") != 2 || strings.Count(s.D, "L") != 2) {
			t.Errorf("line %s, want two pieces", s.D)
		}
	}
}

// TestShapesStayInside: nothing is drawn beside the box.
func TestShapesStayInside(t *testing.T) {
	for _, p := range []Panel{some(false, 5, -7, 12), some(true, 1e9, 2), some(false), some(false, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)} {
		d := Draw(p, NewAxis([]Panel{p}))
		for _, s := range d.Shapes {
			x, _ := strconv.ParseFloat(s.X, 64)
			y, _ := strconv.ParseFloat(s.Y, 64)
			if x < 0 || x > float64(d.Width) || y < 0 || y > float64(d.Height) || strings.Contains(s.D, "NaN") || strings.Contains(s.D, "Inf") {
				t.Errorf("%+v lies outside %d by %d", s, d.Width, d.Height)
			}
		}
	}
}

// TestSVG: the file is whole XML, says what a reader needs, and takes nothing
// of a name for markup.
func TestSVG(t *testing.T) {
	p := some(false, 1, 2)
	p.Name = `<script>alert(1)</script>&"`
	p.Places[1].Sign = "※1"
	p.Series = append(p.Series, Series{Style: Target, Values: []Value{{Known: true, Size: 2, Text: "2020 计划 2"}, {}}})
	d := Draw(p, NewAxis([]Panel{p}))
	var out strings.Builder
	err := SVG(&out, Sheet{Title: "学位\x00", Unit: "单位：个", Legend: []Entry{{Actual, "实际"}, {Target, "计划"}},
		Panels: []Drawing{d, d, d}, Notes: []string{"※1 " + strings.Repeat("很长的说明", 60)}})
	if err != nil {
		t.Fatal(err)
	}
	for r := xml.NewDecoder(strings.NewReader(out.String())); ; {
		token, err := r.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "script" {
			t.Error("a name was taken for markup")
		}
	}
	for _, want := range []string{"&lt;script&gt;", "实际", "计划", "※1", "2020 计划 2", "url(#chart-target)", "<style>"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the file lacks %s", want)
		}
	}
}
