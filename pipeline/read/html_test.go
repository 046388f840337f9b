package read

import (
	"context"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"taizhang/report"
)

// savedPage is a page as old government sites have it: laid out by tables, end
// tags missing, the article between menus, buttons and a footer.
const savedPage = `<!-- saved from url=(0022)http://www.example.gov.cn/ -->
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>临江区教育局2023年工作总结_临江区人民政府</title>
<style>.a{color:red}</style><script>var a="<p>全年完成。</p>";</script></head>
<body><h1><a href="/">临江区人民政府</a></h1><ul><li><a href="1">首页</a><li><a href="2">政务公开</a></ul>
<table width="100%"><tr><td><ul><li><a href="1">栏目一</a></ul></td><td>
<h2>临江区教育局2023年工作总结</h2>
<div>发布时间：2024-01-05 来源：教育局 【字号 <a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】 <a href="javascript:print()">打印</a></div>
<div id="zoom"><p>　　2023年，全区教育系统坚持立德树人，各项工作取得新进展。</p>
<!-- 正文 --><p><strong>一、主要工作</strong></p>
<p>　　<b>（一）扩学位。</b>全年新增学位<span>27</span>00个，投资3.6亿元，同比增长8.5%。<br>　　改造学校12所；<br/>完成率100%。
<h3>二、指标完成情况</h3>
<table border="1"><tr><th rowspan="2">指标<th colspan="2">完成<tr><td>2022年<td>2023年<tr><td>学位</td><td>2000</td><td>2700</td></tr></table>
<ol><li>建学校<li>招教师</ol></div>
<div>分享到：<a href="x">微信朋友圈</a><a href="y">新浪微博</a></div>
<div><ul><li><a href="1">临江区教育局2022年工作总结</a></li></ul></div>
</td></tr></table>
<div>版权所有：临江区人民政府 <a href="x">备案号12345</a></div>
</body></html>`

const savedText = `title 临江区教育局2023年工作总结
　　2023年，全区教育系统坚持立德树人，各项工作取得新进展。
bold 一、主要工作
　　（一）扩学位。全年新增学位2700个，投资3.6亿元，同比增长8.5%。
　　改造学校12所；
完成率100%。
h3 二、指标完成情况
row1 指标	完成	
row1 	2022年	2023年
row1 学位	2000	2700
1. 建学校
2. 招教师`

func TestSavedPage(t *testing.T) {
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(savedPage)
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range []string{savedPage, "\uFEFF" + savedPage, gb} {
		source := mustRead(t, "a.txt", []byte(data))
		if got := strings.Join(described(source), "\n"); got != savedText {
			t.Errorf("got\n%s\nwant\n%s", got, savedText)
		}
		if source.Format != "html" || source.Layout != report.LayoutParagraphs || len(source.Problems) > 0 {
			t.Errorf("%s, %s, %v", source.Format, source.Layout, source.Problems)
		}
	}
}

