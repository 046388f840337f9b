package read

import (
	"fmt"
	"strings"
	"testing"

	"taizhang/report"
)

func TestMarkdown(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"headings", "# 2023年工作总结\n\n### 一、主要成绩 ###\n正文", "h1 2023年工作总结||h3 一、主要成绩|正文"},
		{"heading without blank", "##二、工作计划\n#5号楼竣工。\n", "h2 二、工作计划|#5号楼竣工。"},
		{"underlined", "工作总结\n===\n工作计划\n---\n正文", "h1 工作总结|h2 工作计划|正文"},
		{"emphasis", "**拼经济。**2023年完成*投资*3亿元，__增长__5%", "拼经济。2023年完成投资3亿元，增长5%"},
		{"all bold", "**一、项目建设**\n", "bold 一、项目建设"},
		{"lists keep numbers", "1. 投资3亿元\n- 竣工5个\n* 开工6个\n一、其他", "1. 投资3亿元|竣工5个|开工6个|一、其他"},
		{"quote", "> 全年开工8个\n> > 竣工3个", "全年开工8个|竣工3个"},
		{"links and pictures", "见[名单](http://a.cn/b_(c)) ![图](x.png)完", "见名单 完"},
		{"entities and tags", "投资&nbsp;3亿元<br>增长<b>5%</b>", "投资\u00a03亿元 增长5%"},
		{"escapes", `3\*5与\# 1\.`, "3*5与# 1."},
		{"table", "| 指标 | 完成 |\n| --- | :-: |\n| **投资** | 3亿元 |\n\n完", "row1 指标\t完成|row1 投资\t3亿元||完"},
		{"code", "```\n# 5号\n```\n完", "# 5号|完"},
		{"comment", "甲<!-- 不要\n不要 -->乙", "甲|乙"},
		{"rule", "甲\n\n---\n\n乙", "甲||||乙"},
		{"settings", "---\ntitle: 某某\n---\n正文", "正文"},
		{"note", "[^1]: 口径为全口径", "note 口径为全口径"},
	}
	for _, test := range tests {
		source := mustRead(t, "a.md", []byte(test.text))
		if got := strings.Join(described(source), "|"); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

// described returns the lines of a source with what is known of each.
func described(source report.Source) []string {
	var out []string
	for _, p := range source.Pages {
		for _, l := range p.Lines {
			text := l.Span.Of(source.Raw)
			switch {
			case l.Role == report.RoleHeading:
				text = fmt.Sprintf("h%d %s", l.Level, text)
			case l.Role == report.RoleRow:
				text = fmt.Sprintf("row%d %s", l.Table, text)
			case l.Role != report.RoleBody:
				text = string(l.Role) + " " + text
			case l.Bold:
				text = "bold " + text
			}
			out = append(out, text)
		}
	}
	return out
}

func TestMarkdownByMarks(t *testing.T) {
	for text, want := range map[string]string{
		"# 总结\n正文\n## 计划\n正文":          "markdown",
		"|甲|乙|\n|--|--|\n|1|2|":        "markdown",
		"#1楼竣工\n#2楼开工\n":               "txt",
		"一、总结\n-----\n- 完成投资**3**亿元\n": "txt",
	} {
		if source := mustRead(t, "a", []byte(text)); source.Format != want {
			t.Errorf("%q is %s, want %s", text, source.Format, want)
		}
	}
}
