package match

import (
	"strings"
	"testing"
	"unicode/utf8"

	"taizhang/report"
)

func TestFactsCarryTheirPlace(t *testing.T) {
	d, attrs := toyChain("全年投资9亿元。新建学校12所、车位39个。", report.Review)
	d.Outline.Sections[0].Heading = "一、项目"
	d.Outline.Org, d.Outline.Reviewed = "某中心", 2023
	d.Sentences[1].Cell = &report.Cell{Table: 1, Row: "学校", Column: "数量"}
	facts := builtIn(t).Facts(d, attrs)
	if len(facts) != 3 {
		t.Fatalf("%d facts, want 3", len(facts))
	}
	for _, f := range facts {
		if d.Text.Body[f.Place.Start:f.Place.End] != f.Text {
			t.Errorf("%q is not at its place", f.Text)
		}
		if f.Org != "某中心" || f.Year != 2023 || f.Part != report.Review || f.Quality != report.Good ||
			len(f.Section) != 1 || f.Rule == "" || len(f.Ruleset) != 12 {
			t.Errorf("%+v", f)
		}
	}
	if facts[2].Cell == nil || facts[2].Cell.Row != "学校" || facts[0].Cell != nil {
		t.Errorf("cells %v, %v", facts[2].Cell, facts[0].Cell)
	}
}

func TestPartsNameTheirWhole(t *testing.T) {
	d, attrs := toyChain("铺排项目45个，其中续建15个。", report.Review)
	attrs[1].PartOf = 1
	facts := builtIn(t).Facts(d, attrs)
	if facts[1].PartOf != facts[0].ID || facts[0].PartOf != "" {
		t.Errorf("part of %q, whole %q", facts[1].PartOf, facts[0].ID)
	}
}

func TestIDsSurviveRepairAndRules(t *testing.T) {
	ids := func(text string) []string {
		var out []string
		for _, f := range builtIn(t).Facts(toyChain(text, report.Review)) {
			out = append(out, f.ID)
		}
		return out
	}
	a := ids("新建学校12所，扩建学校12所。")
	b := ids("另一句。新建 学校12所，扩建学校12所。") // moved, and a blank that repair left
	if len(a) != 2 || a[0] == a[1] || a[0] != b[0] || a[1] != b[1] {
		t.Errorf("%v, %v", a, b)
	}
	c := ids("新建学校12所。新建学校12所。")
	if c[0] == c[1] {
		t.Error("the same sentence twice has one id")
	}
}

func TestSkippedValuesAreNoFacts(t *testing.T) {
	d, attrs := toyChain("新建学校12所。", report.Review)
	attrs[0].Skip = "名称的一部分"
	if facts := builtIn(t).Facts(d, attrs); len(facts) != 0 {
		t.Errorf("%+v", facts)
	}
}

func TestSubjectsAreShort(t *testing.T) {
	for subject, want := range map[string]string{
		"学位":        "学位",
		"坚持为民，新增学位": "新增学位",
		"云溪市望湖区职业中等专业学校改扩建项目二期工程（体艺馆）": "云溪市望湖区职业中等专业学校改扩建项目二期工程",
		strings.Repeat("长", 30) + "学位": strings.Repeat("长", 22) + "学位",
	} {
		if got := shortSubject(subject); got != want {
			t.Errorf("%s: got %s, want %s", subject, got, want)
		}
	}
}

func TestLongSentencesArePrintedAroundTheValue(t *testing.T) {
	for _, clause := range []string{"推进各项工作，", "推进各项工作"} {
		text := strings.Repeat(clause, 100) + "新建学校12所，" + strings.Repeat(clause, 100) + "。"
		f := builtIn(t).Facts(toyChain(text, report.Review))[0]
		if n := utf8.RuneCountInString(f.Sentence); n > maxSentence || n < maxSentence/2 {
			t.Errorf("%d characters", n)
		}
		if !strings.Contains(f.Sentence, "新建学校12所") || !strings.Contains(text, f.Sentence) {
			t.Errorf("%s", f.Sentence)
		}
	}
}

func TestIndicators(t *testing.T) {
	m := builtIn(t)
	for subject, want := range map[string]string{
		"GDP": "地区生产总值", "全市地区生产总值": "地区生产总值", "地区生产总值总量": "地区生产总值",
		"长株潭地区生产总值": "", "人均GDP": "人均地区生产总值", "固投": "固定资产投资",
		"固定资产投资项目": "", "中央财政赤字": "", "社零总额": "社会消费品零售总额",
		"专精特新小巨人企业": "专精特新“小巨人”企业", "学位": "学位", "群众": "",
	} {
		got := ""
		if it := m.names.of(subject); it != nil {
			got = it.Name
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", subject, got, want)
		}
	}
}

func TestExplain(t *testing.T) {
	m := builtIn(t)
	d, attrs := toyChain("东湖小学项目获评“云溪市优质工程”，新建学校12所。", report.Review)
	attrs[0].Why = []string{"动作：新建"}
	text := m.Explain(d, attrs, "documents/issued")[0].String()
	for _, want := range []string{
		"引号「“云溪市优质工程”」", "数量「12所」", "动作：新建",
		"awards/won（获评“某奖”）", "命中「获评“云溪市优质工程”」",
		"documents/issued", "没有尝试：句中没有它必须有的",
		"奖项「云溪市优质工程」", "规则=general/count",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestExplainSaysWhereARuleFails(t *testing.T) {
	for _, c := range []struct{ pattern, text, want string }{
		{"产值〈动词〉【金额】", "产值实现9亿元。", "第2步：「实现9亿元。」不在词表「动词」"},
		{"产值（达到|实现）【金额】", "产值实现九成。", "第3步：「九成。」没有识别成【金额】"},
		{"产值…【金额】", "产值稳步提高。", "第3步：后面没有识别出【金额】"},
		{"产值…达到", "产值稳步提高。", "第3步：后面没有「达到」"},
	} {
		m := patterns(t, c.pattern)
		d, attrs := toyChain(c.text, report.Review)
		tries := m.Explain(d, attrs, "a/one")[0].Tries
		if len(tries) != 1 || tries[0].Why != c.want {
			// A pattern whose rarest word is missing is not tried at all.
			if len(tries) != 1 || !strings.HasPrefix(tries[0].Why, "没有尝试") {
				t.Errorf("%s on %s: %+v, want %s", c.pattern, c.text, tries, c.want)
			}
		}
	}
}

func TestExamplesThatDoNotHoldAreTold(t *testing.T) {
	m := patterns(t, "产值【金额】")
	rule := &m.set.Rules[0]
	rule.Examples[0].Text = "产值稳步提高。"
	rule.Counterexamples[0].Text = "产值9亿元。"
	problems := m.Test(toyChain)
	if len(problems) != 2 || problems[0].Code != "example" || problems[1].Code != "counterexample" {
		t.Errorf("%v", problems)
	}
}
