package structure

import (
	"strings"
	"testing"

	"taizhang/pipeline/repair"
	"taizhang/report"
)

func TestYears(t *testing.T) {
	for _, c := range []struct {
		name, text        string
		reviewed, planned int
		problem           string
	}{
		{"a.txt", "青溪县教育局2022年工作总结及2023年工作计划\n2022年，我局办了几件事。\n", 2022, 2023, ""},
		{"b.txt", "2026年青溪县政府工作报告\n各位代表：\n", 2025, 2026, ""},
		{"c.txt", "各位代表：\n现在，我代表县人民政府作政府工作报告。\n一、2020年工作回顾\n好。\n二、2021年主要任务\n好。\n", 2020, 2021, "org_unknown"},
		{"d.txt", "2023年青溪县政府工作报告\n各位代表：\n一、2023年工作回顾\n好。\n二、2024年主要任务\n好。\n", 2023, 2024, ""},
		{"e.txt", "青溪县水利局2022年工作总结\n一、2021年工作回顾\n好。\n", 2022, 0, "year_conflict"},
		{"f.txt", "青溪县水利局2022年工作总结\n一、防汛\n好。\n二、明年打算\n好。\n", 2022, 2023, ""},
		{"青溪县水利局2019年工作总结.txt", "一年来，我们办了几件事，防汛抗旱工作取得成效。\n", 2019, 0, ""},
		{"g.txt", "随便写写，没有年份，也没有单位。\n", 0, 0, "year_unknown"},
		{"i.txt", "青溪县水利局工作总结\n一年来，好。\n青溪县水利局2022年12月5日\n", 2022, 0, ""},
		{"j.txt", "青溪县水利局2022年工作总结\n一年来，好。\n下一步工作打算\n要好。\n", 2022, 2023, ""},
		{"2017.txt", "政府工作报告\n各位代表：\n今年以来，全县经济平稳增长。\n" + strings.Repeat("工业生产较快增长。\n", 9), 2017, 2018, ""},
		{"2017.txt", "政府工作报告\n各位代表：\n过去一年，全县经济平稳增长。\n" + strings.Repeat("工业生产较快增长。\n", 9), 2016, 2017, ""},
		{"l.txt", "青溪县关于2015、2016年发展计划安排的工作要点\n一、2016年计划\n好。\n", 2015, 2016, ""},
		{"k.txt", "青溪县水利局关于2022年上半年工作情况和下半年工作安排的报告\n好。\n", 2022, 2022, ""},
		{"s.txt", "政府工作报告\n——2018年12月20日在青溪县第九届人民代表大会第三次会议上\n各位代表：\n一、2018年工作回顾\n全年新增学位100个。\n二、2019年工作安排\n新增学位200个。\n", 2018, 2019, ""},
		{"2020.txt", "政府工作报告\n——2020年5月20日在青溪县第九届人民代表大会第五次会议上\n各位代表：\n今年以来，疫情得到控制。\n" +
			"一、2019年和今年以来的工作\n全年新增学位100个。\n二、2020年主要任务\n新增学位200个。\n", 2019, 2020, ""},
		{"t.txt", "政府工作报告\n——2016年12月20日在青溪县第十届人民代表大会第一次会议上\n各位代表：\n一、过去四年工作回顾\n好。\n" +
			"二、今后五年的奋斗目标\n好。\n三、2017年的主要工作\n新增学位200个。\n", 2016, 2017, ""},
		{"u.txt", "政府工作报告\n（2014年1月9日）\n县长 王某\n各位代表：\n一、过去一年的工作\n好。\n二、新一年工作安排\n好。\n", 2013, 2014, ""},
		{"v.txt", "二〇一四年政府工作报告\n各位代表：\n一、二〇一三年工作回顾\n好。\n二、二〇一四年工作任务\n好。\n", 2013, 2014, ""},
		{"w.txt", "政府工作报告\n二○一四年一月九日在青溪县第九届人民代表大会第三次会议上\n一、二○一三年工作回顾\n好。\n二、二○一四年工作安排\n好。\n", 2013, 2014, ""},
		{"2014.txt", "政府工作报告\n——2013年12月27日在青溪县第九届人民代表大会第三次会议上\n一、一年来的工作回顾\n好。\n二、明年的工作安排\n好。\n", 2013, 2014, ""},
		{"h.txt", "政府工作报告\n——二〇二一年一月八日在青溪县第九届人民代表大会第一次会议上\n各位代表：\n", 2020, 2021, ""},
	} {
		_, o := outline(t, c.name, c.text)
		if o.Reviewed != c.reviewed || o.Planned != c.planned {
			t.Errorf("%s: got %d/%d, want %d/%d", c.text, o.Reviewed, o.Planned, c.reviewed, c.planned)
		}
		if c.problem != "" && !hasProblem(o, c.problem) {
			t.Errorf("%s: problems %v, want %s", c.text, o.Problems, c.problem)
		}
	}
}

