package track

import (
	"testing"

	"taizhang/report"
)

func TestDiffLedgers(t *testing.T) {
	line := func(id, text string, s report.Status) report.Commitment {
		return report.Commitment{ID: id, Org: "白石镇", Year: 2024, Text: text, Status: s}
	}
	old := []report.Commitment{line("c1", "修渠", report.NotDue), line("c2", "植树", report.NotDue), line("c3", "架桥", report.NotDue), line("c4", "铺路", report.Done)}
	now := []report.Commitment{line("c1", "修渠", report.Done), line("c9", "架桥", report.NotDue), line("c4", "铺路", report.Done), line("c5", "建站", report.NotDue)}
	got := DiffLedgers(old, now)
	want := []struct {
		change ChangeType
		id     string
	}{{LineChanged, "c1"}, {LineAppeared, "c5"}, {LineVanished, "c2"}}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i, w := range want {
		if got[i].Change != w.change || got[i].ID != w.id {
			t.Errorf("%d: %s %s, want %s %s", i, got[i].Change, got[i].ID, w.change, w.id)
		}
	}
	if f := got[0].Fields; len(f) != 1 || f[0] != (FieldChange{"status", "not_due", "done"}) {
		t.Errorf("%v", f)
	}
}
