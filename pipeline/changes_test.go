package pipeline

import (
	"fmt"
	"strings"
	"testing"

	"taizhang/report"
)

// fact is 45个 at the given place, changed as the test wants it.
func fact(id string, at int, change func(*report.Fact)) report.Fact {
	f := report.Fact{ID: id, Kind: report.KindCount, Subject: "项目", Modality: report.Actual, Text: "45个",
		Value: &report.Value{Min: report.Whole(45), Max: report.Whole(45), Unit: "个", Bound: report.Exact},
		Place: report.Place{Start: at, End: at + len("45个")}, Rule: "general/count", Ruleset: "old"}
	if change != nil {
		change(&f)
	}
	return f
}

func TestCompare(t *testing.T) {
	named := func(f *report.Fact) { f.Indicator, f.Rule, f.Ruleset = "项目数", "own/projects", "new" }
	testable := true
	tests := []struct {
		name     string
		old, new []report.Fact
		want     string // change@start field:old→new …, one a line
	}{
		{"nothing", nil, nil, ""},
		{"same but for the rule set", []report.Fact{fact("a", 3, nil)},
			[]report.Fact{fact("a", 3, func(f *report.Fact) { f.Ruleset = "new" })}, ""},
		{"a new fact", nil, []report.Fact{fact("a", 3, nil)}, "appears@3"},
		{"one less", []report.Fact{fact("a", 3, nil)}, nil, "vanishes@3"},
		{"an indicator", []report.Fact{fact("a", 3, nil)}, []report.Fact{fact("a", 3, named)},
			"changes@3 indicator:→项目数 rule:general/count→own/projects"},
		{"same id, place moved by more words", []report.Fact{fact("a", 3, nil)},
			[]report.Fact{fact("a", 0, func(f *report.Fact) { f.Text = "约45个" })}, "changes@0 text:45个→约45个"},
		{"another id at the same place", []report.Fact{fact("a", 3, nil)},
			[]report.Fact{fact("b", 3, func(f *report.Fact) { f.Modality = report.Target })},
			"changes@3 modality:actual→target"},
		{"another kind at the same place", []report.Fact{fact("a", 3, nil)},
			[]report.Fact{fact("b", 3, func(f *report.Fact) { f.Kind = report.KindMeasure })},
			"changes@3 kind:count→measure"},
		{"a value", []report.Fact{fact("a", 3, nil)},
			[]report.Fact{fact("a", 3, func(f *report.Fact) {
				f.Value = &report.Value{Min: report.Whole(45), Max: report.Whole(50), Unit: "个", Bound: report.Range}
			})}, "changes@3 value:45个→45–50个 range"},
		{"a promise", []report.Fact{fact("a", 3, nil)},
			[]report.Fact{fact("a", 3, func(f *report.Fact) {
				f.Testable, f.Due, f.Strength = &testable, report.NewDate(2024, 6, 30), report.Ensure
			})}, "changes@3 due:→2024-06-30 strength:→ensure testable:→yes"},
		{"two of one place keep their order",
			[]report.Fact{fact("a", 3, nil), fact("b", 3, func(f *report.Fact) { f.Subject = "学校" })},
			[]report.Fact{fact("c", 3, nil), fact("d", 3, func(f *report.Fact) { f.Subject = "道路" })},
			"changes@3 subject:学校→道路"},
		{"in text order", []report.Fact{fact("a", 40, nil)},
			[]report.Fact{fact("b", 3, nil), fact("c", 90, nil)}, "appears@3\nvanishes@40\nappears@90"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, c := range Compare(test.old, test.new) {
				line := fmt.Sprintf("%s@%d", c.Type, c.Place.Start)
				for _, f := range c.Fields {
					line += " " + f.Field + ":" + f.Old + "→" + f.New
				}
				got = append(got, line)
			}
			if all := strings.Join(got, "\n"); all != test.want {
				t.Errorf("got\n%s\nwant\n%s", all, test.want)
			}
		})
	}
}
