package index

import (
	"errors"
	"testing"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"", ""},
		{" 　", ""},
		{"固定资产投资", `"固定资产投资"`},
		{"学位 学校", `("学位" "学校")`},
		{"学位 AND 学校 OR 医院", `(("学位" "学校") OR "医院")`},
		{"学位 且 学校 或 医院", `(("学位" "学校") OR "医院")`},
		{"学位 -学校", `("学位" NOT "学校")`},
		{"NOT 学位", `NOT "学位"`},
		{"非（学位 OR 学校）", `NOT ("学位" OR "学校")`},
		{"1-11月", `"1-11月"`},
		{"- 学位", `("-" "学位")`},
		{`"学位 学校"`, `"学位 学校"`},
		{"“学位 学校”", `"学位 学校"`},
		{"推进“一带一路”建设", `("推进" "一带一路" "建设")`},
		{"「他说“好”」", `「他说“好”」`},
		{"12:30", `"12:30"`},
		{"年份:2023", "year:2023..2023"},
		{"年份：２０２３年", "year:2023..2023"},
		{"year: 2019..2023", "year:2019..2023"},
		{"年份:>=2019", "year:2019..9999"},
		{"年份:<2019", "year:1000..2018"},
		{"年份:2019至2023", "year:2019..2023"},
		{"年份:(2019 OR 2023)", "(year:2019..2019 OR year:2023..2023)"},
		{"单位:区重建中心", `org:"区重建中心"`},
		{"ORG:“区 重建”", `org:"区 重建"`},
		{"类型:金额", "kind:amount"},
		{"kind:Amount", "kind:amount"},
		{"状态:计划", "modality:target"},
		{"-状态:完成", "NOT modality:actual"},
		{"指标:固投", `indicator:"固投"`},
		{"单位:=“县教育局”", `org:="县教育局"`},
		{"指标:(=\"固投\" OR 固投)", `(indicator:="固投" OR indicator:"固投")`},
		{"文种:政府工作报告", `document:"政府工作报告"`},
		{"document:=\"工作总结\"", `document:="工作总结"`},
		{"类型:=\"金额\"", "kind:amount"},
		{"单位:=甲", `org:"=甲"`},
		{"拼音:gudingzichan", `pinyin:"gudingzichan"`},
		{"类型:大事", "kind:event"},
		{"章节:一、", `section:"一、"`},
		{"规则:economy/gdp/", `rule:"economy/gdp"`},
		{"报告:0123456789ab", `report:"0123456789ab"`},
		{"值:>5亿", `value:">500000000"`},
		{"值：＞＝5亿元", `value:">=500000000元"`},
		{"值:≤9.6亿元", `value:"<=960000000元"`},
		{"值:5000万..9.6亿元", `value:"50000000..960000000元"`},
		{"值:5-10亿元", `value:"500000000..1000000000元"`},
		{"值:5..10亿", `value:"500000000..1000000000"`},
		{"值:500..1亿", `value:"500..100000000"`},
		{"值:5%-8%", `value:"5..8%"`},
		{"值:5%~8%", `value:"5..8%"`},
		{"年份:2019-2023", "year:2019..2023"},
		{"年份:2019年—2023年", "year:2019..2023"},
		{"值:97%", `value:"97..97%"`},
		{"值:９７％", `value:"97..97%"`},
		{"值:-5%", `value:"-5..-5%"`},
		{"值:5千万", `value:"50000000..50000000"`},
		{"值:3万亿元", `value:"3000000000000..3000000000000元"`},
		{"值:5万千瓦", `value:"50000..50000千瓦"`},
		{"值:2百分点", `value:"2..2百分点"`},
		{"值:1,200万", `value:"12000000..12000000"`},
		{"期限:<2024-07-01", "due:..2024-06-30"},
		{"期限:2024年6月", "due:2024-06-01..2024-06-30"},
		{"due:2024", "due:2024-01-01..2024-12-31"},
		{"due:>2024-06", "due:2024-07-01.."},
		{"期限:2024-06-01..2024-06-10", "due:2024-06-01..2024-06-10"},
		{"固定资产投资 年份:2023 单位:区重建中心 类型:金额 值:>5亿 状态:计划 期限:<2024-07-01",
			`("固定资产投资" year:2023..2023 org:"区重建中心" kind:amount value:">500000000" modality:target due:..2024-06-30)`},
	} {
		q, err := Parse(c.query)
		if err != nil {
			t.Errorf("%s: %v", c.query, err)
			continue
		}
		if got := q.String(); got != c.want {
			t.Errorf("%s: got %s, want %s", c.query, got, c.want)
		}
		roundTrip(t, q)
	}
}

