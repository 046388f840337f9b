package track

import (
	"testing"

	"taizhang/report"
)

// TestStageOfAWork holds what words say of a work that is to be finished.
func TestStageOfAWork(t *testing.T) {
	plan := "滨河路改造工程9月底前建成通车。"
	promise := report.Fact{Kind: report.KindDeadline, Subject: "滨河路改造工程", Action: "建成通车", Modality: report.Target, Part: report.Plan,
		Due: report.NewDate(2022, 9, 30), Period: report.YearPeriod(2022), Sentence: plan, Text: "9月底前"}
	for _, c := range []struct {
		review string
		want   report.Status
	}{
		{"滨河路改造工程建成通车。", report.Done},
		{"滨河路改造工程主体完工。", report.InProgress},
		{"滨河路改造工程已完成可行性研究。", report.InProgress},
		{"滨河路改造工程计划明年通车。", report.InProgress},
		{"滨河路改造工程尚未通车。", report.InProgress},
		{"滨河路改造工程有序推进，通车后将方便群众。", report.InProgress},
		{"滨河路改造工程铺设管线3公里，占总长的六成，主体工程顺延至明年完工。", report.Missed},
		{"滨河路改造工程有序推进，望湖公园建成通车。", report.InProgress},
		{"望湖公园改造工程建成通车。", report.Unreported},
		{"滨河路改造工程受到关注。", report.Unverifiable},
	} {
		if got := lineOf(t, plan, c.review, promise); got.Status != c.want {
			t.Errorf("%s: status %s, want %s: %+v", c.review, got.Status, c.want, got.Answers)
		}
	}
}

func TestLateByTheDateOfTheAnswer(t *testing.T) {
	plan, review := "滨河路改造工程3月底前建成通车。", "滨河路改造工程于9月通车。"
	promise := report.Fact{Kind: report.KindDeadline, Subject: "滨河路改造工程", Action: "建成通车", Modality: report.Target, Part: report.Plan,
		Due: report.NewDate(2022, 3, 31), Period: report.YearPeriod(2022), Sentence: plan, Text: "3月底前"}
	event := report.Fact{Kind: report.KindEvent, Subject: "滨河路改造工程", Action: "通车", Modality: report.Actual, Part: report.Review,
		Period: report.MonthsPeriod(2022, 9, 9), Sentence: review, Text: "9月"}
	if got := lineOf(t, plan, review, promise, event); got.Status != report.Late {
		t.Errorf("status %s, want late", got.Status)
	}
	event.Period = report.MonthsPeriod(2022, 3, 3)
	if got := lineOf(t, plan, review, promise, event); got.Status != report.Done {
		t.Errorf("in the month it was due: status %s, want done", got.Status)
	}
}

func TestDoneInALaterYear(t *testing.T) {
	plan := "滨河路改造工程9月底前建成通车。"
	promise := report.Fact{Kind: report.KindDeadline, Subject: "滨河路改造工程", Action: "建成通车", Modality: report.Target, Part: report.Plan,
		Due: report.NewDate(2022, 9, 30), Period: report.YearPeriod(2022), Sentence: plan, Text: "9月底前"}
	var o office
	o.year(2021, nil, []string{plan}, promise)
	o.year(2022, []string{"滨河路改造工程未能如期通车。"}, nil)
	o.year(2023, []string{"滨河路改造工程建成通车。"}, nil)
	got := Ledger(o, testWords, Options{})[0]
	if got.Status != report.Late || len(got.Answers) != 2 || got.Answers[0].Year != 2023 || got.Answers[1].Verdict != report.Contradicts {
		t.Errorf("%s with %+v, want late, done in 2023 and missed in 2022", got.Status, got.Answers)
	}
}

// TestTasks holds what becomes of promises without number and date.
func TestTasks(t *testing.T) {
	for _, c := range []struct {
		plan, subject, action, review string
		want                          report.Status
	}{
		{"推广应用望湖服务平台。", "望湖服务平台", "推广应用", "望湖服务平台在各乡镇推广应用。", report.Done},
		{"深化望湖片区改革。", "望湖片区改革", "深化", "望湖片区改革进一步深化。", report.InProgress},
		{"深化望湖片区改革。", "望湖片区改革", "深化", "望湖片区改革出台方案。", report.InProgress},
		{"完成农村旱井改造。", "农村旱井改造", "完成", "农村旱井改造全部清零。", report.Done},
		{"深化人才管理改革。", "人才管理改革", "深化", "科技管理改革进一步深化。", report.Unreported},
		{"确保不发生重大火灾。", "不发生重大火灾", "确保", "全县未发生重大火灾。", report.Done},
		{"研究编制望湖规划。", "望湖规划", "研究", "若干指标未完成望湖规划目标。", report.Unverifiable},
	} {
		promise := report.Fact{Kind: report.KindTask, Subject: c.subject, Action: c.action, Modality: report.Target, Part: report.Plan,
			Period: report.YearPeriod(2022), Sentence: c.plan, Text: c.plan[:len(c.plan)-3]}
		if got := lineOf(t, c.plan, c.review, promise); got.Status != c.want {
			t.Errorf("%s / %s: status %s, want %s: %+v", c.plan, c.review, got.Status, c.want, got.Answers)
		}
	}
}

func TestAwards(t *testing.T) {
	plan := "望湖小学争创省级花园单位。"
	promise := report.Fact{Kind: report.KindAward, Subject: "望湖小学", Action: "争创", Modality: report.Target, Part: report.Plan,
		Period: report.YearPeriod(2022), Sentence: plan, Text: "省级花园单位"}
	for modality, want := range map[report.Modality]report.Status{report.Actual: report.Done, report.Ongoing: report.InProgress, report.Target: report.InProgress} {
		review := "望湖小学参评省级花园单位。"
		award := promise
		award.Part, award.Modality, award.Sentence, award.Action = report.Review, modality, review, "参评"
		if got := lineOf(t, plan, review, promise, award); got.Status != want {
			t.Errorf("award %s: status %s, want %s", modality, got.Status, want)
		}
	}
}