func hasProblem(o report.Outline, code string) bool {
	for _, p := range o.Problems {
		if p.Code == code {
			return true
		}
	}
	return false
}

func TestOffice(t *testing.T) {
	for _, c := range []struct{ name, text, org, short, kind string }{
		{"a.txt", "云城市南湖区重大项目推进中心2022年工作总结\n区项目中心抓紧开工，区项目中心成绩明显。\n",
			"云城市南湖区重大项目推进中心", "区项目中心", report.KindSummary},
		{"b.txt", "南湖镇人民政府\n2022年工作总结及2023年工作打算\n一年来，镇政府抓紧开工。\n", "南湖镇人民政府", "镇政府", report.KindSummaryPlan},
		{"c.txt", "政府工作报告\n——2021年1月8日在云城市第三届人民代表大会第一次会议上\n各位代表：\n现在，我代表市人民政府作报告。\n",
			"云城市人民政府", "市人民政府", report.KindGovernment},
		{"c.txt", "政府工作报告\n——2021年1月8日在云城市三届人大一次会议上\n各位代表：\n一、2020年工作回顾\n好。\n",
			"云城市人民政府", "", report.KindGovernment},
		{"c.txt", "政府工作报告\n2021年1月8日在市第三届人民代表大会第一次会议上\n云城市人民政府市长 王某\n各位代表：\n一、2020年工作回顾\n好。\n",
			"云城市人民政府", "市人民政府", report.KindGovernment},
		{"c.txt", "政府工作报告\n（2021年1月8日）\n云城市代市长　王某\n各位代表：\n一、2020年工作回顾\n好。\n",
			"云城市人民政府", "", report.KindGovernment},
		{"d.txt", "各位代表：\n现在，我代表云城市人民政府向大会报告工作，请予审议。\n", "云城市人民政府", "市人民政府", ""},
		{"云城市水务局2020年工作要点.txt", "要抓紧开工。\n", "云城市水务局", "", report.KindPlan},
		{"e.txt", "关于云城市水务局2020年度工作情况的总结\n好。\n", "云城市水务局", "", report.KindSummary},
	} {
		_, o := outline(t, c.name, c.text)
		if o.Org != c.org || o.OrgShort != c.short || c.kind != "" && o.Kind != c.kind {
			t.Errorf("%s: got %s, %s, %s", c.text, o.Org, o.OrgShort, o.Kind)
		}
	}
}

// TestHints holds that what a person says wins over the document.
func TestHints(t *testing.T) {
	lex := words(t)
	text := repair.Repair(plain("a.txt", "甲局2022年工作总结及2023年工作计划\n好。\n"), lex)
	o := Outline(text, Hints{Org: "乙局", Kind: report.KindGovernment, Year: 2019}, lex)
	if o.Org != "乙局" || o.Kind != report.KindGovernment || o.Reviewed != 2019 || o.Planned != 2020 {
		t.Errorf("got %s, %s, %d/%d", o.Org, o.Kind, o.Reviewed, o.Planned)
	}
	for _, e := range o.Evidence {
		if e.Field == "org" && e.From != "argument" {
			t.Errorf("org is from %s", e.From)
		}
	}
}

