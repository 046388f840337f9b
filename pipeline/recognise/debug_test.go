package recognise

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
	"taizhang/rules"
)

func newTestRecogniser(t testing.TB) *Recogniser {
	t.Helper()
	lex, problems, err := lexicon.Load(rules.FS)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	r, err := New(lex)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestDebug(t *testing.T) {
	name := os.Getenv("DEBUG_TEXT")
	if name == "" {
		t.Skip()
	}
	data, _ := os.ReadFile(name)
	r := newTestRecogniser(t)
	body := strings.ReplaceAll(string(data), "*", "")
	body = strings.NewReplacer(" ", "").Replace(body)
	start := 0
	for i, c := range body {
		if !strings.ContainsRune("。；！？\n", c) {
			continue
		}
		s := report.Sentence{Span: report.Span{Start: start, End: i + len(string(c))}}
		start = s.Span.End
		ms := r.Mentions(body, s, report.Anchor{Reviewed: 2023, Planned: 2024, Year: 2023, ThisYear: 2023})
		fmt.Println(strings.TrimSpace(s.Span.Of(body)))
		for _, m := range ms {
			if m.Type == report.MentionTitle || m.Type == report.MentionQuote {
				continue
			}
			fmt.Printf("    %-8s %s [%s] %s %s %s %s %s\n", m.Type, m.Span.Of(body), m.Core.Of(body), m.Value.Min, m.Value.Max, m.Value.Unit, m.Value.Bound, m.Why)
		}
	}
}
