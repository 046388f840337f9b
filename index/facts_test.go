package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"taizhang/report"
)

func facts(t *testing.T, x *Index, s Store, query string, p Page) ([]report.Fact, Total) {
	t.Helper()
	q, err := Parse(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	found, total, err := x.Facts(t.Context(), q, p, s)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return found, total
}

// offices returns reports of two offices over three years.
func offices(t testing.TB) []*report.Report {
	var all []*report.Report
	for i, year := range []int{2021, 2022, 2023} {
		all = append(all,
			made{org: "区重建中心", year: year,
				text: fmt.Sprintf("区重建中心%d年工作总结\n#一、项目\n完成固定资产投资%d.8亿元，增长5%%。\n#二、计划\n计划完成征拆2万平方米。\n", year, 5+i),
				facts: []report.Fact{
					{Kind: report.KindAmount, Indicator: "固定资产投资", Subject: "固投", Modality: report.Actual, Text: fmt.Sprintf("%d.8亿元", 5+i),
						Sentence: fmt.Sprintf("完成固定资产投资%d.8亿元，增长5%%。", 5+i), Value: amount(fmt.Sprintf("%d80000000", 5+i), "元"), Rule: "economy/investment/total"},
					{Kind: report.KindRatio, Indicator: "固定资产投资", Modality: report.Actual, Text: "5%",
						Sentence: fmt.Sprintf("完成固定资产投资%d.8亿元，增长5%%。", 5+i), Value: amount("5", "%"), Rule: "generic/ratio"},
					{Kind: report.KindMeasure, Subject: "征拆", Modality: report.Target, Text: "2万平方米", Sentence: "计划完成征拆2万平方米。",
						Value: amount("20000", "平方米"), Due: report.NewDate(year+1, 6, 30), Rule: "generic/measure"},
				}}.report(t),
			made{org: "县教育局", year: year, text: fmt.Sprintf("县教育局%d年工作总结\n新增学位%d个，降低辍学率。控辍保学名列第一。\n", year, 3000+i),
				facts: []report.Fact{
					{Kind: report.KindCount, Subject: "学位", Modality: report.Actual, Text: fmt.Sprintf("%d个", 3000+i),
						Sentence: fmt.Sprintf("新增学位%d个，降低辍学率。", 3000+i), Value: amount(fmt.Sprint(3000+i), "个"), Rule: "generic/count"},
					{Kind: report.KindAward, Subject: "控辍保学", Modality: report.Actual, Text: "第一", Sentence: "控辍保学名列第一。", Rule: "awards/x"},
				}}.report(t))
	}
	return all
}

func TestFacts(t *testing.T) {
	x, s := indexed(t, offices(t)...)
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"年份:2023 类型:数量", []string{"3002个"}},
		{"学位 年份:2022..2023", []string{"3001个", "3002个"}},
		{"值:>5.8亿", []string{"6.8亿元", "7.8亿元"}},
		{"值:>=5.8亿元", []string{"5.8亿元", "6.8亿元", "7.8亿元"}},
		{"值:5%", []string{"5%", "5%", "5%"}},
		{"值:3000..3001", []string{"3000个", "3001个"}},
		{"指标:固投", []string{"5.8亿元", "6.8亿元", "7.8亿元"}},
		{"指标:固定资产 类型:金额 年份:2023 单位:重建 值:>5亿", []string{"7.8亿元"}},
		{"状态:计划 期限:<2023-06", []string{"2万平方米"}},
		{"期限:2024年6月", []string{"2万平方米"}},
		{"章节:计划 年份:2021", []string{"2万平方米"}},
		{"规则:generic 年份:2021", []string{"5%", "2万平方米", "3000个"}},
		{"规则:generic/count", []string{"3000个", "3001个", "3002个"}},
		{"规则:gen", nil},
		{"单位:教育 -类型:数量", []string{"第一", "第一", "第一"}},
		{"产投资6 或 产投资7", []string{"6.8亿元", "5%", "7.8亿元", "5%"}},
		{"单位:没有", nil},
	} {
		found, total := facts(t, x, s, c.query, Page{Limit: 100})
		if got := wordsOf(found); !sameSet(got, c.want) || total != (Total{len(c.want), true}) {
			t.Errorf("%s: got %q, total %+v, want %q", c.query, got, total, c.want)
		}
	}
}

func wordsOf(facts []report.Fact) []string {
	var out []string
	for _, f := range facts {
		out = append(out, f.Text)
	}
	return out
}