func TestHTML(t *testing.T) {
	const first, second = "全年完成投资3亿元，同比增长5%。", "竣工项目十五个，新开工项目二十个。"
	tests := []struct{ name, page, want string }{
		{"paragraphs without end tags", "<p>" + first + "<p>" + second, first + "|" + second},
		{"breaks in one block", "<div>" + first + "<br><br>" + second + "</div>", first + "|" + second},
		{"text in the body alone", first + "<br>" + second, first + "|" + second},
		{"line ends are blanks", "<p>全年\n  完成 <b>3</b>亿元。</p><pre>甲。\n 乙</pre>", "全年 完成 3亿元。|甲。| 乙"},
		{"references", "<p>A&amp;B&nbsp;&lt;3&#20159;元&gt;。</p>", "A&B\u00a0<3亿元>。"},
		{"headings", "<h1>总结</h1><h2>一、工作</h2><p>" + first, "title 总结|h2 一、工作|" + first},
		{"a whole paragraph as heading", "<h2>" + first + second + "</h2>", first + second},
		{"title in the head alone", "<title>某局2023年工作总结 - 某区政府</title><p>" + first, "title 某局2023年工作总结|" + first},
		{"the site's name is no title", "<title>某区政府</title><p>" + first, first},
		{"title named for machines", `<meta name="ArticleTitle" content="某局总结"><title>某区政府</title><p>` + first, "title 某局总结|" + first},
		{"title on two lines of the text", `<title>某局2023年工作总结</title><p>某局</p><p>2023年工作总结</p><p>` + first, "某局|2023年工作总结|" + first},
		{"menus by name", "<nav>导航。</nav><p>" + first + "</p><aside>旁边。</aside><div role=navigation>导航。</div>", first},
		{"hidden", `<p>` + first + `</p><div style="display: none">旧。</div><div hidden>旧。</div>`, first},
		{"shown by a script", `<p>载入中</p><div style="display:none"><p>` + first + "<p>" + second + "</div>", first + "|" + second},
		{"a link in a sentence", `<p>按<a href="x">《规定》</a>完成3亿元。</p><p><a href="x">下一篇</a></p>`, "按《规定》完成3亿元。"},
		{"a named place is no link", `<p><a name="top">` + first + `<p>` + second, first + "|" + second},
		{"headings that link to themselves", `<h1><a href="#top">总结</a></h1><p>` + first, "title 总结|" + first},
		{"a link left open", `<p>甲<a href="x">乙</p><p>` + first, "甲乙|" + first},
		{"scripts", "<p>甲<script>document.write('<p>乙')</script>丙<style>p{}</style>。<noscript>丁</noscript><textarea>戊</textarea>", "甲丙。"},
		{"lists", `<ol start="3" type="A"><li>甲<ul><li>乙</ul><li>丙</ol>`, "C. 甲|乙|D. 丙"},
		{"rows without a table's other tags", "<table><td>甲<td>1<tr><td>乙<td>2</table>", "row1 甲\t1|row1 乙\t2"},
		{"end tags in a cell", "<table><tr><td>甲</div></p><td>1</table>", "row1 甲\t1"},
		{"a table in a table", "<table><tr><td>甲<td><table><tr><td>1<td>2</table></table>", "row1 甲\t|row2 1\t2"},
		{"other tags", "<p><font color=red>完成<o:p></o:p><u>3</u></font>亿元。</x></p>", "完成3亿元。"},
	}
	for _, test := range tests {
		source := mustRead(t, "a.html", []byte("<html>"+test.page))
		if got := strings.Join(described(source), "|"); got != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
	}
}

// TestHTMLSniffing holds that text with a few tags in it stays text.
func TestHTMLSniffing(t *testing.T) {
	tests := []struct{ name, text, format string }{
		{"a.txt", "\n<!--\n -->\n <!-- 甲 -->\n<U+00A0>\n政府工作报告", "txt"},
		{"a.txt", "总结<p>甲</p>", "txt"},
		{"a.md", "<div align=center>总结</div>\n\n# 甲", "markdown"},
		{"a.htm", "<div>总结</div>", "html"},
		{"a.txt", "<?xml version=\"1.0\"?>\n<!-- a --><html><p>总结", "html"},
		{"a.txt", "<?xml version=\"1.0\"?><a>总结</a>", "txt"},
		{"a.txt", "<META charset=utf-8><p>总结", "html"},
	}
	for _, test := range tests {
		if got := mustRead(t, test.name, []byte(test.text)).Format; got != test.format {
			t.Errorf("%q: %s, want %s", test.text, got, test.format)
		}
	}
}

func TestDeclaredCharset(t *testing.T) {
	const text = "<meta charset='big5'><p>全年完成投資三億元</p>"
	five, _ := traditionalchinese.Big5.NewEncoder().String(text)
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String(strings.Replace(text, "big5", "GBK", 1))
	wrong := strings.Replace(text, "big5", "gb2312", 1)
	for _, data := range []string{five, gb, wrong} {
		if got := mustRead(t, "a.html", []byte(data)).Raw; got != "全年完成投資三億元\n" {
			t.Errorf("got %q", got)
		}
	}
}

// TestHostileHTML holds that pages made to cost much do not.
func TestHostileHTML(t *testing.T) {
	const n = 100_000
	tests := map[string]string{
		"inline tags":     strings.Repeat("<b><i><font>", n) + "总结",
		"wide cells":      "<table>" + strings.Repeat("<tr><td colspan=64 rowspan=1000>总", n),
		"open links":      strings.Repeat("<a href=x>总", n),
		"stray end tags":  strings.Repeat("<div>", 200) + strings.Repeat("</li></ul>总", n),
		"attributes":      "<p " + strings.Repeat("a=1 ", n) + ">总结",
		"nested tables":   strings.Repeat("<table><tr><td>总", 80),
		"open attributes": strings.Repeat("<p a='", n) + "总结",
		"pieces":          strings.Repeat("总<i>结</i>", n),
	}
	for name, page := range tests {
		begun := time.Now()
		source, err := New(Options{}).Read(context.Background(), "a.html", []byte("<html>"+page))
		if err == nil {
			checkSource(t, source)
		}
		// Each takes a second on a quiet machine; what is not linear takes hours.
		if took := time.Since(begun); took > 2*time.Minute {
			t.Errorf("%s: took %v", name, took)
		}
	}
}
