package rules_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/pipeline/attribute"
	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/match"
	"taizhang/pipeline/recognise"
	"taizhang/pipeline/ruleset"
	"taizhang/pipeline/segment"
	"taizhang/report"
	"taizhang/rules"
)

// builtIn is the built-in rules with the real stages before them.
type builtIn struct {
	set        *ruleset.Set
	matcher    *match.Matcher
	segmenter  *segment.Segmenter
	recogniser *recognise.Recogniser
	attributor *attribute.Attributor
}

func load(t testing.TB) *builtIn {
	t.Helper()
	lex, problems, err := lexicon.Load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	b := &builtIn{}
	var more []report.Problem
	if b.set, more, err = ruleset.Load(lex, rules.FS); err != nil {
		t.Fatal(err)
	}
	for _, p := range append(problems, more...) {
		t.Error(p)
	}
	if b.matcher, err = match.New(b.set, lex); err != nil {
		t.Fatal(err)
	}
	if b.segmenter, err = segment.New(t.TempDir()); err != nil {
		t.Fatal(err)
	}
	if b.recogniser, err = recognise.New(lex); err != nil {
		t.Fatal(err)
	}
	if b.attributor, err = attribute.New(lex); err != nil {
		t.Fatal(err)
	}
	return b
}

// chain is a text of one paragraph in a report on 2023 with plans for 2024.
func (b *builtIn) chain(text string, part report.Part) (report.Document, []report.Attribution) {
	source := &report.Source{Raw: text, Hash: strings.Repeat("ab", 32)}
	source.Pages = []report.Page{{Lines: []report.Line{{Span: report.Span{End: len(text)}}}}}
	anchor := report.Anchor{Reviewed: 2023, Planned: 2024, Year: 2023, ThisYear: 2023}
	if part == report.Plan {
		anchor.Year = 2024
	}
	d := report.Document{Text: report.NewText(source), Outline: report.Outline{
		OrgShort: "本单位", Reviewed: 2023, Planned: 2024, Kind: report.KindSummaryPlan,
		Sections: []report.Section{{Parent: -1, Part: part, Span: report.Span{End: len(text)}, Anchor: anchor}},
	}}
	d.Sentences = b.segmenter.Sentences(d.Text, d.Outline)
	for i, s := range d.Sentences {
		d.Sentences[i].Mentions = b.recogniser.Mentions(text, s, d.Anchor(s))
	}
	return d, b.attributor.Document(d)
}

// TestExamples runs every example and counterexample of the built-in rules.
func TestExamples(t *testing.T) {
	b := load(t)
	for _, p := range b.matcher.Test(b.chain) {
		t.Error(p)
	}
}

func TestLint(t *testing.T) {
	b := load(t)
	for _, p := range ruleset.Lint(b.set) {
		t.Error(p)
	}
}

// TestReadmeListsEveryRule keeps the authors' list whole: one line a rule.
func TestReadmeListsEveryRule(t *testing.T) {
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range load(t).set.Rules {
		line := "- `" + rule.ID + "` " + rule.Title + "\n"
		if !strings.Contains(string(data), line) {
			t.Errorf("README.md does not list: %s", line)
		}
	}
}

// TestReadmeExampleIsSound reads the rule file the README shows.
func TestReadmeExampleIsSound(t *testing.T) {
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(data), "```yaml\n")
	example, _, closed := strings.Cut(after, "```")
	if !found || !closed {
		t.Fatal("README.md shows no rule file")
	}
	if _, problems := ruleset.Parse("readme.yaml", []byte(example)); len(problems) > 0 {
		t.Error(problems)
	}
}

// TestRuleFilesAreShort: a person reads a topic on two screens.
func TestRuleFilesAreShort(t *testing.T) {
	names, err := filepath.Glob("*.yaml")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d rule files (%v)", len(names), err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(data), "\n"); n > 120 {
			t.Errorf("%s has %d lines, at most 120", name, n)
		}
		if !strings.HasPrefix(string(data), "# ") {
			t.Errorf("%s does not begin with a comment that says what it is for", name)
		}
	}
}
