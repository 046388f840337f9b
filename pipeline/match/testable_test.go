package match

import (
	"testing"

	"taizhang/report"
)

// TestTestable checks which promises the next report can be held to, and how
// strong they are.
func TestTestable(t *testing.T) {
	for words, want := range map[string]struct {
		testable bool
		strength report.Strength
	}{
		"实施石滩河水环境综合治理工程。": {true, report.Push},
		"实施老街小学改扩建。":      {true, report.Push},
		"实施乡村工匠培育工程。":     {false, report.Push},
		"建立企业走访台账。":       {true, report.Push},
		"健全值班值守机制。":       {false, report.Push},
		"办好第六届职工运动会。":     {true, report.Complete},
		"坚决遏制较大火灾事故。":     {true, report.Ensure},
		"确保不发生重大安全事故。":    {true, report.Ensure},
		"守牢不发生区域性金融风险底线。": {true, report.Ensure},
		"全面推开岗位责任制改革。":    {true, report.Complete},
		"推行机关“首问负责”。":     {false, report.Push},
		"推行“首问负责”制度。":     {true, report.Push},
		"完成机关“瘦身减负”。":     {false, report.Complete},
		"谋划实施石滩公园改造项目。":   {false, report.PlanTo},
		"探索建立学生体质数字档案。":   {true, report.PlanTo},
		"推动社区食堂全覆盖。":      {true, report.Push},
		"加快推进河口大桥前期工作。":   {false, report.Push},
		"力争东湖公园改造工程开工建设。": {true, report.Strive},
		"制定停车收费管理办法。":     {true, report.Complete},
		"深入开展安全生产专项整治行动。": {false, report.Push},
		"启动河口新区道路改造工程。":   {true, report.Push},
		"完成城南片区雨污管网改造工程。": {true, report.Complete},
	} {
		d, attrs := toyChain(words, report.Plan)
		var got *report.Fact
		facts := builtIn(t).Facts(d, attrs)
		for i := range facts {
			if facts[i].Kind == report.KindTask {
				got = &facts[i]
			}
		}
		switch {
		case got == nil:
			t.Errorf("%s no task", words)
		case got.Testable == nil || *got.Testable != want.testable || got.Strength != want.strength:
			t.Errorf("%s testable %v, strength %s; want %v, %s", words,
				got.Testable != nil && *got.Testable, got.Strength, want.testable, want.strength)
		}
	}
}
