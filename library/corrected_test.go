package library

import (
	"context"
	"errors"
	"os"
	"strings"
	"sync"
	"testing"

	"taizhang/decision"
	"taizhang/index"
	"taizhang/report"
)

// found returns the words of the facts that a query finds.
func found(t *testing.T, l *Library, query string) []report.Fact {
	t.Helper()
	q, err := index.Parse(query)
	if err != nil {
		t.Fatal(err)
	}
	facts, _, err := l.Facts(t.Context(), q, index.Page{})
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

func reportAt(t *testing.T, l *Library, n int) *report.Report {
	t.Helper()
	r, err := l.Report(idOf(hashOf([]byte(numberedText(n)))))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func made(kind report.DecisionKind, target report.DecisionKey) report.Decision {
	return report.Decision{Kind: kind, Target: target, Who: "周青", When: noon}
}

// TestCorrectionsAreSeen decides on reports and facts: at once, after opening
// again, and after a rebuild the library shows the same.
func TestCorrectionsAreSeen(t *testing.T) {
	dir := t.TempDir() + "/library"
	l := opened(t, dir, options(t))
	imported(t, l, numbered(3))
	r := reportAt(t, l, 1)
	year := made(report.DecisionReport, decision.KeyOfDocument(r))
	year.Field, year.Value = report.FieldYear, "2019"
	kind := made(report.DecisionFact, decision.KeyOf(r, &r.Facts[0]))
	kind.Field, kind.Value = report.FieldIndicator, "新增学位"
	reject := made(report.DecisionReject, decision.KeyOf(r, &r.Facts[1]))
	merge := report.Decision{Kind: report.DecisionMerge, Who: "周青", When: noon, Field: report.FieldIndicator,
		Subject: "新增学位", Full: "学位数"}
	org := merge
	org.Field, org.Subject, org.Full = report.FieldOrg, "区重建中心", "区重点项目中心"
	decided(t, l, year, kind, reject, org)
	decided(t, l, merge)
	check := func(when string, l *Library) {
		t.Helper()
		for query, want := range map[string]int{"year:2019": 1, "year:2023": 4, "indicator:新增学位": 0, "indicator:学位数": 1,
			"org:区重点项目中心": 5, "org:区重建中心": 0} {
			if got := found(t, l, query); len(got) != want {
				t.Errorf("%s: %s finds %d facts, want %d", when, query, len(got), want)
			}
		}
		if e := l.Reports()[0]; e.Year != 2019 || e.Facts != 1 {
			t.Errorf("%s: the list has %+v", when, e)
		}
		sound(t, l, 3, 5)
	}
	check("at once", l)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = opened(t, dir, options(t))
	check("opened again", l)
	if err := l.Rebuild(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	check("rebuilt", l)
	all, err := l.Decisions()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range all {
		decided(t, l, report.Decision{Kind: report.DecisionUndo, Who: "周青", When: noon, Undoes: d.ID})
	}
	sound(t, l, 3, 6)
	if got := found(t, l, "year:2023 org:区重建中心"); len(got) != 6 || got[0].Decision != "" {
		t.Errorf("after all was taken back %d facts are as they were, want 6", len(got))
	}
}

// TestDecidedBeforeCrash has a decision on disk of which the index knows
// nothing, as a crash leaves it.
func TestDecidedBeforeCrash(t *testing.T) {
	dir := t.TempDir() + "/library"
	l := opened(t, dir, options(t))
	imported(t, l, numbered(3))
	r := reportAt(t, l, 1)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	reject := made(report.DecisionReject, decision.KeyOf(r, &r.Facts[0]))
	reject.ID = "abc"
	lines, err := decisionLines(decision.Log{}, []report.Decision{reject})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(folder(dir).path(decisionsFile), lines, 0o644); err != nil {
		t.Fatal(err)
	}
	reading := options(t)
	reading.ReadOnly = true
	for _, o := range []Options{reading, options(t)} {
		l := opened(t, dir, o)
		sound(t, l, 3, 5)
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRemove(t *testing.T) {
	dir := t.TempDir() + "/library"
	l := opened(t, dir, options(t))
	imported(t, l, numbered(3))
	r := reportAt(t, l, 1)
	remove := decided(t, l, made(report.DecisionRemove, decision.KeyOfDocument(r)))
	sound(t, l, 2, 4)
	if _, err := l.Report(r.ID); !errors.Is(err, ErrNoReport) || !strings.Contains(err.Error(), "remove --undo") {
		t.Errorf("got error %v for a removed report", err)
	}
	gone, err := l.Removed()
	if err != nil || len(gone) != 1 || gone[0].ID != r.ID || gone[0].Decision.Who != "周青" {
		t.Errorf("removed are %+v, %v", gone, err)
	}
	s := imported(t, l, numbered(3))
	if got := s.Results[1]; got.Status != Skipped || got.Code != CodeRemoved || !strings.Contains(got.Hint, r.ID) {
		t.Errorf("importing it again gives %+v", got)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = opened(t, dir, options(t))
	sound(t, l, 2, 4)
	decided(t, l, report.Decision{Kind: report.DecisionUndo, Who: "周青", When: noon, Undoes: remove[0].ID})
	sound(t, l, 3, 6)
}

// TestImportDecisions takes another library's decisions in, once.
func TestImportDecisions(t *testing.T) {
	one, other := opened(t, t.TempDir()+"/one", options(t)), opened(t, t.TempDir()+"/other", options(t))
	imported(t, one, numbered(2))
	imported(t, other, numbered(2))
	r := reportAt(t, one, 0)
	made := decided(t, one, confirmed("柳荫小学"), made(report.DecisionReject, decision.KeyOf(r, &r.Facts[0])))
	decided(t, other, confirmed("柳荫中学"))
	for _, want := range []int{2, 0} {
		all, err := one.Decisions()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := other.ImportDecisions(all); err != nil || len(got) != want {
			t.Errorf("took in %d decisions (%v), want %d", len(got), err, want)
		}
	}
	sound(t, other, 2, 3)
	bad := made[0]
	bad.ID, bad.Who = "1", ""
	if _, err := other.ImportDecisions([]report.Decision{bad}); err == nil {
		t.Error("a decision of nobody's was taken in")
	}
}

func TestOrphansAreKept(t *testing.T) {
	l := opened(t, t.TempDir()+"/library", options(t))
	imported(t, l, numbered(2))
	r := reportAt(t, l, 0)
	key := decision.KeyOf(r, &r.Facts[0])
	key.Sentence, key.Words, key.Source = strings.ReplaceAll(key.Sentence, "新增", "增加"), "座", report.Span{}
	subject := made(report.DecisionFact, key)
	subject.Field, subject.Value = report.FieldSubject, "学位"
	decided(t, l, subject)
	got, err := l.Orphans()
	if err != nil || len(got) != 1 || got[0].Sentence != r.Facts[0].Sentence {
		t.Fatalf("got orphans %+v, %v", got, err)
	}
	problems, err := l.Doctor()
	if err != nil || len(problems) != 1 || problems[0].Code != "decision_orphaned" {
		t.Errorf("the doctor says %+v, %v", problems, err)
	}
}

// TestDecideWhileImporting decides, reads and extracts again while an import
// goes on.
func TestDecideWhileImporting(t *testing.T) {
	l := opened(t, t.TempDir()+"/library", childOptions())
	imported(t, l, numbered(20))
	var others sync.WaitGroup
	others.Go(func() {
		if _, err := l.Import(context.Background(), numbered(120), reportOf, nil); err != nil {
			t.Error(err)
		}
	})
	others.Go(func() {
		for n := range 20 {
			r, err := l.Report(idOf(hashOf([]byte(numberedText(n)))))
			if err != nil {
				t.Error(err)
				return
			}
			org := made(report.DecisionReport, decision.KeyOfDocument(r))
			org.Field, org.Value = report.FieldOrg, "区重点项目中心"
			if _, err := l.Decide(org, made(report.DecisionReject, decision.KeyOf(r, &r.Facts[0]))); err != nil {
				t.Error(err)
			}
		}
	})
	others.Go(func() {
		for range 30 {
			facts, _, err := l.Facts(context.Background(), index.Query{}, index.Page{})
			if err != nil || len(facts) < 20 {
				t.Errorf("%d facts were found, %v", len(facts), err)
			}
		}
	})
	others.Wait()
	sound(t, l, 120, 220)
	if got := found(t, l, "org:区重点项目中心"); len(got) != 20 {
		t.Errorf("%d facts are of the office, want 20", len(got))
	}
}
