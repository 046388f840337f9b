package service

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"taizhang/library"
	"taizhang/pipeline"
)

const visitRules = `title: 自己的规则
rules:
  - title: 走访企业多少家
    id: visits
    kind: 数量
    patterns:
      - 走访…【数量】
    keep: {value: 【数量】, action: 走访}
    priority: 60
    examples:
      - text: 全年走访企业320家。
        want: {text: 320家, action: 走访}
    counterexamples:
      - 走访企业成为常态。
`

// ruled is a service over a library with one report, whose clock goes on.
func ruled(t *testing.T) *Service {
	t.Helper()
	cache := filepath.Join(os.TempDir(), "taizhang-test")
	o := pipeline.Options{CacheDir: cache}
	o.Read.CacheDir, o.Read.Limits = cache, pipeline.DefaultLimits()
	now := time.Date(2024, 3, 1, 9, 0, 0, 0, time.UTC)
	s, err := Open(Settings{Library: filepath.Join(t.TempDir(), "library"), Pipeline: o,
		Clock: func() time.Time { now = now.Add(time.Minute); return now }}, Creating)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	text := "青岚县商务局2023年工作总结\n\n全年走访企业320家，帮助解决困难45个。\n"
	read := func() ([]byte, error) { return []byte(text), nil }
	if _, err := s.Import(context.Background(), ImportRequest{
		Files: []library.Input{{Path: "2023.txt", Read: read}}}, nil); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestRulesTakenOver goes from a new file over its effect, a change and a former
// text to its end.
func TestRulesTakenOver(t *testing.T) {
	s := ruled(t)
	c := RuleChange{File: "visits.yaml", Text: strings.ReplaceAll(visitRules, "\n", "\r\n")}
	e, err := s.RuleEffect(t.Context(), RuleEffectRequest{RuleChange: c}, nil)
	if err != nil || !e.Check.Fine() || e.Check.Rules != 1 || e.Check.Examples != 2 {
		t.Fatalf("%+v, %v: want one fine rule with two examples", e.Check, err)
	}
	if e.Change != 1 || e.Appear+e.Vanish != 0 || e.Reports != 1 || e.Changes[0].Text != "320家" {
		t.Errorf("%+v: want 320家 alone changed", e)
	}
	first, err := s.TakeRulesOver(c)
	if err != nil || first.Rules != 1 || first.Title != "自己的规则" || first.Text != visitRules {
		t.Fatalf("%+v, %v", first, err)
	}
	if r, err := s.Reextraction(); err != nil || r.Stale != 1 {
		t.Errorf("%+v, %v: want one report to extract again", r, err)
	}
	if _, err := s.TakeRulesOver(c); !errors.Is(err, ErrRulesChanged) {
		t.Errorf("a second new file of the name: %v, want ErrRulesChanged", err)
	}
	c.Mark, c.Text = first.Mark, strings.Replace(visitRules, "priority: 60", "priority: 61", 1)
	second, err := s.TakeRulesOver(c)
	if err != nil {
		t.Fatal(err)
	}
	former, err := s.FormerRules(first.Folder, "visits.yaml")
	if err != nil || len(former) != 1 {
		t.Fatalf("%v, %v: want one former text", former, err)
	}
	if text, err := s.FormerText(first.Folder, "visits.yaml", former[0].Name); err != nil || text != visitRules {
		t.Errorf("former text %q, %v", text, err)
	}
	if _, err := s.TakeRulesOver(RuleChange{File: "visits.yaml", Remove: true, Mark: second.Mark}); err != nil {
		t.Fatal(err)
	}
	if all, err := s.RuleFiles(); err != nil || len(all) != 0 {
		t.Errorf("%v, %v: want none", all, err)
	}
}

// TestReextractedInTheBackground takes rules over and extracts again by them.
func TestReextractedInTheBackground(t *testing.T) {
	s := ruled(t)
	if _, err := s.TakeRulesOver(RuleChange{File: "visits.yaml", Text: visitRules}); err != nil {
		t.Fatal(err)
	}
	if err := s.BeginReextraction(); err != nil {
		t.Fatal(err)
	}
	for r := (Reextraction{Running: true}); r.Running; time.Sleep(time.Millisecond) {
		var err error
		if r, err = s.Reextraction(); err != nil || !r.Running && (r.Stale != 0 || r.Done != 1 || r.Failed != "") {
			t.Fatalf("%+v, %v", r, err)
		}
	}
	found, err := s.Facts(t.Context(), FactsRequest{Query: "320家"})
	if err != nil || len(found.Facts) == 0 || found.Facts[0].Rule != "visits/visits" {
		t.Errorf("%+v, %v: want the fact made by the own rule", found.Facts, err)
	}
}

// TestRulesOnDisk edits a file by hand while the service runs.
func TestRulesOnDisk(t *testing.T) {
	s := ruled(t)
	before := s.RulesFingerprint()
	dir := filepath.Join(s.Folder(), library.RulesDir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "visits.yaml"), []byte(visitRules), 0o644); err != nil {
		t.Fatal(err)
	}
	all, err := s.RuleFiles()
	if err != nil || len(all) != 1 || all[0].Rules != 1 || s.RulesFingerprint() == before {
		t.Errorf("%+v, %v: want the file in force", all, err)
	}
}

// TestRefusedRules lists what is not taken over, and what comes of trying.
func TestRefusedRules(t *testing.T) {
	s := ruled(t)
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n" +
		"title: *c\nrules: [*c, *c, *c]\n"
	for name, c := range map[string]RuleChange{
		"path out of the folder":  {File: "../visits.yaml", Text: visitRules},
		"path into a folder":      {File: "lexicon/units.yaml", Text: visitRules},
		"hidden file":             {File: ".visits.yaml", Text: visitRules},
		"other suffix":            {File: "visits.txt", Text: visitRules},
		"capital letters":         {File: "Visits.yaml", Text: visitRules},
		"no name":                 {Text: visitRules},
		"folder that is none":     {Folder: 9, File: "visits.yaml", Text: visitRules},
		"folder below all":        {Folder: -1, File: "visits.yaml", Text: visitRules},
		"ten megabytes":           {File: "visits.yaml", Text: strings.Repeat("# \n", 10<<20/3)},
		"no UTF-8":                {File: "visits.yaml", Text: "title: \xff\n"},
		"a NUL":                   {File: "visits.yaml", Text: "title: a\x00b\n"},
		"YAML bomb":               {File: "visits.yaml", Text: bomb},
		"deep brackets":           {File: "visits.yaml", Text: strings.Repeat("[", 60000)},
		"mistakes":                {File: "visits.yaml", Text: "title：自己的\n"},
		"script":                  {File: "visits.yaml", Text: "<script>alert(1)</script>"},
		"file that is not there":  {File: "visits.yaml", Remove: true},
		"mark of a file not here": {File: "visits.yaml", Text: visitRules, Mark: "0123456789abcdef"},
	} {
		began := time.Now()
		if f, err := s.TakeRulesOver(c); err == nil {
			t.Errorf("%s: taken over as %+v", name, f)
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s: took %s", name, took)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(s.Folder(), library.RulesDir, "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
