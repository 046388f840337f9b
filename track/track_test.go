package track

import (
	"strings"
	"testing"

	"taizhang/report"
)

var testWords = Words{
	Completed:  []string{"全部清零", "已完成", "出台", "获评"},
	Ongoing:    []string{"正在", "有序推进"},
	Failed:     []string{"未完成", "未能", "推迟至", "顺延至"},
	Planned:    []string{"计划", "预计"},
	Negations:  []string{"尚未"},
	NoResult:   []string{"后", "率"},
	Stages:     [][]string{{"可行性研究", "前期工作"}, {"开工", "开工建设"}, {"主体完工"}, {"竣工", "完工", "建成"}, {"投入使用", "建成通车", "通车"}},
	Synonyms:   [][]string{{"投入", "拨付"}, {"建设", "建成"}, {"控制", "压缩"}},
	Light:      []string{"完成", "实现", "开展", "确保"},
	Continuing: []string{"推进", "深化", "研究"},
	Leads:      []string{"工程", "主体工程", "开工时间", "完工时间", "于", "年", "月底", "月"},
	Ceilings:   []string{"控制在"},
	Never:      []string{"不发生", "零事故"},
	NeverSaid:  []string{"未发生"},
	Each:       []string{"每", "人均"},
	Shares:     []string{"占比", "率"},
	Short:      []string{"少"},
	Hollow:     []string{"财政", "资金", "主体"},
	Kinds:      []string{"项目", "工程"},
	Late:       []string{"较计划推迟"},
	Stock:      []string{"增至"},
	Added:      []string{"新增"},
	From:       []string{"由"},
}

func num(s string) report.Decimal {
	d, err := report.ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	return d
}

func value(n, unit string, b report.Bound) *report.Value {
	return &report.Value{Min: num(n), Max: num(n), Unit: unit, Bound: b}
}

// office is a test office: each year's review sentences and planned facts.
type office []report.Report

// year adds a report that reviews the year: sentences of the review, then the
// plan's. Facts are given with the sentence they stand in.
func (o *office) year(y int, review []string, plan []string, facts ...report.Fact) {
	r := report.Report{ID: string(rune('a' + len(*o)))}
	r.Outline = report.Outline{Org: "临江局", Reviewed: y, Planned: y + 1, Sections: []report.Section{
		{Part: report.Review, Parent: -1}, {Part: report.Plan, Parent: -1}}}
	for i, part := range [][]string{review, plan} {
		for _, s := range part {
			start := len(r.Text.Body)
			r.Text.Body += s + "\n"
			r.Sentences = append(r.Sentences, report.Passage{Span: report.Span{Start: start, End: start + len(s)}, Section: i})
			for _, f := range facts {
				if f.Sentence == s {
					f.ID, f.Report = r.ID+f.Text, r.ID
					f.Place.Start = start + max(0, strings.Index(s, f.Text))
					r.Facts = append(r.Facts, f)
				}
			}
		}
	}
	*o = append(*o, r)
}

func target(sentence, subject string, v *report.Value, year int) report.Fact {
	return report.Fact{Kind: report.KindCount, Subject: subject, Value: v, Modality: report.Target, Part: report.Plan,
		Period: report.YearPeriod(year), Sentence: sentence, Text: "x"}
}

func actual(sentence, subject string, v *report.Value, year int) report.Fact {
	f := target(sentence, subject, v, year)
	f.Modality, f.Part = report.Actual, report.Review
	return f
}

func TestLedgerByNumber(t *testing.T) {
	for _, c := range []struct {
		name           string
		promised, told *report.Value
		want           report.Status
	}{
		{"reached", value("100", "个", report.Exact), value("100", "个", report.Exact), report.Done},
		{"exceeded", value("100", "个", report.AtLeast), value("120", "个", report.Exact), report.Exceeded},
		{"part", value("100", "个", report.Exact), value("80", "个", report.Exact), report.Partial},
		{"ceiling kept", value("3", "%", report.AtMost), value("2.8", "%", report.Exact), report.Done},
		{"ceiling broken", value("3", "%", report.AtMost), value("3.4", "%", report.Exact), report.Missed},
		{"rate missed", value("8", "%", report.Exact), value("6", "%", report.Exact), report.Missed},
		{"about", value("8", "%", report.About), value("7.9", "%", report.Exact), report.Done},
		{"a deeper fall", value("-5", "%", report.Exact), value("-6", "%", report.Exact), report.Exceeded},
	} {
		t.Run(c.name, func(t *testing.T) {
			var o office
			plan, done := "新建公厕若干。", "全年新建公厕若干。"
			o.year(2021, nil, []string{plan}, target(plan, "公厕", c.promised, 2022))
			o.year(2022, []string{done}, nil, actual(done, "公厕", c.told, 2022))
			got := Ledger(o, testWords, Options{})
			if len(got) != 1 || got[0].Status != c.want {
				t.Fatalf("ledger %+v, want one promise %s", got, c.want)
			}
			if len(got[0].Answers) == 0 || got[0].Answers[0].Sentence != done {
				t.Error("a status without a quoted sentence")
			}
		})
	}
}

