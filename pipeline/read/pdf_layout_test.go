package read

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"
)

func pdfLines(t testing.TB, name string, f pdfFile) []string {
	t.Helper()
	r := New(Options{})
	defer r.Close()
	source, err := r.Read(context.Background(), "a.pdf", f.bytes(t))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return nil
	}
	checkSource(t, source)
	return described(source)
}

func TestLayout(t *testing.T) {
	wide := "全年完成固定资产投资增长竣工项目"
	var columns, vertical strings.Builder
	leftLines, rightLines := "", ""
	for i := range 8 {
		y := 700 - 20*float64(i)
		left, right := wide+string('a'+rune(i)), wide+string('A'+rune(i))
		columns.WriteString(at(320, y, 14, right) + at(60, y, 14, left))
		leftLines, rightLines = leftLines+"|"+left, rightLines+"|"+right
	}
	for i, r := range []rune("完成投资三亿元") {
		vertical.WriteString(at(400, 700-14*float64(i), 14, string(r)))
	}
	for i, r := range []rune("竣工项目五个") {
		vertical.WriteString(at(370, 700-14*float64(i), 14, string(r)))
	}
	cells := func(y float64, texts ...string) string {
		out := ""
		for i, s := range texts {
			out += at(80+120*float64(i), y, 12, s)
		}
		return out
	}
	tests := []struct{ name, content, want string }{
		{"from top to bottom, whatever the order", at(80, 600, 14, "乙方") + at(80, 700, 14, "甲方"), "甲方|乙方"},
		{"pieces of a line", at(80, 700, 14, "完成") + at(136, 700, 14, "亿元") + at(108, 700, 14, "36.5"), "完成36.5亿元"},
		{"blanks", at(80, 700, 14, "BIM") + at(108, 700, 14, "team"), "BIM team"},
		{"raised note mark", at(80, 700, 14, "面积平方米") + at(150, 705, 7, "2"), "面积平方米2"},
		{"printed twice", at(80, 700, 14, "投资11亿元。") + at(80.4, 700, 14, "投资11亿元。"), "投资11亿元。"},
		{"two columns", at(200, 760, 18, "工作总结") + columns.String(), "工作总结" + leftLines + rightLines},
		{
			"table", cells(700, "指标", "计划", "完成") + cells(680, "投资", "6", "6.6") + cells(660, "项目", "14", "15") + at(80, 600, 12, "完毕"),
			"row1 指标\t计划\t完成|row1 投资\t6\t6.6|row1 项目\t14\t15|完毕",
		},
		{
			"ruled table with a wrapped and a merged cell",
			ruled([]float64{80, 160, 260}, []float64{720, 700, 660, 640}) + at(85, 705, 12, "指标") + at(165, 705, 12, "完成") +
				at(85, 685, 12, "固定资产投资") + at(85, 667, 12, "总额") + at(165, 676, 12, "6.6") + at(85, 645, 12, "项目") + at(165, 645, 12, "15"),
			"row1 指标\t完成|row1 固定资产投资总额\t6.6|row1 项目\t15",
		},
		{
			"rows without rules between", ruled([]float64{80, 160, 260}, []float64{720, 700, 640}) + cells(705, "指标") + at(165, 705, 12, "完成") +
				at(85, 685, 12, "投资") + at(165, 685, 12, "18") + at(85, 665, 12, "项目") + at(165, 665, 12, "22"),
			"row1 指标\t完成|row1 投资\t18|row1 项目\t22",
		},
		{"frame", ruled([]float64{60, 400}, []float64{720, 600}) + cells(680, "甲方", "乙方") + cells(620, "丙方"), "甲方 乙方|丙方"},
		{"two parts on one line alone", cells(700, "单位：某局", "时间：本年") + at(80, 600, 12, "完毕"), "单位：某局 时间：本年|完毕"},
		{"askew", "q 0.7 0.7 -0.7 0.7 0 0 cm " + at(300, 0, 40, "内部资料") + "Q " + at(80, 700, 14, "投资"), "投资"},
		{"vertical", vertical.String(), "完成投资三亿元|竣工项目五个"},
	}
	for _, test := range tests {
		if got := strings.Join(pdfLines(t, test.name, pdfFile{pages: []string{test.content}, drawn: true}), "|"); got != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
	}
}

// ruled draws the rules of a table.
func ruled(xs, ys []float64) string {
	var out strings.Builder
	left, right, top, foot := xs[0], xs[len(xs)-1], ys[0], ys[len(ys)-1]
	for _, x := range xs {
		fmt.Fprintf(&out, "%g %g 0.5 %g re f\n", x, foot, top-foot)
	}
	for _, y := range ys {
		fmt.Fprintf(&out, "%g %g %g 0.5 re f\n", left, y, right-left)
	}
	return out.String()
}

// TestTurned holds that a page reads the same however it is turned.
func TestTurned(t *testing.T) {
	content := func(matrix string) string {
		return "q " + matrix + " cm " + at(80, 500, 14, "甲完成投资") + at(80, 480, 14, "乙竣工项目") + "Q "
	}
	for turn, matrix := range map[int]string{0: "1 0 0 1 0 0", 90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"} {
		f := pdfFile{pages: []string{content(matrix)}, turn: turn, drawn: true}
		if got := strings.Join(pdfLines(t, fmt.Sprintf("turned by %d", turn), f), "|"); got != "甲完成投资|乙竣工项目" {
			t.Errorf("page turned by %d: %s", turn, got)
		}
		f.turn = 0
		if got := strings.Join(pdfLines(t, fmt.Sprintf("turned by %d", turn), f), "|"); got != "甲完成投资|乙竣工项目" {
			t.Errorf("text turned by %d: %s", turn, got)
		}
	}
}

func TestBoxes(t *testing.T) {
	r := New(Options{})
	defer r.Close()
	data := pdfFile{pages: []string{at(80, 700, 20, "标题") + at(100, 650, 10, "正文")}}.bytes(t)
	source, err := r.Read(context.Background(), "a.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	page := source.Pages[0]
	if page.Number != 1 || page.Width != 595 || page.Height != 842 || len(page.Lines) != 2 {
		t.Fatalf("%+v", page)
	}
	for i, want := range []struct{ x, foot, width, size float64 }{{80, 142, 40, 20}, {100, 192, 20, 10}} {
		l := page.Lines[i]
		foot := l.Box.Y + l.Box.Height
		if l.Box.X != want.x || math.Abs(foot-want.foot) > 5 || math.Abs(l.Box.Width-want.width) > 1 || l.Size != want.size {
			t.Errorf("line %d: %+v size %g, want %+v", i, l.Box, l.Size, want)
		}
	}
}
