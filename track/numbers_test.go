package track

import (
	"strings"
	"testing"

	"taizhang/report"
)

// factOf makes a fact of a sentence: subject|action|words of the number.
func factOf(sentence, what string, v *report.Value, part report.Part) report.Fact {
	parts := strings.Split(what, "|")
	f := report.Fact{Kind: report.KindCount, Subject: parts[0], Action: parts[1], Text: parts[2], Value: v,
		Modality: report.Actual, Part: part, Period: report.YearPeriod(2022), Sentence: sentence}
	if part == report.Plan {
		f.Modality = report.Target
	}
	return f
}

// lineOf returns the one line of the ledger of a plan for 2022 and its
// review.
func lineOf(t *testing.T, plan, review string, facts ...report.Fact) report.Commitment {
	t.Helper()
	var o office
	var promised, told []report.Fact
	for _, f := range facts {
		if f.Part == report.Plan {
			promised = append(promised, f)
		} else {
			told = append(told, f)
		}
	}
	o.year(2021, nil, []string{plan}, promised...)
	o.year(2022, []string{"全年各项会议按时召开。", review, "其他事项照常办理。"}, nil, told...)
	got := Ledger(o, testWords, Options{})
	if len(got) != 1 {
		t.Fatalf("%d lines for %s, want 1: %+v", len(got), plan, got)
	}
	if len(got[0].Answers) == 0 && got[0].Status != report.Unreported {
		t.Errorf("%s is %s without a quoted sentence", plan, got[0].Status)
	}
	return got[0]
}

// TestNumberOfTheSameThing holds which numbers of a sentence answer.
func TestNumberOfTheSameThing(t *testing.T) {
	thirty, hundred := value("30", "天", report.AtMost), value("100", "个", report.Exact)
	for _, c := range []struct {
		name, plan, promised string
		target               *report.Value
		review, told         string
		reached              *report.Value
		want                 report.Status
	}{
		{"another unit's work", "审批时限控制在30天以内。", "审批时限|控制|30天以内", thirty,
			"完成项目审批96个，全年平稳。", "项目审批|完成|96个", value("96", "个", report.Exact), report.Unreported},
		{"a verb that answers", "投入绿化资金100个。", "绿化资金|投入|100个", hundred,
			"拨付绿化资金120个。", "绿化资金|拨付|120个", value("120", "个", report.Exact), report.Exceeded},
		{"a general word and another verb", "新增项目100个。", "项目|新增|100个", hundred,
			"清理项目120个。", "项目|清理|120个", value("120", "个", report.Exact), report.Unreported},
		{"what is lacking", "招聘医护人员100个。", "医护人员|招聘|100个", hundred,
			"招聘医护人员工作结束，少招8个。", "医护人员|少招|8个", value("8", "个", report.Exact), report.Unreported},
		{"one each", "每村培训骨干100个。", "骨干|培训|100个", hundred,
			"全年培训骨干120个。", "骨干|培训|120个", value("120", "个", report.Exact), report.Unreported},
		{"somewhat more is about", "铺排项目100个。", "项目|铺排|100个左右", value("100", "个", report.About),
			"铺排项目107个。", "项目|铺排|107个", value("107", "个", report.Exact), report.Done},
		{"a shorter name", "改造农村凉亭100座。", "农村凉亭|改造|100座", value("100", "座", report.Exact),
			"改造凉亭120座。", "改造凉亭||120座", value("120", "座", report.Exact), report.Exceeded},
		{"a name with things left out", "完成望湖城区段绿化100里。", "望湖城区段绿化|完成|100里", value("100", "里", report.Exact),
			"望湖绿化一期完成60里。", "望湖绿化一期|完成|60里", value("60", "里", report.Exact), report.Partial},
		{"another number in the name", "产值过5亿的作坊100个。", "产值过5亿的作坊||100个", hundred,
			"产值过2亿的作坊120个。", "产值过2亿的作坊||120个", value("120", "个", report.Exact), report.Unreported},
		{"all there are", "新增凉亭100个。", "凉亭|新增|100个", hundred,
			"凉亭增至300个。", "凉亭|增至|300个", value("300", "个", report.Exact), report.Unreported},
		{"what a change starts from", "新增日产能100个。", "日产能|新增|100个", hundred,
			"日产能由300个提升。", "日产能|新增|300个", value("300", "个", report.Exact), report.Unreported},
		{"a hollow subject", "财政资金安排100个。", "财政资金|安排|100个", hundred,
			"财政资金安排300个用于别处。", "财政资金|安排|300个", value("300", "个", report.Exact), report.Unreported},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := lineOf(t, c.plan, c.review, factOf(c.plan, c.promised, c.target, report.Plan),
				factOf(c.review, c.told, c.reached, report.Review))
			if got.Status != c.want {
				t.Errorf("status %s, want %s: %+v", got.Status, c.want, got.Answers)
			}
		})
	}
}

