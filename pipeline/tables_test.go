package pipeline

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"taizhang/report"
)

// tableHead and plan stand before the tables of the tests: a report on 2022
// with a plan for 2023.
const (
	tableHead = "# 南湖县水务局2022年工作总结及2023年工作计划\n\n## 一、2022年工作回顾\n\n一年来，各项工作有序推进。\n\n"
	tablePlan = "\n## 二、2023年工作计划\n\n抓好以下工作。\n\n"
)

// cellFacts extracts the facts of table cells: subject, kind, value, unit,
// modality, year or period, and comparison and due where there are any.
func cellFacts(t *testing.T, text string) string {
	t.Helper()
	r, err := pipeline(t).File(context.Background(), "南湖县水务局2022年工作总结.md", []byte(text), Hints{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range r.Facts {
		if f.Cell == nil {
			continue
		}
		if !strings.Contains(f.Sentence, f.Text) || f.Text != r.Text.Body[f.Place.Start:f.Place.End] {
			t.Errorf("%s stands at %v, in %s", f.Text, f.Place, f.Sentence)
		}
		out = append(out, cellFact(f))
	}
	return strings.Join(out, "\n")
}

func cellFact(f report.Fact) string {
	s := f.Subject + " " + string(f.Kind)
	if f.Value != nil {
		s += " " + f.Value.Min.String() + f.Value.Unit
	}
	s += " " + string(f.Modality)
	if p := f.Period; p == report.YearPeriod(p.Start.Year) {
		s += fmt.Sprint(" ", p.Start.Year)
	} else {
		s += " " + p.String()
	}
	if f.Comparison != "" {
		s += " " + string(f.Comparison)
	}
	if !f.Due.IsZero() {
		s += " by " + f.Due.String()
	}
	return s
}

func TestTables(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a head of two lines, merged by empty cells", `| 指标 | 单位 | 2021年 | 2022年 | | 2023年 |
| --- | --- | --- | --- | --- | --- |
| | | 完成 | 计划 | 完成 | 计划 |
| 供水量 | 万立方米 | 310 | 320 | 335.5 | 350 |
| 农村自来水普及率 | % | 88 | 90 | 91.2 | 93 |
`, `供水量 measure 3100000立方米 actual 2021
供水量 measure 3200000立方米 target 2022
供水量 measure 3355000立方米 actual 2022
供水量 measure 3500000立方米 target 2023
农村自来水普及率 ratio 88% actual 2021
农村自来水普及率 ratio 90% target 2022
农村自来水普及率 ratio 91.2% actual 2022
农村自来水普及率 ratio 93% target 2023`},
		{"the same by repeated text", `| 指标 | 2022年 | 2022年 |
| --- | --- | --- |
| 指标 | 计划 | 完成 |
| 巡查河道（次） | 36 | 约40 |
`, `巡查河道 count 36次 target 2022
巡查河道 count 40次 actual 2022`},
		{"units in brackets, growth, shares, 其中", `| 项目 | 投资额（万元） | 同比增长（%） | 占比 |
| --- | --- | --- | --- |
| 水利投资 | 12,500 | 8.5 | 100% |
| 其中：防洪工程 | 6000 | -3.2 | 48% |
| 合计 | 18500 | — | |
`, `投资额 amount 125000000元 actual 2022
水利投资 ratio 8.5% actual 2022 yoy
水利投资占比 ratio 100% actual 2022
投资额 amount 60000000元 actual 2022
防洪工程 ratio -3.2% actual 2022 yoy
防洪工程占比 ratio 48% actual 2022
投资额 amount 185000000元 actual 2022`},
		{"the unit above the table, numbers that count nothing", `2022年项目资金到位情况

单位：万元

| 序号 | 项目名称 | 总投资 | 累计完成投资 | 完成率 | 备注 |
| --- | --- | --- | --- | --- | --- |
| 1 | 东河堤防加固 | 3200 | 1600 | 50 | 2 |
| 2 | 北干渠（二期） | 1800 | 1800 | 100 | |
| | 合计 | 5000 | 3400 | 68 | |
`, `总投资 amount 32000000元 actual 2022
投资 amount 16000000元 actual 2022
东河堤防加固完成率 ratio 50% actual 2022
总投资 amount 18000000元 actual 2022
投资 amount 18000000元 actual 2022
北干渠（二期）完成率 ratio 100% actual 2022
总投资 amount 50000000元 actual 2022
投资 amount 34000000元 actual 2022
合计完成率 ratio 68% actual 2022`},
		{"plan and result as rows", `| | 新建管网（公里） | 改造泵站（座） |
| --- | --- | --- |
| 计划 | 60 | 8 |
| 完成 | 64.5 | 7 |
| 完成率 | 107.5% | 87.5% |
`, `新建管网 measure 60公里 target 2022
改造泵站 count 8座 target 2022
新建管网 measure 64.5公里 actual 2022
改造泵站 count 7座 actual 2022
新建管网完成率 ratio 107.5% actual 2022
改造泵站完成率 ratio 87.5% actual 2022`},
		{"places as rows, ranks", `| 乡镇 | 受益人口（万人） | 蓄水池（口） | 全县排名 |
| --- | --- | --- | --- |
| 河东镇 | 2.3 | 45 | 1 |
| 合计 | 4.1 | 77 | |
`, `受益人口 count 23000人 actual 2022
蓄水池 count 45口 actual 2022
河东镇 rank 1 actual 2022
受益人口 count 41000人 actual 2022
蓄水池 count 77口 actual 2022`},
		{"years as rows", `| 年份 | 供水量（万吨） | 水费收入（万元） |
| --- | --- | --- |
| 2020 | 280 | 560 |
| 2022年 | 335 | 670 |
`, `供水量 measure 2800000吨 actual 2020
水费收入 amount 5600000元 actual 2020
供水量 measure 3350000吨 actual 2022
水费收入 amount 6700000元 actual 2022`},
		{"words and dates of a plan", tablePlan + `| 序号 | 重点任务 | 2023年目标 | 责任单位 | 完成时限 |
| --- | --- | --- | --- | --- |
| 1 | 新建水厂2座 | 开工建设，完成投资3000万元 | 建设股 | 6月底前 |
| 2 | 管网改造 | 40公里 | 管网公司 | 2023年11月 |
`, `水厂 count 2座 target 2023
开工建设 task target 2023
投资 amount 30000000元 target 2023
新建水厂2座 deadline target 2023 by 2023-06-30
管网改造 measure 40公里 target 2023
管网改造 deadline target 2023 by 2023-11-30`},
		{"telephones and years of a list", `| 编号 | 站名 | 职工人数 | 建成年份 | 电话 |
| --- | --- | --- | --- | --- |
| 01 | 东站 | 12 | 1998 | 5551234 |
`, `职工人数 count 12 actual 2022`},
		{"no head", `| 水库总数 | 45座 | 总库容 | 1.2亿立方米 |
| --- | --- | --- | --- |
| 在建项目 | 6个 | 完成投资 | 3500万元 |
`, `水库总数 count 45座 actual 2022
总库容 measure 120000000立方米 actual 2022
在建项目 count 6个 actual 2022
投资 amount 35000000元 actual 2022`},
		{"单位 is an office", `| 单位 | 计划 | 完成 |
| --- | --- | --- |
| 河东水务站 | 20 | 21 |
`, `河东水务站 count 20 target 2022
河东水务站 count 21 actual 2022`},
		{"growth below its indicator", `| 指标 | 单位 | 上年 | 本年 | 预计明年 |
| --- | --- | --- | --- | --- |
| 供水收入 | 万元 | 600 | 670 | 700 |
| 同比增长 | % | 3 | 11.7 | 4.5 |
`, `供水收入 amount 6000000元 actual 2021
供水收入 amount 6700000元 actual 2022
供水收入 amount 7000000元 forecast 2023
供水收入 ratio 3% actual 2021 yoy
供水收入 ratio 11.7% actual 2022 yoy
供水收入 ratio 4.5% forecast 2023 yoy`},
		{"places as columns", `| 主要指标 | 计量单位 | 全县 | 东区 |
| --- | --- | --- | --- |
| 节水器具 | 套 | 900 | 500 |
`, `节水器具 count 900套 actual 2022
节水器具 count 500套 actual 2022`},
		{"against other years", `| 指标 | 2022年 | 比上年增减（%） | 较2020年下降（%） | 年均增长 |
| --- | --- | --- | --- | --- |
| 万元产值用水量 | 35立方米 | -2.5 | 9 | 1.2% |
`, `万元产值用水量 measure 35立方米 actual 2022
万元产值用水量 ratio -2.5% actual 2022 yoy
万元产值用水量 ratio -9% actual 2022 base
万元产值用水量 ratio 1.2% actual 2022 average`},
	} {
		if got := cellFacts(t, tableHead+c.text); got != c.want {
			t.Errorf("%s:\n%s\ngives\n%s\nwant\n%s", c.name, c.text, got, c.want)
		}
	}
}

// TestTablesOfAnyShape reads tables no one should make.
func TestTablesOfAnyShape(t *testing.T) {
	long := "| 指标 | 计划 | 完成 |\n| --- | --- | --- |\n" + strings.Repeat("| | 3 | |\n", 3000)
	for _, table := range []string{
		"| 45 |\n| --- |\n| 46 |\n",
		"| | |\n| --- | --- |\n| | |\n",
		"| 计划 | 完成 |\n| --- | --- |\n| 3 | 4 |\n",
		"| 指标 |\n| --- |\n| 供水 | 3 | 4 | 5 |\n",
		"| 序号 | 1 | 2 |\n| --- | --- | --- |\n| 甲 | 1 | 2 |\n| 3\n",
		"| （万元） | （ | 单位： |\n| --- | --- | --- |\n| 其中 | 其中： | 6 |\n| — | ） | 6/ |\n",
		"| 2021 | 2022 |\n| --- | --- |\n| 2021 | 2022 |\n| 2023年 | 2024年 |\n",
		"| 单位 | 单位 | 单位 |\n| --- | --- | --- |\n| 亿 | 万 | 9 |\n",
		"| 指标 | 增长 |\n| --- | --- |\n| 同比 | 1/2 |\n| 增长 | 五成 |\n| 比较 | -- |\n",
		long,
	} {
		cellFacts(t, tableHead+table)
	}
}
