package track

import (
	"testing"
	"time"

	"taizhang/decision"
	"taizhang/report"
)

// twoYears are reports of an office: a plan with two promises, and the review
// that answers one of them.
func twoYears(org string) []report.Report {
	plan, review := "完成仓储营业额240万元。", "仓储营业额达到210万元。"
	body := plan + "推进渠系改造。"
	return []report.Report{
		{ID: hash("a")[:12], Hash: hash("a"), Text: report.Text{Body: body}, Outline: report.Outline{Org: org, Reviewed: 2020, Planned: 2021,
			Sections: []report.Section{{Part: report.Plan}}},
			Sentences: []report.Passage{{Span: report.Span{End: len(plan)}}},
			Facts:     []report.Fact{factAt("a1", plan, "240万元", 240, report.Target, 2021)}},
		{ID: hash("b")[:12], Hash: hash("b"), Text: report.Text{Body: review}, Outline: report.Outline{Org: org, Reviewed: 2021, Planned: 2022,
			Sections: []report.Section{{Part: report.Review}}},
			Sentences: []report.Passage{{Span: report.Span{End: len(review)}}},
			Facts:     []report.Fact{factAt("b1", review, "210万元", 210, report.Actual, 2021)}},
	}
}

func hash(letter string) string {
	out := ""
	for range 64 {
		out += letter
	}
	return out
}

func factAt(id, sentence, text string, n int64, m report.Modality, year int) report.Fact {
	d := report.Whole(n)
	f := report.Fact{ID: id, Kind: report.KindAmount, Subject: "仓储营业额", Value: &report.Value{Min: d, Max: d, Unit: "万元", Bound: report.Exact},
		Modality: m, Period: report.YearPeriod(year), Text: text, Sentence: sentence, Part: report.Review}
	if m == report.Target {
		f.Part = report.Plan
	}
	at := len(sentence) - len(text) - len("。")
	f.Place = report.Place{Start: at, End: at + len(text)}
	return f
}

func decided(kind report.DecisionKind, target report.DecisionKey, value string) report.Decision {
	return report.Decision{ID: "d1", Kind: kind, Who: "周青", When: time.Unix(0, 0), Target: target, Value: value}
}

func quantityOf(n int64) *report.Value {
	return &report.Value{Min: report.Whole(n), Max: report.Whole(n), Unit: "万元", Bound: report.Exact}
}

func TestDecided(t *testing.T) {
	o := Options{Today: report.NewDate(2022, 3, 1), DueSoonDays: 30}
	reports := twoYears("白石镇")
	lines := Ledger(reports, Words{}, o)
	if len(lines) != 1 || lines[0].Status != report.Partial {
		t.Fatalf("%+v", lines)
	}
	target := decision.KeyOf(&reports[0], &reports[0].Facts[0])
	answer := decision.KeyOf(&reports[1], &reports[1].Facts[0])
	for _, c := range []struct {
		name   string
		change func(*report.Decision)
		kind   report.DecisionKind
		value  string
		want   report.Status
		light  report.Light
	}{
		{"status", nil, report.DecisionStatus, "done", report.Done, report.LightClosed},
		{"confirmed as it was", nil, report.DecisionConfirm, "partial", report.Partial, report.LightOverdue},
		{"target", func(d *report.Decision) { d.Field, d.Quantity = report.FieldTarget, quantityOf(200) }, report.DecisionValue, "200万元", report.Exceeded, report.LightClosed},
		{"result", func(d *report.Decision) { d.Field, d.Quantity = report.FieldResult, quantityOf(240) }, report.DecisionValue, "240万元", report.Done, report.LightClosed},
		{"no answer", func(d *report.Decision) { d.Other = answer }, report.DecisionLink, report.LinkNone, report.Unreported, report.LightOverdue},
		{"answer", func(d *report.Decision) { d.Other = answer }, report.DecisionLink, "contradicts", report.Missed, report.LightOverdue},
		{"due", nil, report.DecisionDue, "2022-03-20", report.Partial, report.LightDueSoon},
		{"closed", nil, report.DecisionClose, "", report.Partial, report.LightClosed},
		{"wrong", nil, report.DecisionWrong, "", report.Partial, report.LightOverdue},
		{"comment", nil, report.DecisionComment, "待核", report.Partial, report.LightOverdue},
	} {
		d := decided(c.kind, target, c.value)
		if c.change != nil {
			c.change(&d)
		}
		got, orphans := Decided(lines, reports, []report.Decision{d}, Words{}, o)
		if len(orphans) != 0 || got[0].Status != c.want || got[0].Light != c.light || len(got[0].Decided) != 1 {
			t.Errorf("%s: %s %s, %d decisions, %d orphans", c.name, got[0].Status, got[0].Light, len(got[0].Decided), len(orphans))
		}
		if c.kind != report.DecisionComment && c.kind != report.DecisionWrong && got[0].Decision != "d1" {
			t.Errorf("%s: the line does not say who settled it", c.name)
		}
		if lines[0].Status != report.Partial || lines[0].Decided != nil || len(lines[0].Answers) != 1 {
			t.Fatalf("%s: the given line was changed", c.name)
		}
	}
}

