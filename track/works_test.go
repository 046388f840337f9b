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

// TestDerived holds that two levels answer the promise of a growth, and a growth
// that of a level; but not where prices are constant.
func TestDerived(t *testing.T) {
	yuan := func(n string) *report.Value { return value(n, "元", report.Exact) }
	percent := func(n string) *report.Value { return value(n, "%", report.Exact) }
	growing := func(f report.Fact) report.Fact {
		f.Kind, f.Comparison = report.KindRatio, report.YearOnYear
		return f
	}
	for _, c := range []struct {
		name         string
		words, told  string
		promised, is report.Fact
		want         report.Status
	}{
		{"growth missed", "牧民收入增长10%。", "牧民收入10900元。",
			growing(factOf("牧民收入增长10%。", "牧民收入|增长|10%", percent("10"), report.Plan)),
			factOf("牧民收入10900元。", "牧民收入||10900元", yuan("10900"), report.Review), report.Missed},
		{"growth exceeded", "牧民收入增长10%。", "牧民收入11500元。",
			growing(factOf("牧民收入增长10%。", "牧民收入|增长|10%", percent("10"), report.Plan)),
			factOf("牧民收入11500元。", "牧民收入||11500元", yuan("11500"), report.Review), report.Exceeded},
		{"level not reached", "牧民收入11500元。", "牧民收入增长8%。",
			factOf("牧民收入11500元。", "牧民收入||11500元", yuan("11500"), report.Plan),
			growing(factOf("牧民收入增长8%。", "牧民收入|增长|8%", percent("8"), report.Review)), report.Partial},
		{"constant prices", "牧业产值增长10%。", "牧业产值10900元。",
			growing(factOf("牧业产值增长10%。", "牧业产值|增长|10%", percent("10"), report.Plan)),
			factOf("牧业产值10900元。", "牧业产值||10900元", yuan("10900"), report.Review), report.Unverifiable},
	} {
		before := factOf(c.promised.Subject+"10000元。", c.promised.Subject+"||10000元", yuan("10000"), report.Review)
		c.promised.Kind, c.is.Kind, before.Kind = kindOf(c.promised), kindOf(c.is), report.KindAmount
		w := testWords
		if c.name == "constant prices" {
			w.Constant = []string{"牧业产值"}
			c.promised.Indicator, c.is.Indicator, before.Indicator = "牧业产值", "牧业产值", "牧业产值"
		}
		before.Period = report.YearPeriod(2021)
		var o office
		o.year(2021, []string{before.Sentence}, []string{c.words}, before, c.promised)
		o.year(2022, []string{"各项会议按时召开。", c.told}, nil, c.is)
		if got := Ledger(o, w, Options{})[0]; got.Status != c.want {
			t.Errorf("%s: %s, want %s: %+v", c.name, got.Status, c.want, got.Answers)
		}
	}
}

func kindOf(f report.Fact) report.Kind {
	if f.Value.Unit == "%" {
		return report.KindRatio
	}
	return report.KindAmount
}
