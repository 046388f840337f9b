package series

import (
	"testing"

	"taizhang/report"
)

func levelFact(id, sentence, text string, n int64, unit string, year int, c report.Comparison) report.Fact {
	d := report.Whole(n)
	return report.Fact{ID: id, Kind: report.KindAmount, Subject: "仓储营业额", Value: &report.Value{Min: d, Max: d, Unit: unit, Bound: report.Exact},
		Comparison: c, Modality: report.Actual, Period: report.YearPeriod(year), Text: text, Sentence: sentence, Part: report.Review}
}

func breakReport(id string, year int, facts ...report.Fact) report.Report {
	return report.Report{ID: id, Outline: report.Outline{Org: "白石镇", Reviewed: year}, Facts: facts}
}

func TestBreaks(t *testing.T) {
	words := Words{Revised: []string{"核定"}, Scope: []string{"口径"}, Constant: []string{"增加值"}, Increments: []string{"增加"}}
	first := breakReport("a", 2020, levelFact("a1", "仓储营业额200万元。", "200万元", 200, "万元", 2020, ""))
	for _, c := range []struct {
		name  string
		later report.Report
		want  []FindingKind
	}{
		{"given anew", breakReport("b", 2021, levelFact("b1", "2020年仓储营业额核定为150万元。", "150万元", 150, "万元", 2020, "")), []FindingKind{Restated}},
		{"the same again", breakReport("b", 2021, levelFact("b1", "2020年仓储营业额200万元。", "200万元", 200, "万元", 2020, "")), nil},
		{"another thing", breakReport("b", 2021, levelFact("b1", "2020年仓储营业额900万元。", "900万元", 900, "万元", 2020, "")), nil},
		{"growth that is not", breakReport("b", 2021, levelFact("b1", "仓储营业额210万元，增长9%。", "210万元", 210, "万元", 2021, ""),
			levelFact("b2", "仓储营业额210万元，增长9%。", "9%", 9, "%", 2021, report.YearOnYear)), []FindingKind{Contradiction}},
		{"growth within rounding", breakReport("b", 2021, levelFact("b1", "仓储营业额210万元，增长5%。", "210万元", 210, "万元", 2021, ""),
			levelFact("b2", "仓储营业额210万元，增长5%。", "5%", 5, "%", 2021, report.YearOnYear)), nil},
		{"increase that is not", breakReport("b", 2021, levelFact("b1", "仓储营业额210万元，增加30万元。", "210万元", 210, "万元", 2021, ""),
			levelFact("b2", "仓储营业额210万元，增加30万元。", "30万元", 30, "万元", 2021, "")), []FindingKind{Contradiction}},
		{"another scope", breakReport("b", 2021, levelFact("b1", "按新口径，仓储营业额260万元。", "260万元", 260, "万元", 2021, "")), []FindingKind{NewScope}},
	} {
		var got []FindingKind
		for _, b := range Breaks([]report.Report{first, c.later}, words) {
			got = append(got, b.Kind)
		}
		if len(got) != len(c.want) || len(got) > 0 && got[0] != c.want[0] {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestCopied(t *testing.T) {
	two := func(id string) []report.Fact {
		return []report.Fact{levelFact(id+"1", "清运垃圾30吨，出车8次。", "30吨", 30, "吨", 2020, ""), levelFact(id+"2", "清运垃圾30吨，出车8次。", "8次", 8, "次", 2020, "")}
	}
	same := Breaks([]report.Report{breakReport("a", 2020, two("a")...), breakReport("b", 2021, two("b")...)}, Words{})
	if len(same) != 1 || same[0].Kind != Copied || same[0].First.Year != 2020 || same[0].Again.Year != 2021 {
		t.Errorf("%v", same)
	}
	short := levelFact("a1", "出车8次。", "8次", 8, "次", 2020, "")
	if found := Breaks([]report.Report{breakReport("a", 2020, short), breakReport("b", 2021, short)}, Words{}); len(found) > 0 {
		t.Errorf("by chance: %v", found)
	}
}

func TestYears(t *testing.T) {
	target := levelFact("a2", "明年仓储营业额达到240万元。", "240万元", 240, "万元", 2021, "")
	target.Modality, target.Part = report.Target, report.Plan
	reports := []report.Report{
		breakReport("a", 2020, levelFact("a1", "仓储营业额200万元。", "200万元", 200, "万元", 2020, ""), target),
		breakReport("b", 2021, levelFact("b1", "仓储营业额210万元，增长9%。", "210万元", 210, "万元", 2021, ""),
			levelFact("b2", "仓储营业额210万元，增长9%。", "9%", 9, "%", 2021, report.YearOnYear)),
	}
	rows := Years(Points(reports, "仓储营业额"), Breaks(reports, Words{}))
	if len(rows) != 2 {
		t.Fatalf("%d rows", len(rows))
	}
	r := rows[1]
	if r.Target == nil || r.Target.Fact != "a2" || r.Actual == nil || r.Growth == nil || r.Computed == nil || r.Agrees == nil || len(r.Breaks) != 1 {
		t.Fatalf("%+v", r)
	}
	if !r.Computed.Equal(report.Whole(5)) || *r.Agrees {
		t.Errorf("computed %s, agrees %v", r.Computed, *r.Agrees)
	}
}
