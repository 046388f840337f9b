package index

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"taizhang/report"
)

// generated returns a report of about 11.5 KB with 50 facts.
func generated(t testing.TB, number int) *report.Report {
	r := rand.New(rand.NewPCG(uint64(number), 1))
	parts := strings.Fields("固定资产投资 新增学位 完成征拆 城镇新增就业 整改率 一般公共预算收入 高标准农田 老旧小区改造 义务教育 统筹推进 全面落实 持续优化 营商环境 党风廉政建设 第三季度")
	m := made{org: fmt.Sprintf("第%d教育局", number%97), year: 2000 + number%25}
	var b strings.Builder
	fmt.Fprintf(&b, "第%d教育局工作总结%d\n", number%97, number)
	for i := 0; b.Len() < 11500; i++ {
		if i%12 == 0 {
			fmt.Fprintf(&b, "#%s工作%d\n", parts[r.IntN(len(parts))], i)
		}
		words := ""
		for range 2 + r.IntN(4) {
			words += parts[r.IntN(len(parts))]
		}
		number := fmt.Sprint(r.IntN(100000))
		sentence := fmt.Sprintf("%s%s个，%s。", words, number, parts[r.IntN(len(parts))])
		b.WriteString(sentence)
		if i%4 == 3 {
			b.WriteByte('\n')
		}
		if len(m.facts) < 50 && i%2 == 0 {
			m.facts = append(m.facts, report.Fact{Kind: report.KindCount, Modality: report.Actual, Text: number + "个", Sentence: sentence,
				Subject: parts[r.IntN(len(parts))], Indicator: parts[r.IntN(len(parts))], Value: amount(number, "个"), Rule: "generic/count"})
		}
	}
	m.text = b.String() + "\n"
	return m.report(t)
}

func BenchmarkFold(b *testing.B) {
	body := generated(b, 1).Text.Body
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		fold(body)
	}
}

func BenchmarkPrepare(b *testing.B) {
	x, _ := indexed(b)
	r := generated(b, 1)
	b.SetBytes(int64(len(r.Text.Body)))
	for b.Loop() {
		if _, err := x.Prepare(r); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkIndex prepares and adds groups of 40 reports.
func BenchmarkIndex(b *testing.B) {
	x, _ := indexed(b)
	number, size := 0, 0
	for b.Loop() {
		b.StopTimer()
		var group []*report.Report
		for range 40 {
			group = append(group, generated(b, number))
			size += len(group[len(group)-1].Text.Body)
			number++
		}
		b.StartTimer()
		var all []Prepared
		for _, r := range group {
			p, err := x.Prepare(r)
			if err != nil {
				b.Fatal(err)
			}
			all = append(all, p)
		}
		if err := x.Add(all); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(number)/b.Elapsed().Seconds(), "reports/s")
	b.SetBytes(int64(size / b.N))
}

func BenchmarkPassages(b *testing.B) {
	var all []*report.Report
	for i := range 500 {
		all = append(all, generated(b, i))
	}
	x, s := indexed(b, all...)
	for _, text := range []string{"整改率", "产投", "义务教育 年份:2003", "\"个，义务\"", "类型:数量 值:>5万 年份:2003"} {
		q, err := Parse(text)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				if _, _, err := x.Passages(b.Context(), q, Page{Limit: 20}, s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkFacets counts what queries find in 500 reports with 25,000 facts.
func BenchmarkFacets(b *testing.B) {
	var all []*report.Report
	for i := range 500 {
		all = append(all, generated(b, i))
	}
	x, _ := indexed(b, all...)
	for _, text := range []string{"", "整改率", "年份:2003 类型:数量", "值:>5万"} {
		q, err := Parse(text)
		if err != nil {
			b.Fatal(err)
		}
		b.Run("facts/"+text, func(b *testing.B) {
			for b.Loop() {
				if _, err := x.FactFacets(b.Context(), q, 10); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("passages/"+text, func(b *testing.B) {
			for b.Loop() {
				if _, err := x.PassageFacets(b.Context(), q, 10); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
