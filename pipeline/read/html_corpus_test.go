package read

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pageFrames are what sites put around an article; %s is its paragraphs.
var pageFrames = map[string]string{
	"boxes": `<!DOCTYPE html><html><head><title>%[1]s_某市人民政府</title><script>var x="</p>";</script></head><body>` +
		`<div class="head"><a href="/">首页</a> <a href="/zwgk">政务公开</a> <a href="/hd">互动交流</a></div>` +
		`<div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/a">政府工作报告</a></div>` +
		`<div class="main"><h1>%[1]s</h1><div class="info"><a href="#">打印</a><a href="#">收藏</a></div><div class="con">%[2]s</div></div>` +
		`<ul><li><a href="/1">相关报道之一，全文</a></li><li><a href="/2">相关报道之二，图解</a></li></ul>` +
		`<div class="foot">主办：某市人民政府 <a href="/">网站地图</a><a href="/">备案号</a></div></body></html>`,
	"tables": `<HTML><HEAD><TITLE>%[1]s-某市</TITLE></HEAD><BODY bgcolor=white><TABLE width=980><TR><TD><A href=/>首页</A><TD><A href=/2>公开</A></TABLE>` +
		`<TABLE><TR><TD width=200><TABLE><TR><TD><A href=1>栏目</A><TR><TD><A href=2>栏目</A></TABLE><TD valign=top>` +
		`<TABLE><TR><TD align=center><FONT size=5><B>%[1]s</B></FONT><TR><TD>%[2]s</TABLE></TABLE>` +
		`<TABLE><TR><TD align=center>版权所有 <A href=/>某市人民政府</A></TABLE></BODY></HTML>`,
}

// TestPagesOfCorpus puts real reports into pages and holds that every line of
// theirs comes out, in order, and nothing of the page but the title.
func TestPagesOfCorpus(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedFolder(t), "corpus", "dev", "shengji2026", "*.txt"))
	more, err2 := filepath.Glob(filepath.Join(sharedFolder(t), "corpus", "dev", "guowuyuan", "*.txt"))
	if files = append(files, more...); err != nil || err2 != nil || len(files) < 10 {
		t.Skipf("no corpus: %v, %v", err, err2)
	}
	for i, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for line := range lines(string(data)) {
			if line = oneBlank(line); strings.TrimSpace(line) != "" {
				want = append(want, line)
			}
		}
		title := fmt.Sprintf("某市%d年政府工作报告", 2000+i)
		for name, frame := range pageFrames {
			inner := "<p>" + strings.Join(escapedLines(want), "</p>\n<p>") + "</p>"
			if i%2 == 1 {
				inner = strings.Join(escapedLines(want), "<br>\n<br>")
			}
			source := mustRead(t, "a.html", fmt.Appendf(nil, frame, title, inner))
			got := strings.Split(strings.TrimSuffix(source.Raw, "\n"), "\n")
			if first, _, _ := strings.Cut(source.Raw, "\n"); first != title {
				t.Errorf("%s in %s: title %q", file, name, first)
			}
			if g, w := strings.Join(got[1:], "\n"), strings.Join(want, "\n"); g != w {
				t.Errorf("%s in %s: %d lines of %d letters, want %d of %d", file, name, len(got)-1, len(g), len(want), len(w))
			}
		}
	}
}

func escapedLines(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = html.EscapeString(line)
	}
	return out
}
