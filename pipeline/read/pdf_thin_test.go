package read

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"taizhang/report"
)

// thinLines are lines that stand each in a text of its own, among them single
// characters.
var thinLines = []string{"一、项目建设", "全年完成投资三十六亿元", "8", "新增学位二千七百个", "好", "农村公路提质改造"}

// turned shows lines below each other on a page that is turned for display by
// quarters, so that they read from left to right there.
func turned(lines []string, quarters int) string {
	matrix := [][4]int{{1, 0, 0, 1}, {0, 1, -1, 0}, {-1, 0, 0, -1}, {0, -1, 1, 0}}[quarters]
	var out strings.Builder
	for i, l := range lines {
		x, y := []int{80, 80 + 25*i, 500, 500 - 25*i}[quarters], []int{700 - 25*i, 80, 100 + 25*i, 700}[quarters]
		fmt.Fprintf(&out, "BT /F1 14 Tf %d %d %d %d %d %d Tm <%s> Tj ET\n",
			matrix[0], matrix[1], matrix[2], matrix[3], x, y, hexUCS2(l))
	}
	return out.String()
}

// TestThinTexts holds that no text is lost whose font is not in the file, in
// whatever direction it runs and however few characters it has.
func TestThinTexts(t *testing.T) {
	files := map[string]pdfFile{
		"in a form":      {pages: []string{"/Fm Do"}, form: turned(thinLines, 0)},
		"one by one":     {pages: []string{oneByOne(thinLines)}},
		"turned by hand": {pages: []string{turned(thinLines, 1)}},
	}
	for quarters := range 4 {
		name := fmt.Sprintf("turned by %d", 90*quarters)
		files[name] = pdfFile{pages: []string{turned(thinLines, quarters)}, turn: 90 * quarters}
	}
	for name, f := range files {
		source := mustRead(t, "a.pdf", f.bytes(t))
		got := strings.Split(strings.TrimSpace(source.Raw), "\n")
		if !slices.Equal(got, thinLines) || source.Pages[0].Quality != report.Good {
			t.Errorf("%s: %s %q, want %q", name, source.Pages[0].Quality, got, thinLines)
		}
	}
}

// oneByOne shows each character in a text of its own.
func oneByOne(lines []string) string {
	var out strings.Builder
	for i, l := range lines {
		x := 80.0
		for _, r := range l {
			out.WriteString(at(x, float64(700-25*i), 14, string(r)))
			x += 14
		}
	}
	return out.String()
}

// TestUpright reads text set from top to bottom, its lines from right to left.
func TestUpright(t *testing.T) {
	page := at(400, 700, 14, "全年完成投资三十六亿元") + at(370, 700, 14, "新增学位二千七百个") + at(340, 700, 14, "农村公路提质改造")
	source := mustRead(t, "a.pdf", pdfFile{pages: []string{page}, upright: true}.bytes(t))
	want := "全年完成投资三十六亿元\n新增学位二千七百个\n农村公路提质改造\n"
	if source.Raw != want {
		t.Errorf("got %q, want %q", source.Raw, want)
	}
}
