package structure

import (
	"strings"
	"testing"

	"taizhang/report"
)

// laidOut lays out a table whose rows are lines and whose cells are parted by |.
func laidOut(t *testing.T, text string) report.Table {
	t.Helper()
	body := strings.ReplaceAll(text, "|", "\t") + "\n"
	var table report.Table
	at := 0
	for line := range strings.SplitSeq(strings.TrimSuffix(body, "\n"), "\n") {
		l := textLine(at, line)
		table.Rows = append(table.Rows, rowOf(l))
		at += len(line) + 1
	}
	d := &document{text: report.Text{Body: body}, lex: words(t)}
	d.layOut(&table)
	return table
}

func textLine(at int, s string) line {
	return line{span: report.Span{Start: at, End: at + len(s)}, text: s}
}

func TestLayoutOfTables(t *testing.T) {
	for _, c := range []struct {
		text string
		head int
		want string // columns: name and role
	}{
		{"指标|单位|计划|完成\n供水量|吨|3|4", 1, "指标/name 单位/unit 计划/ 完成/"},
		{"单位|计划\n河东站|3\n河西站|4", 1, "单位/name 计划/"},
		{"项目|单位|计划\n东河堤防|水务局|3", 1, "项目/name 单位/ 计划/"},
		{"序号|项目|投资|备注\n1|甲|3|\n2|乙|4|", 1, "序号/number 项目/name 投资/ 备注/note"},
		{"|项目|投资\n1|甲|3\n2|乙|4", 1, "/number 项目/name 投资/"},
		{"指标|2021年||2022年|\n|计划|完成|计划|完成\n供水|1|2|3|4", 2,
			"指标/name 2021年计划/ 2021年完成/ 2022年计划/ 2022年完成/"},
		{"指标|2022年|2022年\n指标|计划|完成\n供水|1|2", 2, "指标/name 2022年计划/ 2022年完成/"},
		{"一、水利||\n指标|计划|完成\n供水|1|2", 2, "指标/name 计划/ 完成/"},
		{"指标|计划|完成\n甲|1|2\n供水|5|6", 2, "指标/name 计划/ 完成/"},
		{"类别|指标|计划\n建设|管网|1\n建设|泵站|2", 1, "类别/ 指标/name 计划/"},
		{"指标||计划\n建设|管网|1\n建设|泵站|2", 1, "指标/ /name 计划/"},
		{"指标|完成|指标|完成\n管网|1|泵站|3\n水表|2|水厂|4", 1, "指标/name 完成/ 指标/name 完成/"},
		{"年份|供水\n2020|5\n2021|6", 1, "年份/name 供水/"},
		{"重点任务|责任单位\n新建水厂2座|建设股", 1, "重点任务/task 责任单位/"},
		{"水库|45座|库容|3亿立方米\n泵站|6座|水厂|2座", 0, ""},
	} {
		table := laidOut(t, c.text)
		var got []string
		for _, column := range table.Columns {
			got = append(got, column.Name+"/"+string(column.Role))
		}
		if g := strings.Join(got, " "); table.Head != c.head || g != c.want {
			t.Errorf("%s\nhead %d, %s\nwant %d, %s", c.text, table.Head, g, c.head, c.want)
		}
	}
}

func TestUnitNotes(t *testing.T) {
	d := &document{lex: words(t)}
	for s, want := range map[string]string{
		"单位：万元": "万元", "（单位：亿元、%）": "", "表1 投资情况（计量单位：公里）": "公里",
		"填报单位：河东水务站": "", "单位：县教育局": "", "单位: 人": "人", "没有": "",
	} {
		if got, _ := d.unitNote(s); got != want {
			t.Errorf("%s: unit %q, want %q", s, got, want)
		}
	}
}
