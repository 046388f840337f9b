package recognise

import (
	"testing"

	"taizhang/report"
)

// TestUnitsOfCells holds where a bare number of a table takes its unit from.
func TestUnitsOfCells(t *testing.T) {
	r := newTestRecogniser(t)
	for _, c := range []struct {
		text, row, column, unit, table string
		want                           string // value and unit, "" for none
	}{
		{"45", "蓄水池", "完成", "", "", "45"},
		{"45", "蓄水池", "完成", "口", "", "45口"},
		{"12,500", "水利投资", "投资额（万元）", "", "", "125000000元"},
		{"12.5", "水利投资(亿元)", "完成", "", "", "1250000000元"},
		{"3.2", "供水户数", "完成", "万户", "", "32000户"},
		{"1.8", "水价", "现行/元", "", "", "1.8元"},
		{"55", "占比", "完成", "", "万元", "55%"},
		{"55", "东河堤防", "完成率", "", "万元", "55%"},
		{"55", "东河堤防", "同比增加额", "", "万元", "550000元"},
		{"55", "东河堤防", "受益人数", "", "万元", "55"},
		{"55", "东河堤防", "投资", "", "教育局", "55"},
		{"5.5亿元", "东河堤防", "投资（万元）", "", "", "550000000元"},
		{"110%", "东河堤防", "完成（万元）", "", "", "110%"},
		{"约60", "新建管网", "完成（公里）", "", "", "60公里"},
		{"2", "东站", "建成年份", "", "", ""},
		{"6.6", "东站", "投资（万元）", "", "", "66000元"},
		{"—", "东站", "投资（万元）", "", "", ""},
		{"18:30", "东站", "班次", "", "", ""},
		{"3-2-15", "东站", "位置", "", "", ""},
		{"3/5", "东站", "水泵（台）", "", "", "60%"},
	} {
		s := report.Sentence{Span: report.Span{End: len(c.text)}, Cell: &report.Cell{
			Table: 1, Row: c.row, Column: c.column, Unit: c.unit, TableUnit: c.table,
		}}
		got := ""
		for _, m := range r.Mentions(c.text, s, report.Anchor{}) {
			got += m.Value.Min.String() + m.Value.Unit
		}
		if got != c.want {
			t.Errorf("%+v: got %s", c, got)
		}
	}
}

func TestLabelsOfTables(t *testing.T) {
	r := newTestRecogniser(t)
	for text, want := range map[string]string{
		"2023": "2023", "2023年计划（万元）": "2023年|万元", "45": "", "北干渠（二期）": "",
	} {
		s := report.Sentence{
			Span: report.Span{End: len(text)}, Cell: &report.Cell{Table: 1, Role: report.CellLabel},
		}
		got := ""
		for i, m := range r.Mentions(text, s, report.Anchor{}) {
			if i > 0 {
				got += "|"
			}
			got += m.Span.Of(text)
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}
