package match

import (
	"strings"
	"testing"

	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/ruleset"
	"taizhang/report"
	"taizhang/rules"
)

// builtIn returns a matcher of the built-in rules.
func builtIn(t testing.TB) *Matcher {
	t.Helper()
	lex, _, err := lexicon.Load(rules.FS) // problems of word lists are for their own tests
	if err != nil {
		t.Fatal(err)
	}
	set, problems, err := ruleset.Load(lex, rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
	m, err := New(set, lex)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// document returns a one-sentence document in which each of words is a count.
func document(text string, words ...string) (report.Document, []report.Attribution) {
	source := &report.Source{Raw: text, Hash: strings.Repeat("ab", 32)}
	source.Pages = []report.Page{{Lines: []report.Line{{Span: report.Span{End: len(text)}}}}}
	s := report.Sentence{Span: report.Span{End: len(text)}}
	var attrs []report.Attribution
	for i, w := range words {
		at := strings.Index(text, w)
		span := report.Span{Start: at, End: at + len(w)}
		s.Mentions = append(s.Mentions, report.Mention{Type: report.MentionCount, Span: span, Core: span})
		attrs = append(attrs, report.Attribution{Mention: i, Kind: report.KindCount, Modality: report.Actual})
	}
	return report.Document{
		Text:      report.NewText(source),
		Outline:   report.Outline{Sections: []report.Section{{Parent: -1, Part: report.Review}}},
		Sentences: []report.Sentence{s},
	}, attrs
}

func TestFactsComeFromGeneralRules(t *testing.T) {
	d, attrs := document("全年新建食堂23个、书屋17个。", "23个", "17个")
	facts := builtIn(t).Facts(d, attrs)
	if len(facts) != 2 {
		t.Fatalf("%d facts, want 2", len(facts))
	}
	f := facts[1]
	if f.Text != "17个" || f.Rule != "general/count" || f.Report != "abababababab" || f.ID == facts[0].ID {
		t.Errorf("%+v", f)
	}
}