func TestFactsInOrder(t *testing.T) {
	x, s := indexed(t, offices(t)...)
	for _, c := range []struct {
		query, sort string
		want        []string
	}{
		{"单位:重建 类型:金额", "", []string{"5.8亿元", "6.8亿元", "7.8亿元"}},
		{"单位:重建 类型:金额", "-year", []string{"7.8亿元", "6.8亿元", "5.8亿元"}},
		{"固定 类型:金额", "-year", []string{"7.8亿元", "6.8亿元", "5.8亿元"}},
		{"年份:2023", "-value", []string{"7.8亿元", "2万平方米", "3002个", "5%", "第一"}},
		{"年份:2023", "value", []string{"5%", "3002个", "2万平方米", "7.8亿元", "第一"}},
		{"年份:2023 -不在文中", "value", []string{"5%", "3002个", "2万平方米", "7.8亿元", "第一"}},
		{"类型:计量 或 类型:荣誉", "-due", []string{"2万平方米", "2万平方米", "2万平方米", "第一", "第一", "第一"}},
	} {
		all, _ := facts(t, x, s, c.query, Page{Sort: c.sort})
		if got := wordsOf(all); !slices.Equal(got, c.want) {
			t.Errorf("%s by %q: got %q, want %q", c.query, c.sort, got, c.want)
		}
		for at := range c.want {
			page, _ := facts(t, x, s, c.query, Page{Offset: at, Limit: 2, Sort: c.sort})
			if got, want := wordsOf(page), c.want[at:min(at+2, len(c.want))]; !slices.Equal(got, want) {
				t.Errorf("%s by %q from %d: got %q, want %q", c.query, c.sort, at, got, want)
			}
		}
	}
}

// TestFactsAgreeWithPlainLook compares what the indexes answer to random
// queries with a look at every fact.
func TestFactsAgreeWithPlainLook(t *testing.T) {
	reports := offices(t)
	x, s := indexed(t, reports...)
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		query := randomQuery(r, 3)
		q, err := Parse(query)
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		want := map[string]bool{}
		for _, rep := range reports {
			for _, f := range newPlain(rep).facts(q) {
				want[f.ID] = true
			}
		}
		for _, p := range []Page{{}, {Limit: 1000}, {Sort: "value"}, {Limit: 1000, Sort: "-due"}} {
			found, total, err := x.Facts(t.Context(), q, p, s)
			if err != nil {
				t.Fatalf("%s: %v", query, err)
			}
			for _, f := range found {
				if !want[f.ID] {
					t.Errorf("%s: found %s, which does not meet it", query, f.ID)
				}
			}
			if len(found) != len(want) || total != (Total{len(want), true}) {
				t.Errorf("%s, page %+v: found %d, total %+v, want %d", query, p, len(found), total, len(want))
			}
		}
	}
}

// TestPassagesAgreeWithPlainLook does the same for sentences.
func TestPassagesAgreeWithPlainLook(t *testing.T) {
	reports := offices(t)
	x, s := indexed(t, reports...)
	r := rand.New(rand.NewPCG(11, 12))
	for range 300 {
		query := randomQuery(r, 3)
		q, err := Parse(query)
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		want := 0
		for _, rep := range reports {
			want += len(newPlain(rep).sentences(q))
		}
		if found := find(t, x, s, query); len(found) != want {
			t.Errorf("%s: found %d passages, want %d", query, len(found), want)
		}
	}
}

func randomQuery(r *rand.Rand, depth int) string {
	leaves := []string{"学位", "固定资产", "年份:2022", "年份:>2021", "单位:教育", "单位:区", "类型:金额", "类型:荣誉", "状态:计划",
		"指标:固投", "指标:征拆", "指标:学位", "指标:固定资产投资", "值:>5", "值:<3001", "值:5%", "值:5.8亿..6.8亿元", "期限:2023", "期限:>2022-12", "规则:generic", "章节:计划", "率", "位3"}
	if depth == 0 || r.IntN(4) == 0 {
		return leaves[r.IntN(len(leaves))]
	}
	a, b := randomQuery(r, depth-1), randomQuery(r, depth-1)
	return []string{a + " " + b, "(" + a + " OR " + b + ")", "-(" + a + ")", a + " -(" + b + ")"}[r.IntN(4)]
}

// TestUnits finds what is written in one unit by the base unit of its family.
func TestUnits(t *testing.T) {
	area := amount("30", "亩")
	area.Base = &report.BaseValue{Min: report.Whole(20000), Max: report.Whole(20000), Unit: "平方米", Family: "area"}
	x, s := indexed(t, made{org: "县", year: 2023, text: "总结\n征地30亩，新建2.1万平方米。\n", facts: []report.Fact{
		{Kind: report.KindMeasure, Modality: report.Actual, Text: "30亩", Sentence: "征地30亩，新建2.1万平方米。", Value: area},
		{Kind: report.KindMeasure, Modality: report.Actual, Text: "2.1万平方米", Sentence: "征地30亩，新建2.1万平方米。",
			Value: amount("21000", "平方米")}}}.report(t))
	for query, want := range map[string][]string{
		"值:>1.9万平方米":     {"30亩", "2.1万平方米"},
		"值:2万平方米":        {"30亩"},
		"值:20500平方米..3万": {"2.1万平方米"},
		"值:30亩":          {"30亩"},
		"值:>=20亩":        {"30亩"},
		"值:30":           {"30亩"},
		"值:20000":        nil,
		"值:<1亿米":         nil,
		"值:<100亿平方米 -值:20000平方米": {"2.1万平方米"},
	} {
		found, _ := facts(t, x, s, query, Page{Limit: 10})
		if got := wordsOf(found); !sameSet(got, want) {
			t.Errorf("%s: got %q, want %q", query, got, want)
		}
	}
}