func TestDecidedOrphans(t *testing.T) {
	o := Options{Today: report.NewDate(2022, 3, 1)}
	reports := twoYears("白石镇")
	d := decided(report.DecisionStatus, decision.KeyOf(&reports[0], &reports[0].Facts[0]), "done")
	reports[0].Facts[0].Modality = report.Actual // new rules take it for a result
	_, orphans := Decided(Ledger(reports, Words{}, o), reports, []report.Decision{d}, Words{}, o)
	if len(orphans) != 1 || orphans[0].Decision.ID != "d1" {
		t.Errorf("%+v", orphans)
	}
}

// TestRenamedOffice: a promise is followed over the rename of its office.
func TestRenamedOffice(t *testing.T) {
	o := Options{Today: report.NewDate(2022, 3, 1)}
	reports := twoYears("白石镇")
	reports[1].Outline.Org = "白石街道"
	if got := Ledger(reports, Words{}, o); got[0].Status != report.Unreported {
		t.Fatalf("answered by another office: %s", got[0].Status)
	}
	merge := report.Decision{ID: "m", Kind: report.DecisionMerge, Field: report.FieldOrg, Subject: "白石镇", Full: "白石街道"}
	a := decision.Prepare([]report.Decision{merge})
	for i := range reports {
		reports[i] = *a.Report(&reports[i])
	}
	if got := Ledger(reports, Words{}, o); got[0].Status != report.Partial || got[0].Org != "白石街道" {
		t.Errorf("%s %s", got[0].Org, got[0].Status)
	}
}

func TestMergedPromises(t *testing.T) {
	o := Options{Today: report.NewDate(2022, 3, 1)}
	reports := twoYears("白石镇")
	other := factAt("a2", "仓储营业额力争240万元。", "240万元", 240, report.Target, 2021)
	shift := len(reports[0].Text.Body)
	other.Place.Start, other.Place.End = other.Place.Start+shift, other.Place.End+shift
	reports[0].Text.Body += other.Sentence
	other.Subject = "营业额总量"
	reports[0].Facts = append(reports[0].Facts, other)
	lines := Ledger(reports, Words{}, o)
	if len(lines) != 2 {
		t.Fatalf("%d lines, want two to merge", len(lines))
	}
	d := decided(report.DecisionMerge, decision.KeyOf(&reports[0], &reports[0].Facts[1]), "")
	d.Field, d.Other = report.FieldPromise, decision.KeyOf(&reports[0], &reports[0].Facts[0])
	got, _ := Decided(lines, reports, []report.Decision{d}, Words{}, o)
	if len(got) != 1 || len(got[0].Facts) != 2 || got[0].Decision != "d1" {
		t.Errorf("%d lines, %+v", len(got), got[0])
	}
}

func TestLights(t *testing.T) {
	c := report.Commitment{Org: "白石镇", Status: report.Partial, Due: report.NewDate(2024, 6, 30)}
	scheme := LightScheme{Org: "白石", DueSoonDays: 10, GraceDays: 5, Closed: []report.Status{report.Partial}}
	for _, x := range []struct {
		day  report.Date
		org  string
		s    report.Status
		want report.Light
	}{
		{report.NewDate(2024, 6, 1), "青石镇", report.NotDue, report.LightDueSoon},
		{report.NewDate(2024, 6, 1), "白石镇", report.NotDue, report.LightNone},
		{report.NewDate(2024, 6, 20), "白石镇", report.NotDue, report.LightDueSoon},
		{report.NewDate(2024, 7, 5), "白石镇", report.NotDue, report.LightDueSoon},
		{report.NewDate(2024, 7, 6), "白石镇", report.NotDue, report.LightOverdue},
		{report.NewDate(2024, 7, 6), "白石镇", report.Partial, report.LightClosed},
		{report.NewDate(2024, 7, 6), "青石镇", report.Partial, report.LightOverdue},
	} {
		c.Org, c.Status = x.org, x.s
		if got := light(c, Options{Today: x.day, DueSoonDays: 30, Lights: []LightScheme{scheme}}); got != x.want {
			t.Errorf("%s of %s, %s: %s, want %s", x.day, x.org, x.s, got, x.want)
		}
	}
}