// sketch prints sections one a line: level, part, year, period, heading.
func sketch(o report.Outline) string {
	var b strings.Builder
	for _, s := range o.Sections[1:] {
		part := string(s.Part)
		if part == "" {
			part = "other"
		}
		b.WriteString(strings.Repeat(" ", s.Level-1) + part)
		if y := s.Anchor.DefaultPeriod(); !y.IsZero() {
			b.WriteString(" " + y.Start.String()[:4] + "-" + y.End.String()[:4])
		}
		if s.Heading != "" {
			b.WriteString(" " + s.Heading)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestSections(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plan without heading", "甲局2023年工作总结及2024年工作计划\n一、抓投资\n1. 上项目。开工多。\n2. 促消费。增长快。\n二、惠民生\n1. 稳就业。好。\n2024年，甲局将继续努力。\n1. 抓投资。要快。\n2. 惠民生。要实。\n",
			"review 2023-2023 一、抓投资\n review 2023-2023 1.上项目。\n review 2023-2023 2.促消费。\nreview 2023-2023 二、惠民生\n review 2023-2023 1.稳就业。\nplan 2024-2024\nplan 2024-2024 1.抓投资。\nplan 2024-2024 2.惠民生。\n"},
		{"a year named is no plan", "甲局2023年工作总结及2024年工作计划\n一、抓投资\n2024年，是国庆七十五周年。\n二、2024年打算\n好。\n",
			"review 2023-2023 一、抓投资\nplan 2024-2024 二、2024年打算\n"},
		{"five years and one", "2026年甲县政府工作报告\n各位代表：\n一、2025年和“十四五”时期工作回顾\n过去一年，好。\n“十四五”时期是奋进的五年。\n五年来，好。\n一年来，政府自身建设好。\n二、“十五五”时期主要目标任务\n好。\n三、2026年工作\n今年目标是增长。\n",
			"review 2025-2025 一、2025年和“十四五”时期工作回顾\n review 2021-2025\n review 2025-2025\nplan 2026-2030 二、“十五五”时期主要目标任务\nplan 2026-2026 三、2026年工作\n"},
		{"five years first", "2026年甲县政府工作报告\n各位代表：\n一、“十四五”时期和2025年工作回顾\n“十四五”时期，好。\n刚刚过去的2025年，好。\n二、2026年重点工作\n好。\n",
			"review 2021-2025 一、“十四五”时期和2025年工作回顾\n review 2025-2025\nplan 2026-2026 二、2026年重点工作\n"},
		{"both halves in a heading", "2026年甲县政府工作报告\n各位代表：\n一、2025年工作回顾\n好。\n二、“十四五”时期发展成就和“十五五”时期主要目标任务\n五年来，好。\n“十五五”时期，要好。\n三、2026年重点工作\n好。\n",
			"review 2025-2025 一、2025年工作回顾\nreview 2021-2025 二、“十四五”时期发展成就和“十五五”时期主要目标任务\n plan 2026-2030\nplan 2026-2026 三、2026年重点工作\n"},
		{"a look ahead inside the review", "甲局2023年工作总结\n一、抓投资\n好。\n下一步，将更好。\n二、惠民生\n好。\n下一步，将更好。\n",
			"review 2023-2023 一、抓投资\n plan 2024-2024\nreview 2023-2023 二、惠民生\nplan 2024-2024\n"},
		{"half a year", "甲局2023年上半年工作总结和下半年工作打算\n一、上半年工作总结\n好。\n二、下半年工作打算\n好。\n",
			"review 2023-2023 一、上半年工作总结\nplan 2023-2023 二、下半年工作打算\n"},
		{"a plan named in passing", "甲局2023年工作总结及2024年工作计划\n一、抓管理\n（一）制定年度工作计划，抓好落实。好。\n（二）抓实效。好。\n二、下步打算\n好。\n",
			"review 2023-2023 一、抓管理\n review 2023-2023 （一）制定年度工作计划，抓好落实。\n review 2023-2023 （二）抓实效。\nplan 2024-2024 二、下步打算\n"},
		{"restart inside a section", "甲局2023年工作总结\n一、抓投资\n要点如下：\n一、开工；\n二、竣工。\n二、惠民生\n好。\n",
			"review 2023-2023 一、抓投资\nreview 2023-2023 二、惠民生\n"},
		{"a gap", "甲局2023年工作总结\n一、抓投资\n好。\n三、惠民生\n好。\n", "review 2023-2023 一、抓投资\nreview 2023-2023 三、惠民生\n"},
		{"numbers the other way round", "甲局2023年工作总结\n（一）形势\n好。\n（二）方针\n一、抓投资\n好。\n二、惠民生\n好。\n（三）前景\n好。\n",
			"review 2023-2023 （一）形势\nreview 2023-2023 （二）方针\n review 2023-2023 一、抓投资\n review 2023-2023 二、惠民生\nreview 2023-2023 （三）前景\n"},
		{"notes on terms", "2026年甲县政府工作报告\n各位代表：\n一、2025年工作回顾\n好。\n名词解释\n1. 双减：减负。\n2. 双碳：减排。\n", "review 2025-2025 一、2025年工作回顾\nother 2025-2025 名词解释\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, o := outline(t, "a.txt", c.text)
			if got := sketch(o); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

// TestThisYear holds what 今年 means: in a 政府工作报告 the planned year
// everywhere, in a year-end summary the year of the half it stands in.
func TestThisYear(t *testing.T) {
	_, o := outline(t, "a.txt", "2026年甲县政府工作报告\n各位代表：\n一、2025年工作回顾\n好。\n二、2026年重点工作\n好。\n")
	for _, s := range o.Sections {
		if s.Anchor.ThisYear != 2026 {
			t.Errorf("%s: this year is %d", s.Heading, s.Anchor.ThisYear)
		}
	}
	_, o = outline(t, "a.txt", "甲局2023年工作总结及2024年工作计划\n一、工作总结\n好。\n二、2024年工作计划\n好。\n")
	if a, b := o.Sections[1].Anchor, o.Sections[2].Anchor; a.ThisYear != 2023 || b.ThisYear != 2024 {
		t.Errorf("got %d and %d", a.ThisYear, b.ThisYear)
	}
}

func TestTables(t *testing.T) {
	lex := words(t)
	src := plain("a.docx", "好。\n主要指标\n指标\t完成\n投资\t6.6\n好。\n指标\t计划\n")
	for _, i := range []int{2, 3, 5} {
		src.Pages[0].Lines[i].Role = report.RoleRow
		src.Pages[0].Lines[i].Table = 1 + i/5
	}
	text := repair.Repair(src, lex)
	o := Outline(text, Hints{}, lex)
	if len(o.Tables) != 2 || o.Tables[0].Caption != "主要指标" || len(o.Tables[0].Rows) != 2 {
		t.Fatalf("got %+v", o.Tables)
	}
	if cell := o.Tables[0].Rows[1].Cells[1].Of(text.Body); cell != "6.6" {
		t.Errorf("got %q", cell)
	}
}

// holdCover checks that the sections cover the body in order and that heads
// stand where they say.
func holdCover(t testing.TB, name string, text report.Text, o report.Outline) {
	t.Helper()
	at := 0
	for i, s := range o.Sections {
		if s.Span.Start != at || s.Span.End < s.Span.Start {
			t.Fatalf("%s: section %d spans %v, want start %d", name, i, s.Span, at)
		}
		at = s.Span.End
		if s.Parent >= i || s.Head.Len() > 0 && (!s.Span.Contains(s.Head) || s.Head.Of(text.Body) != s.Heading) {
			t.Fatalf("%s: section %d: parent %d, head %v of %v", name, i, s.Parent, s.Head, s.Span)
		}
		o.Path(i)
	}
	if at != len(text.Body) {
		t.Fatalf("%s: sections cover %d of %d bytes", name, at, len(text.Body))
	}
	for _, e := range o.Evidence {
		if e.Span.End > len(text.Body) || e.Span.Start > e.Span.End {
			t.Fatalf("%s: evidence %+v", name, e)
		}
	}
}

func TestCover(t *testing.T) {
	lex := words(t)
	for _, d := range documents(t) {
		holdCover(t, d.name, d.text, Outline(d.text, Hints{FileName: d.name}, lex))
	}
}

func FuzzOutline(f *testing.F) {
	lex := words(f)
	f.Add("甲局2023年工作总结及2024年工作计划\n一、抓投资\n2024年，将好。\n1. 好。\n", "2023.txt")
	f.Add("各位代表：\n“十四五”时期，五年来，好。\n（一）好\n一、好\n（二）好\n", "x.md")
	f.Fuzz(func(t *testing.T, s, name string) {
		text := repair.Repair(plain(name, s), lex)
		holdCover(t, name, text, Outline(text, Hints{FileName: name}, lex))
	})
}

func BenchmarkOutline(b *testing.B) {
	lex := words(b)
	body := "2026年甲县政府工作报告\n各位代表：\n一、2025年工作回顾\n" +
		strings.Repeat("（一）抓投资。全年共完成投资12.5亿元，增长5.2%，办结项目38个。\n去年，完成一批项目。\n", 120) +
		"二、2026年重点工作\n今年，完成投资13亿元。\n"
	text := repair.Repair(plain("x.txt", body), lex)
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		Outline(text, Hints{}, lex)
	}
}
