package track

import (
	"strings"
	"testing"

	"taizhang/report"
)

// pledgeWords are the test words with those of promises without a fact.
func pledgeWords() Words {
	w := testWords
	w.Past, w.Ahead, w.Than = []string{"去年", "过去一年"}, []string{"今年", "要"}, []string{"比"}
	w.Tasks = Tasks{
		Verbs: map[report.Strength][]string{report.Complete: {"迁建", "制定", "取消", "实施", "审计", "办成", "进行"}, report.Push: {"推进", "推动"},
			report.Ensure: {"确保"}},
		Manner: []string{"全面", "加快"}, Modal: []string{"要", "将"}, Who: []string{"我们"}, When: []string{"今年", "年内"},
		Prep: []string{"对", "把", "在"}, Slogans: []string{"新篇章"}, Abstract: []string{"能力"}, Soft: []string{"确保", "推动"},
		Results: []string{"投入使用", "对外开放"}, MidModals: []string{"力争"}, MidVerbs: []string{"完成"},
		Where: []string{"城区"}, Steps: []string{"列入", "取得", "通过"}, StepLeads: []string{"推动"}, StepTails: []string{"进展"}, Going: []string{"加快推进"},
	}
	w.Works, w.Passing = []string{"线"}, []string{"认定"}
	return w
}

func TestPledges(t *testing.T) {
	v := newVocabulary(pledgeWords())
	for _, c := range []struct{ clause, want string }{
		{"今年要制定城区停车管理办法", "制定:城区停车管理办法"},
		{"一是全面推进殡葬服务改革", "推进:殡葬服务改革"},
		{"对村级债务进行全面审计", "审计:村级债务"},
		{"在山区乡镇实施教师周转房计划", "实施:教师周转房计划"},
		{"把丰收节办成一届热闹的盛会", "办成:丰收节"},
		{"望湖植物园年内投入使用", "投入使用:望湖植物园"},
		{"白沙风电场力争取得核准", "取得核准:白沙风电场"},
		{"柳荫客运站完成主体工程", "完成主体工程:柳荫客运站"},
		{"迁建白沙车站", "迁建:白沙车站"},
		{"城区实施柳荫绿化工程", "实施:柳荫绿化工程"},
		{"（六）制定城区停车管理办法", "制定:城区停车管理办法"},
		{"（六）推进城区停车管理", ""},
		{"白沙剧院主体完工", "主体完工:白沙剧院"},
		{"推动柳荫水库列入省级规划", "列入省级规划:柳荫水库"},
		{"推动治理能力通过省级认定", "通过省级认定:治理能力"},
		{"推动治理方式取得进展", ""},
		{"柳荫至白沙线加快推进", "加快推进:柳荫至白沙线"},
		{"治理工作加快推进", ""},
		{"推进治理能力", ""},
		{"谱写发展新篇章", ""},
		{"制定了停车管理办法", ""},
		{"天气寒冷", ""},
	} {
		got := ""
		if p, ok := v.pledge(c.clause); ok {
			got = p.action + ":" + p.subject
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.clause, got, c.want)
		}
	}
}

// TestPlanThatLooksBack holds that what a plan tells of the past is no promise
// and answers the plan before.
func TestPlanThatLooksBack(t *testing.T) {
	var o office
	plan := "今年要制定城区停车管理办法。"
	o.year(2021, nil, []string{plan})
	o.year(2022, []string{"其他工作照常。"}, []string{"去年，我们制定了城区停车管理办法，比去年更细。", "今年要取消两项证明。"})
	got := Ledger(o, pledgeWords(), Options{})
	var texts []string
	for _, l := range got {
		texts = append(texts, l.Text)
	}
	if strings.Join(texts, "|") != "制定城区停车管理办法|取消两项证明" {
		t.Errorf("promises %q", texts)
	}
	if len(got) == 0 || got[0].Status != report.Done {
		t.Errorf("%+v, want done, by the plan of the next year", got)
	}
}

func TestYearsAhead(t *testing.T) {
	v := newVocabulary(Words{Terms: Terms{Leads: []string{"用", "力争用", "今后"}, Tails: []string{"内", "时间"}, Names: []string{"行动"}, To: []string{"到"}}})
	for words, want := range map[string]int{
		"力争用三年时间基本建成": 3, "在两年内完成": 2, "今后五年新建": 5, "实施三年行动计划": 0, "比2019年增长": 0, "连续5年": 0, "第二年": 0,
	} {
		if got := v.yearsAhead(words); got != want {
			t.Errorf("%s: %d, want %d", words, got, want)
		}
	}
}

// TestSpanLead holds which words of time given may stand before a verb.
func TestSpanLead(t *testing.T) {
	v := newVocabulary(Words{Terms: Terms{Leads: []string{"用", "争取"}, Tails: []string{"内", "时间"}, To: []string{"到"}}})
	for words, want := range map[string]string{
		"用三年时间建成": "用三年时间", "用3到5年时间建成": "用3到5年时间", "争取三年内建成": "争取三年内", "对三年内建成": "", "三年行动": "",
	} {
		if got := words[:v.spanLead(words)]; got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}

// TestOffice holds that the ledger of one office is what the ledger of many
// says of it, in whatever order its reports come.
func TestOffice(t *testing.T) {
	a, b := generated("甲局", 3, 20), generated("乙局", 3, 20)
	both := Ledger(append(append([]report.Report{}, a...), b...), testWords, Options{})
	a[0], a[2] = a[2], a[0]
	alone := Office(a, testWords, Options{})
	var same []report.Commitment
	for _, l := range both {
		if l.Org == "甲局" {
			same = append(same, l)
		}
	}
	if len(alone) == 0 || len(alone) != len(same) {
		t.Fatalf("%d lines alone, %d among others", len(alone), len(same))
	}
	for i := range alone {
		if alone[i].ID != same[i].ID || alone[i].Status != same[i].Status {
			t.Errorf("%s %s alone, %s %s among others", alone[i].Text, alone[i].Status, same[i].Text, same[i].Status)
		}
	}
}
