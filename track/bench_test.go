package track

import (
	"fmt"
	"testing"

	"taizhang/report"
)

// Parts of invented names; together they name more things than an office has.
var (
	places  = []string{"云溪", "临江", "青岚", "松涛", "白沙", "凤凰", "柳荫", "石桥", "滨河", "望湖", "南屏", "北苑", "东篱"}
	objects = []string{"大道改造", "水厂扩建", "中心小学", "文化广场", "产业园区", "污水管网", "卫生院", "农贸市场", "养老中心", "人行天桥", "变电站"}
	kinds   = []string{"工程", "项目", "一期工程", "二期工程"}
	things  = []string{"停车位", "学位", "公厕", "路灯", "充电桩", "床位", "绿地", "老旧小区", "农村公路", "高标准农田"}
	units   = []string{"个", "座", "盏", "张", "亩"}
)

// generated makes the reports of one office over years, each with n promises
// and as many answers.
func generated(name string, years, n int) []report.Report {
	var out office
	for y := range years {
		var review, plan []string
		var facts []report.Fact
		for i := range n {
			if i%2 == 0 {
				s := fmt.Sprintf("%s%s%s", places[i%13], objects[i%11], kinds[i%4])
				plan = append(plan, fmt.Sprintf("%s%d月底前建成通车。", s, i%12+1))
				review = append(review, fmt.Sprintf("%s建成通车，群众出行更加方便。", s))
				facts = append(facts, report.Fact{Kind: report.KindDeadline, Subject: s, Action: "建成通车", Modality: report.Target, Part: report.Plan,
					Period: report.YearPeriod(2001 + y), Due: report.NewDate(2001+y, 12, 31), Sentence: plan[len(plan)-1], Text: fmt.Sprintf("%d月底前", i%12+1)})
				continue
			}
			s := places[i%13] + things[i%10]
			v := value(fmt.Sprint(100+i), units[i%5], report.AtLeast)
			plan = append(plan, fmt.Sprintf("新增%s%d%s以上。", s, 100+i, units[i%5]))
			review = append(review, fmt.Sprintf("全年新增%s%d%s，完成率居前。", s, 100+i, units[i%5]))
			p := target(plan[len(plan)-1], s, v, 2001+y)
			a := actual(review[len(review)-1], s, v, 2000+y)
			p.Action, a.Action = "新增", "新增"
			p.Text, a.Text = fmt.Sprintf("%d%s以上", 100+i, units[i%5]), fmt.Sprintf("%d%s", 100+i, units[i%5])
			facts = append(facts, p, a)
		}
		out.year(2000+y, review, plan, facts...)
		r := &out[len(out)-1]
		r.ID, r.Outline.Org = fmt.Sprintf("%s%d", name, y), name
	}
	return out
}

func BenchmarkLedger(b *testing.B) {
	for _, offices := range []int{10, 50} {
		b.Run(fmt.Sprintf("%d offices", offices), func(b *testing.B) {
			var reports []report.Report
			for i := range offices {
				reports = append(reports, generated(fmt.Sprintf("第%d局", i), 10, 100)...)
			}
			b.ReportAllocs()
			for b.Loop() {
				b.ReportMetric(float64(len(Ledger(reports, testWords, Options{}))), "promises")
			}
		})
	}
}
