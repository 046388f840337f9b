package library

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"taizhang/pipeline/segment"
	"taizhang/report"
)

var noon = time.Date(2024, time.March, 1, 12, 0, 0, 0, time.UTC)

func confirmed(name string) report.Decision {
	return report.Decision{Kind: report.DecisionName, Who: "周青", When: noon, Subject: name, Value: report.NameConfirmed}
}

func decided(t *testing.T, l *Library, d ...report.Decision) []report.Decision {
	t.Helper()
	made, err := l.Decide(d...)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func names(t *testing.T, dir string) string {
	t.Helper()
	all, err := ConfirmedNames(dir)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, " ")
}

func TestDecisions(t *testing.T) {
	dir := t.TempDir() + "/library"
	if got := names(t, dir); got != "" {
		t.Errorf("no library: got names %q", got)
	}
	l := opened(t, dir, options(t))
	first := decided(t, l, confirmed("柳荫小学"), confirmed("区城更中心"))
	rejected := confirmed("柳荫小学")
	rejected.Value, rejected.Why = report.NameRejected, "改名"
	second := decided(t, l, rejected)
	for _, step := range []struct {
		undo, want string
	}{
		{"", "区城更中心"},
		{second[0].ID, "区城更中心 柳荫小学"},
		{first[1].ID, "柳荫小学"},
	} {
		if step.undo != "" {
			decided(t, l, report.Decision{Kind: report.DecisionUndo, Who: "周青", When: noon, Undoes: step.undo})
		}
		if got := names(t, dir); got != step.want {
			t.Errorf("after undo of %q: got names %q, want %q", step.undo, got, step.want)
		}
	}
	all, err := l.Decisions()
	if err != nil || len(all) != 5 || all[2].Why != "改名" || !all[0].When.Equal(noon) {
		t.Errorf("got history %+v, %v", all, err)
	}
	// The last taking back is taken back.
	decided(t, l, report.Decision{Kind: report.DecisionUndo, Who: "周青", When: noon, Undoes: all[4].ID})
	if got := names(t, dir); got != "区城更中心 柳荫小学" {
		t.Errorf("after undo of the undo: got names %q", got)
	}
}

func TestDecideRefuses(t *testing.T) {
	l := opened(t, t.TempDir()+"/library", options(t))
	made := decided(t, l, confirmed("柳荫小学"))
	undo := report.Decision{Kind: report.DecisionUndo, Who: "周青", When: noon, Undoes: made[0].ID}
	change := func(f func(*report.Decision)) report.Decision {
		d := confirmed("柳荫小学")
		f(&d)
		return d
	}
	for name, d := range map[string]report.Decision{
		"no kind":      change(func(d *report.Decision) { d.Kind = "" }),
		"nobody":       change(func(d *report.Decision) { d.Who = "" }),
		"no time":      change(func(d *report.Decision) { d.When = time.Time{} }),
		"no value":     change(func(d *report.Decision) { d.Value = "yes" }),
		"a blank":      change(func(d *report.Decision) { d.Subject = "柳荫 小学" }),
		"a character":  change(func(d *report.Decision) { d.Subject = "柳" }),
		"not UTF-8":    change(func(d *report.Decision) { d.Subject = "\xff\xfe" }),
		"both":         change(func(d *report.Decision) { d.Undoes = made[0].ID }),
		"undo of none": change(func(d *report.Decision) { *d = undo; d.Undoes = "f" }),
	} {
		if _, err := l.Decide(confirmed("滨江中学"), d); err == nil {
			t.Errorf("%s: decided", name)
		}
	}
	if _, err := l.Decide(undo, undo); err == nil {
		t.Error("taken back twice")
	}
	if got := names(t, string(l.folder)); got != "柳荫小学" {
		t.Errorf("a refused batch left names %q", got)
	}
}

func TestTornDecision(t *testing.T) {
	dir := t.TempDir() + "/library"
	l := opened(t, dir, options(t))
	decided(t, l, confirmed("柳荫小学"), confirmed("滨江中学"))
	path := filepath.Join(dir, decisionsFile)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	start := strings.IndexByte(string(whole), '\n') + 1
	for cut := start; cut <= len(whole); cut++ {
		if err := os.WriteFile(path, whole[:cut], 0o644); err != nil {
			t.Fatal(err)
		}
		kept := "柳荫小学"
		if cut >= len(whole)-1 {
			kept = "柳荫小学 滨江中学"
		}
		if got := names(t, dir); got != kept {
			t.Fatalf("cut at %d of %d: got names %q, want %q", cut, len(whole), got, kept)
		}
		if cut%17 != 0 {
			continue
		}
		decided(t, l, confirmed("城北中学"))
		if got, want := names(t, dir), strings.TrimSpace("城北中学 "+kept); got != want {
			t.Fatalf("cut at %d, decided again: got names %q, want %q", cut, got, want)
		}
		problems, err := l.Doctor()
		if err != nil || len(problems) != 1 || problems[0].Code != "decision_damaged" || problems[0].Line != 2 {
			t.Fatalf("cut at %d: doctor says %v, %v", cut, problems, err)
		}
	}
}

func TestIndexFollowsOwnWords(t *testing.T) {
	dir := t.TempDir() + "/library"
	o := options(t)
	l := opened(t, dir, o)
	imported(t, l, numbered(3))
	plain := must(l.current())
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	own := o
	own.Words = []string{"柳荫小学", "区城更中心"}
	c, err := segment.New(filepath.Join(os.TempDir(), "taizhang-test"), own.Words...)
	if err != nil {
		t.Fatal(err)
	}
	own.Cutter = c
	l = opened(t, dir, own)
	sound(t, l, 3, 6)
	cut := must(l.current())
	if cut == plain {
		t.Error("the index was not made again for new words")
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	// The same words in another order: the same index, also for readers.
	own.ReadOnly, own.Words = true, slices.Clone(own.Words)
	slices.Reverse(own.Words)
	l = opened(t, dir, own)
	if must(l.current()) != cut {
		t.Error("the index was made again although the words are the same")
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	// Without them, a reader too has it made again.
	o.ReadOnly = true
	l = opened(t, dir, o)
	sound(t, l, 3, 6)
	if must(l.current()) == cut {
		t.Error("the index was not made again without words")
	}
	if _, err := l.Decide(confirmed("柳荫小学")); err == nil {
		t.Error("decided in a library that is open for reading only")
	}
}