func TestPeriodOfTheNumber(t *testing.T) {
	plan := "完成植树100个。"
	promised := factOf(plan, "植树|完成|100个", value("100", "个", report.Exact), report.Plan)
	for _, c := range []struct {
		name     string
		period   report.Period
		modality report.Modality
		number   string
		want     report.Status
	}{
		{"the year", report.YearPeriod(2022), report.Actual, "90", report.Partial},
		{"expected", report.YearPeriod(2022), report.Forecast, "110", report.Exceeded},
		{"eleven months, not yet", report.MonthsPeriod(2022, 1, 11), report.Actual, "90", report.InProgress},
		{"eleven months, already", report.MonthsPeriod(2022, 1, 11), report.Actual, "105", report.Exceeded},
		{"another year", report.YearPeriod(2021), report.Actual, "110", report.Unreported},
		{"five years", report.YearsPeriod(2018, 2022), report.Actual, "400", report.Unreported},
	} {
		t.Run(c.name, func(t *testing.T) {
			review := "完成植树" + c.number + "个。"
			told := factOf(review, "植树|完成|"+c.number+"个", value(c.number, "个", report.Exact), report.Review)
			told.Period, told.Modality = c.period, c.modality
			if got := lineOf(t, plan, review, promised, told); got.Status != c.want {
				t.Errorf("status %s, want %s: %+v", got.Status, c.want, got.Answers)
			}
		})
	}
}

func TestAllTargetsOfAPromise(t *testing.T) {
	plan, review := "植树达到100个，增长8%。", "植树达到120个，增长6%。"
	level := factOf(plan, "植树|达到|100个", value("100", "个", report.Exact), report.Plan)
	growth := factOf(plan, "植树|增长|8%", value("8", "%", report.Exact), report.Plan)
	growth.Comparison = report.YearOnYear
	told := factOf(review, "植树|达到|120个", value("120", "个", report.Exact), report.Review)
	grown := factOf(review, "植树|增长|6%", value("6", "%", report.Exact), report.Review)
	grown.Comparison = report.YearOnYear
	got := lineOf(t, plan, review, level, growth, told, grown)
	if got.Status != report.Partial || len(got.Targets) != 2 || !strings.Contains(got.Answers[0].Why, "6%") {
		t.Errorf("%s with %d targets: %+v, want partial", got.Status, len(got.Targets), got.Answers)
	}
}

func TestLessIsBetter(t *testing.T) {
	plan, review := "空置比例5.5%。", "空置比例5.1%。"
	promised := factOf(plan, "空置比例||5.5%", value("5.5", "%", report.Exact), report.Plan)
	told := factOf(review, "空置比例||5.1%", value("5.1", "%", report.Exact), report.Review)
	for better, want := range map[report.Better]report.Status{report.Less: report.Done, report.More: report.Missed, "": report.Missed} {
		promised.Better = better
		if got := lineOf(t, plan, review, promised, told); got.Status != want {
			t.Errorf("better %q: status %s, want %s", better, got.Status, want)
		}
	}
}

func TestRowOfATable(t *testing.T) {
	plan, row := "新建凉亭100个。", "新建凉亭\t个\t100\t104"
	promised := factOf(plan, "凉亭|新建|100个", value("100", "个", report.Exact), report.Plan)
	var o office
	o.year(2021, nil, []string{plan}, promised)
	o.year(2022, []string{row}, nil)
	r := &o[1]
	cell := factOf(row, "凉亭||104", value("104", "个", report.Exact), report.Review)
	cell.Cell = &report.Cell{Table: 1, Row: "新建凉亭", Column: "完成"}
	cell.Place.Start = strings.Index(r.Text.Body, "104")
	r.Facts = []report.Fact{cell}
	var cells []report.Span
	r.Sentences = nil
	at := 0
	for _, c := range strings.Split(row, "\t") {
		cells = append(cells, report.Span{Start: at, End: at + len(c)})
		r.Sentences = append(r.Sentences, report.Passage{Span: cells[len(cells)-1]})
		at += len(c) + 1
	}
	r.Outline.Tables = []report.Table{{Rows: []report.Row{{Span: report.Span{Start: 0, End: len(row)}, Cells: cells}}}}
	got := Ledger(o, testWords, Options{})
	if len(got) != 1 || got[0].Status != report.Exceeded || got[0].Answers[0].Sentence != row {
		t.Errorf("ledger %+v, want exceeded by the whole row", got)
	}
}
