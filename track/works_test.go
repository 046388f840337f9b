package track

import (
	"testing"

	"taizhang/report"
)

// TestNameOfAnAnswer holds which clauses are told of a work by a shorter name,
// and which of another.
func TestNameOfAnAnswer(t *testing.T) {
	plan := "望湖云雀饮料厂迁址新建项目年内竣工。"
	promise := report.Fact{Kind: report.KindDeadline, Subject: "望湖云雀饮料厂迁址新建项目", Action: "竣工", Modality: report.Target, Part: report.Plan,
		Due: report.NewDate(2022, 12, 31), Period: report.YearPeriod(2022), Sentence: plan, Text: "年内"}
	for _, c := range []struct {
		review string
		want   report.Status
	}{
		{"云雀迁建项目竣工。", report.Done},
		{"望湖云雀饮料厂竣工。", report.Done},
		{"滨河饮料厂迁址新建项目竣工。", report.Unreported},
		{"云雀迁建项目完工，滨河小学开工。", report.Done},
	} {
		if got := lineOf(t, plan, c.review, promise); got.Status != c.want {
			t.Errorf("%s: %s, want %s: %+v", c.review, got.Status, c.want, got.Answers)
		}
	}
}

// TestSeveralWorksUnderOneVerb holds that a promise of several works is done
// where all are.
func TestSeveralWorksUnderOneVerb(t *testing.T) {
	w := testWords
	w.Works = []string{"大道", "小学"}
	plan := "滨河大道和白沙小学年内竣工。"
	promise := report.Fact{Kind: report.KindDeadline, Subject: "滨河大道和白沙小学", Action: "竣工", Modality: report.Target, Part: report.Plan,
		Due: report.NewDate(2022, 12, 31), Period: report.YearPeriod(2022), Sentence: plan, Text: "年内"}
	for review, want := range map[string]report.Status{
		"滨河大道竣工，白沙小学竣工。":   report.Done,
		"滨河大道竣工，白沙小学正在施工。": report.Partial,
	} {
		var o office
		o.year(2021, nil, []string{plan}, promise)
		o.year(2022, []string{"各项会议按时召开。", review, "其他事项照常办理。"}, nil)
		if got := Ledger(o, w, Options{})[0]; got.Status != want {
			t.Errorf("%s: %s, want %s: %+v", review, got.Status, want, got.Answers)
		}
	}
}

// TestRise holds that two levels answer the promise of a rise.
func TestRise(t *testing.T) {
	thirty := value("30", "元", report.Exact)
	plan, review := "补差水平提高30元。", "补差水平由270元提高到300元。"
	from := factOf(review, "补差水平||270元", value("270", "元", report.Exact), report.Review)
	to := factOf(review, "补差水平|提高|300元", value("300", "元", report.Exact), report.Review)
	w := testWords
	w.Rising = []string{"提高"}
	var o office
	o.year(2021, nil, []string{plan}, factOf(plan, "补差水平|提高|30元", thirty, report.Plan))
	o.year(2022, []string{"各项会议按时召开。", review}, nil, from, to)
	got := Ledger(o, w, Options{})[0]
	if got.Status != report.Done || got.Answers[0].Percent != 100 {
		t.Errorf("%s %+v, want done", got.Status, got.Answers)
	}
}
