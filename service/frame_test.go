package service

import (
	"strings"
	"testing"

	"taizhang/pipeline"
	"taizhang/report"
)

// drawnLine returns the characters of a line that stands at a height, ten points
// each.
func drawnLine(text string, y float64) []pipeline.Character {
	var out []pipeline.Character
	for i, r := range []rune(text) {
		out = append(out, pipeline.Character{Rune: r, Box: report.Box{X: float64(10 * i), Y: y, Width: 10, Height: 10}})
	}
	return out
}

func TestFind(t *testing.T) {
	raw := "建成3 座，新建3座，共6座"
	line := lineAt{page: 1, line: report.Line{Span: report.Span{End: len(raw)}, Box: report.Box{Y: 20, Width: 130, Height: 10}}}
	drawn := append(drawnLine("上面一行3座", 5), drawnLine("建成3座，新建3座，共6座", 20)...)
	drawn = append(drawn, drawn[8]) // printed twice, to look bold
	for _, x := range []struct {
		words string
		x     float64
		width float64
		exact bool
	}{
		{"3 座", 20, 20, true},
		{"3座", 70, 20, true},
		{"6座", 110, 20, true},
		{"新建3座", 50, 40, true},
	} {
		at := strings.Index(raw, x.words)
		line.want = report.Span{Start: at, End: at + len(x.words)}
		box, exact := line.find(raw, drawn)
		if exact != x.exact || box.X != x.x || box.Width != x.width {
			t.Errorf("%s: got %+v, %v, want x %v width %v", x.words, box, exact, x.x, x.width)
		}
	}
	line.want = report.Span{Start: 0, End: len("建成")}
	if box, exact := line.find(raw, nil); exact || box != line.line.Box {
		t.Errorf("got %+v, %v, want the box of the line, guessed", box, exact)
	}
}
