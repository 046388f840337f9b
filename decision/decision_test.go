package decision

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"taizhang/report"
)

func TestCheck(t *testing.T) {
	r := made("新增学位500个。改造学校12个。")
	fact, other := KeyOf(r, &r.Facts[0]), KeyOf(r, &r.Facts[1])
	document := KeyOfDocument(r)
	v := &report.Value{Min: report.Whole(24), Max: report.Whole(24), Unit: "个", Bound: report.Exact}
	good := []report.Decision{
		{Kind: report.DecisionName, Subject: "区教育局", Value: report.NameConfirmed},
		{Kind: report.DecisionConfirm, Target: fact, Value: "done"},
		{Kind: report.DecisionConfirm, Target: fact},
		{Kind: report.DecisionStatus, Target: fact, Value: "missed"},
		{Kind: report.DecisionValue, Target: fact, Field: report.FieldResult, Value: "24个", Quantity: v},
		{Kind: report.DecisionLink, Target: fact, Other: other, Value: "supports"},
		{Kind: report.DecisionLink, Target: fact, Other: other, Value: report.LinkNone},
		{Kind: report.DecisionOwner, Target: fact, Value: "基教科"},
		{Kind: report.DecisionDue, Target: fact, Value: "2023-06-30"},
		{Kind: report.DecisionClose, Target: fact},
		{Kind: report.DecisionComment, Target: document, Value: "缺附件"},
		{Kind: report.DecisionMerge, Field: report.FieldOrg, Subject: "区教委", Full: "柳溪区教育局"},
		{Kind: report.DecisionMerge, Field: report.FieldPromise, Target: fact, Other: other},
		{Kind: report.DecisionReport, Target: document, Field: report.FieldYear, Value: "2021"},
		{Kind: report.DecisionFact, Target: fact, Field: report.FieldValue, Value: "24个", Quantity: v},
		{Kind: report.DecisionFact, Target: fact, Field: report.FieldPeriod, Value: "2023-01-01/2023-12-31"},
		{Kind: report.DecisionReject, Target: fact},
		{Kind: report.DecisionRemove, Target: document},
		{Kind: report.DecisionVersion, Target: document, Value: report.VersionCounts},
	}
	for _, d := range good {
		if err := Check(by(d), nil); err != nil {
			t.Errorf("%s %s: %v", d.Kind, d.Field, err)
		}
	}
	for _, x := range []struct {
		d    report.Decision
		want string
	}{
		{report.Decision{Kind: "wish"}, "want one of name"},
		{report.Decision{Kind: report.DecisionStatus, Target: fact, Value: "lost"}, "want one of done"},
		{report.Decision{Kind: report.DecisionStatus, Target: document, Value: "done"}, "want the sentence"},
		{report.Decision{Kind: report.DecisionStatus, Value: "done"}, "64 hexadecimal digits"},
		{report.Decision{Kind: report.DecisionDue, Target: fact, Value: "6月底"}, "6月底"},
		{report.Decision{Kind: report.DecisionValue, Target: fact, Field: report.FieldResult, Value: "许多"}, "want a number"},
		{report.Decision{Kind: report.DecisionValue, Target: fact, Field: "x", Value: "24个", Quantity: v}, "want target or result"},
		{report.Decision{Kind: report.DecisionOwner, Target: fact}, "0 characters"},
		{report.Decision{Kind: report.DecisionLink, Target: fact, Value: "supports"}, "64 hexadecimal digits"},
		{report.Decision{Kind: report.DecisionReport, Target: fact, Field: report.FieldYear, Value: "2021"}, "whole document"},
		{report.Decision{Kind: report.DecisionReport, Target: document, Field: "page", Value: "3"}, `field "page"`},
		{report.Decision{Kind: report.DecisionFact, Target: fact, Field: report.FieldKind, Value: "x"}, "want one of count"},
		{report.Decision{Kind: report.DecisionMerge, Field: report.FieldOrg, Subject: "区教委", Full: "区教委"}, "itself"},
		{report.Decision{Kind: report.DecisionReject, Target: fact, Value: "x"}, "want none"},
		{report.Decision{Kind: report.DecisionClose, Target: fact, Undoes: "d0"}, "takes nothing back"},
		{report.Decision{Kind: report.DecisionUndo, Undoes: "d0"}, "no decision"},
	} {
		if err := Check(by(x.d), nil); err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s %s: got error %v, want %q", x.d.Kind, x.d.Field, err, x.want)
		}
	}
	merge := numbered(report.Decision{Kind: report.DecisionMerge, Field: report.FieldOrg, Subject: "甲局", Full: "乙局"})
	back := by(report.Decision{Kind: report.DecisionMerge, Field: report.FieldOrg, Subject: "乙局", Full: "甲局"})
	if err := Check(back, merge); err == nil {
		t.Error("two names were merged into each other")
	}
}