// roundTrip fails the test unless a query printed and parsed again is the same.
func roundTrip(t *testing.T, q Query) {
	t.Helper()
	again, err := Parse(q.String())
	if err != nil {
		t.Fatalf("%s, printed by a query, cannot be parsed: %v", q, err)
	}
	if again.String() != q.String() {
		t.Fatalf("%s becomes %s", q, again)
	}
}

func TestParseMistakes(t *testing.T) {
	for _, c := range []struct {
		query  string
		column int
		want   string
	}{
		{"学位 (学校", 7, "a bracket that closes the one at character 4"},
		{"学位）", 3, "a word, a field or the end of the query"},
		{"学位 “学校", 4, "a closing quote after it"},
		{"OR 学位", 1, "a word, a field or an opening bracket"},
		{"学位 OR", 6, "a word, a field or an opening bracket"},
		{"学位 NOT", 7, "a word, a field or an opening bracket"},
		{"学位 年分:2023", 4, "年份? (words with a colon go in quotes)"},
		{"yaer:2023", 1, "year? (words with a colon go in quotes)"},
		{"学位 年份:二三年", 7, "a year such as 2023, 2019..2023 or >=2020"},
		{"年份:", 4, "a year such as 2023, 2019..2023 or >=2020"},
		{"类型:钱", 4, "one of count 数量, amount 金额, ratio 比率, measure 计量, frequency 频次, rank 位次, " +
			"deadline 期限, award 荣誉, event 事件, document 文件, task 任务"},
		{"值:很多", 3, "a number such as >5亿, 5000万..9.6亿元, 97% or 30亩"},
		{"值:5元..6个", 3, "a number such as >5亿, 5000万..9.6亿元, 97% or 30亩"},
		{"期限:2024-13", 4, "a day such as <2024-07-01, 2024-06 or 2024"},
		{"期限:2024-02-30", 4, "a day such as <2024-07-01, 2024-06 or 2024"},
		{"年份:(2023 单位:县)", 10, "a value of year"},
		{`""`, 1, "something between the quotes"},
		{`单位:=""`, 4, "something between the quotes"},
		{`单位:="县`, 5, "a closing quote after it"},
		{"拼音:固定", 4, "three or more Latin letters such as gudingzichan"},
		{"值:五亿", 3, "a number such as >5亿, 5000万..9.6亿元, 97% or 30亩"},
		{"值:>30亩..", 3, "a number such as >5亿, 5000万..9.6亿元, 97% or 30亩"},
	} {
		_, err := Parse(c.query)
		var at *SyntaxError
		if !errors.As(err, &at) {
			t.Errorf("%s: got error %v, want a syntax error", c.query, err)
			continue
		}
		if at.Column != c.column || at.Want != c.want {
			t.Errorf("%s: got column %d, want %s\nwanted column %d, want %s", c.query, at.Column, at.Want, c.column, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"固定资产投资 年份:2023", "(学位 OR -学校) 值:>5亿元", "“期限”：2024-07", "((", "年份:(2019..2023 或 >2020)", "\xff\"", "值:1e9", "值:-0.0%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s)
		if err != nil {
			var at *SyntaxError
			if !errors.As(err, &at) || at.Column < 1 || at.Want == "" {
				t.Fatalf("%q: %v", s, err)
			}
			return
		}
		roundTrip(t, q)
	})
}