func TestLedgerByWords(t *testing.T) {
	plan := "确保滨江小学扩建项目6月底竣工。"
	promise := report.Fact{Kind: report.KindDeadline, Subject: "滨江小学扩建项目", Modality: report.Target, Part: report.Plan,
		Due: report.NewDate(2022, 6, 30), Period: report.YearPeriod(2022), Sentence: plan, Text: "6月底"}
	for _, c := range []struct {
		review string
		want   report.Status
	}{
		{"滨江小学扩建项目如期竣工。", report.Done},
		{"滨江小学扩建项目主体完工，正在装修。", report.InProgress},
		{"滨江小学扩建项目未完成年度任务。", report.Missed},
		{"滨江小学扩建项目受到关注。", report.Unverifiable},
		{"全市防汛工作扎实有力。", report.Unreported},
	} {
		var o office
		o.year(2021, nil, []string{plan}, promise)
		o.year(2022, []string{c.review, "其他工作有序推进。", "各项会议按时召开。"}, nil)
		got := Ledger(o, testWords, Options{})
		if len(got) != 1 || got[0].Status != c.want {
			t.Errorf("%s: status %s, want %s", c.review, got[0].Status, c.want)
		}
	}
}

func TestSilenceIsNotYetDue(t *testing.T) {
	plan := "新建公厕若干。"
	var o office
	o.year(2021, nil, []string{plan}, target(plan, "公厕", value("9", "座", report.Exact), 2022))
	for _, c := range []struct {
		today report.Date
		want  report.Status
		light report.Light
	}{
		{report.NewDate(2022, 3, 1), report.NotDue, report.LightNone},
		{report.NewDate(2022, 12, 20), report.NotDue, report.LightDueSoon},
		{report.NewDate(2023, 1, 1), report.Unreported, report.LightOverdue},
	} {
		got := Ledger(o, testWords, Options{Today: c.today, DueSoonDays: 30})[0]
		if got.Status != c.want || got.Light != c.light {
			t.Errorf("%s: %s %s, want %s %s", c.today, got.Status, got.Light, c.want, c.light)
		}
	}
}

func TestFiveYearTotalIsNoAnswer(t *testing.T) {
	plan, done := "新建公厕若干。", "五年来新建公厕若干。"
	var o office
	o.year(2021, nil, []string{plan}, target(plan, "公厕", value("100", "座", report.Exact), 2022))
	total := actual(done, "公厕", value("400", "座", report.Exact), 2022)
	total.Period = report.YearsPeriod(2018, 2022)
	o.year(2022, []string{done}, nil, total)
	if got := Ledger(o, testWords, Options{})[0].Status; got == report.Done || got == report.Exceeded {
		t.Errorf("a five-year total makes the promise of one year %s", got)
	}
}

func TestChain(t *testing.T) {
	first, again := "推进云溪大道改造工程建设。", "推进云溪大道改造工程。"
	task := func(s string, y int) report.Fact {
		return report.Fact{Kind: report.KindTask, Subject: "云溪大道改造工程", Modality: report.Target, Part: report.Plan,
			Period: report.YearPeriod(y), Sentence: s, Text: s[:len(s)-3]}
	}
	var o office
	o.year(2021, nil, []string{first}, task(first, 2022))
	o.year(2022, nil, []string{again}, task(again, 2023))
	got := Ledger(o, testWords, Options{})
	if len(got) != 2 || len(got[0].Chain) != 1 || len(got[1].Chain) != 1 || got[1].Chain[0].Year != 2022 {
		t.Errorf("chains %+v", got)
	}
}

// TestNamesThatShrink holds which promises of later years are the same.
func TestNamesThatShrink(t *testing.T) {
	for _, c := range []struct {
		first, later string
		same         bool
	}{
		{"望湖云雀饮料厂迁址新建", "云雀迁建项目", true},
		{"云雀迁建项目", "云雀", true},
		{"东篱片区排水防涝综合整治工程", "东篱排水整治工程", true},
		{"滨河中学迁建项目一期", "滨河中学迁建项目二期", false},
		{"滨河中学迁建项目", "望湖医院迁建项目", false},
	} {
		var o office
		for i, name := range []string{c.first, c.later} {
			s := "推进" + name + "。"
			f := report.Fact{Kind: report.KindTask, Subject: name, Action: "推进", Modality: report.Target, Part: report.Plan,
				Period: report.YearPeriod(2022 + i), Sentence: s, Text: s[:len(s)-3]}
			o.year(2021+i, nil, []string{s}, f)
		}
		got := Ledger(o, testWords, Options{})
		if len(got) != 2 || (len(got[0].Chain) == 1) != c.same {
			t.Errorf("%s → %s: %+v, want one chain: %v", c.first, c.later, got[0].Chain, c.same)
		}
	}
}

func TestOnePromiseOfSeveralFacts(t *testing.T) {
	sentence := "启动东篱路改造工程，力争年内开工；望湖路5月底前开工、12月底前主体完工。"
	fact := func(kind report.Kind, subject, action, text string, due report.Date) report.Fact {
		return report.Fact{Kind: kind, Subject: subject, Action: action, Text: text, Due: due, Modality: report.Target, Part: report.Plan,
			Period: report.YearPeriod(2022), Sentence: sentence, Place: report.Place{Start: strings.Index(sentence, text)}}
	}
	year := report.NewDate(2022, 12, 31)
	r := report.Report{Facts: []report.Fact{
		fact(report.KindTask, "东篱路改造工程", "启动", "启动东篱路改造工程", report.Date{}),
		fact(report.KindDeadline, "东篱路改造工程", "开工", "年内", year),
		fact(report.KindDeadline, "望湖路", "开工", "5月底前", report.NewDate(2022, 5, 31)),
		fact(report.KindDeadline, "主体", "完工", "12月底前", year),
	}}
	got := newVocabulary(testWords).promises(r)
	var texts []string
	for _, p := range got {
		texts = append(texts, p.Subject+":"+p.Text)
	}
	want := "东篱路改造工程:启动东篱路改造工程，力争年内开工 望湖路:望湖路5月底前开工 望湖路:12月底前主体完工"
	if strings.Join(texts, " ") != want {
		t.Errorf("promises %q, want %s", texts, want)
	}
}