func TestInForce(t *testing.T) {
	r := made("新增学位500个。")
	fact := KeyOf(r, &r.Facts[0])
	moved := fact
	moved.Source.Start += 4
	all := numbered(
		report.Decision{Kind: report.DecisionStatus, Target: fact, Value: "done"},
		report.Decision{Kind: report.DecisionStatus, Target: moved, Value: "missed"},
		report.Decision{Kind: report.DecisionComment, Target: fact, Value: "一"},
		report.Decision{Kind: report.DecisionComment, Target: fact, Value: "二"},
		report.Decision{Kind: report.DecisionFact, Target: fact, Field: report.FieldOwner, Value: "一科"},
		report.Decision{Kind: report.DecisionFact, Target: fact, Field: report.FieldSubject, Value: "学位"},
		report.Decision{Kind: report.DecisionUndo, Undoes: "d5"},
		report.Decision{Kind: report.DecisionUndo, Undoes: "d1"},
		report.Decision{Kind: report.DecisionUndo, Undoes: "d7"},
	)
	var ids []string
	for _, d := range InForce(all) {
		ids = append(ids, d.ID)
	}
	if got := strings.Join(ids, " "); got != "d1 d2 d3 d4" {
		t.Errorf("in force are %s, want d1 d2 d3 d4", got)
	}
	if got := History(all, fact); len(got) != len(all) {
		t.Errorf("the history has %d decisions, want %d", len(got), len(all))
	}
	if got := OfKind(all, report.DecisionComment); len(got) != 2 {
		t.Errorf("got %d comments, want 2", len(got))
	}
}

func TestApply(t *testing.T) {
	r := made("新增学位500个。改造学校12个，完成率97%。")
	before := made("新增学位500个。改造学校12个，完成率97%。")
	document := KeyOfDocument(r)
	v := &report.Value{Min: report.Whole(510), Max: report.Whole(510), Unit: "个", Bound: report.Exact}
	out := Prepare(numbered(
		report.Decision{Kind: report.DecisionReport, Target: document, Field: report.FieldYear, Value: "2021"},
		report.Decision{Kind: report.DecisionReport, Target: document, Field: report.FieldOrg, Value: "区教委"},
		report.Decision{Kind: report.DecisionMerge, Field: report.FieldOrg, Subject: "区教委", Full: "区教育委员会"},
		report.Decision{Kind: report.DecisionMerge, Field: report.FieldIndicator, Subject: "学位数", Full: "学位总数"},
		report.Decision{Kind: report.DecisionMerge, Field: report.FieldIndicator, Subject: "学位总数", Full: "在校学位"},
		report.Decision{Kind: report.DecisionFact, Target: KeyOf(r, &r.Facts[0]), Field: report.FieldValue, Value: "510个", Quantity: v},
		report.Decision{Kind: report.DecisionFact, Target: KeyOf(r, &r.Facts[0]), Field: report.FieldModality, Value: "target"},
		report.Decision{Kind: report.DecisionReject, Target: KeyOf(r, &r.Facts[1])},
	)).Report(r)
	if out.Outline.Org != "区教育委员会" || out.Year() != 2021 || texts(out.Facts) != "500个 97%" {
		t.Errorf("got %s %d with facts %s", out.Outline.Org, out.Year(), texts(out.Facts))
	}
	f := out.Facts[0]
	if f.Org != "区教育委员会" || f.Year != 2021 || f.Value != v || f.Modality != report.Target || f.Decision != "d6" ||
		f.Indicator != "在校学位" {
		t.Errorf("got fact %+v", f)
	}
	if out.Facts[1].Decision != "" {
		t.Error("a fact that nobody corrected bears a decision")
	}
	if !reflect.DeepEqual(r.Facts, before.Facts) || !reflect.DeepEqual(r.Outline, before.Outline) {
		t.Error("the report itself was changed")
	}
}

func TestExchange(t *testing.T) {
	r := made("新增学位500个。")
	all := numbered(
		report.Decision{Kind: report.DecisionReject, Target: KeyOf(r, &r.Facts[0]), Why: "重复"},
		report.Decision{Kind: report.DecisionUndo, Undoes: "d0"},
	)
	var file bytes.Buffer
	if err := Write(&file, all); err != nil {
		t.Fatal(err)
	}
	back, err := Read(&file)
	if err != nil || !reflect.DeepEqual(back, all) {
		t.Errorf("got %+v, %v, want %+v", back, err, all)
	}
	if got := New(all[:1], append(back, back...)); len(got) != 1 || got[0].ID != "d1" {
		t.Errorf("new are %+v, want d1 once", got)
	}
	if _, err := Read(strings.NewReader("{\"id\":\"d0\"}\n{half")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got error %v, want line 2 named", err)
	}
}

func TestMove(t *testing.T) {
	r := made("新增学位500个。")
	home := strings.Repeat("b", 64)
	all := numbered(
		report.Decision{Kind: report.DecisionReject, Target: KeyOf(r, &r.Facts[0])},
		report.Decision{Kind: report.DecisionRemove, Target: KeyOfDocument(r)},
	)
	got := Move(all, map[string]string{r.Hash: home})
	if k := got[0].Target; k.Document != home || k.Sentence != all[0].Target.Sentence || k.Source.Len() != 0 {
		t.Errorf("got %+v, want the same words in the other document", k)
	}
	if got[1].Target.Document != r.Hash {
		t.Error("a decision about a whole document moved")
	}
}
