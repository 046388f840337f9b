package recognise

import (
	"slices"
	"testing"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
	"taizhang/rules"
)

// TestNonFactExamples runs the examples and counterexamples that stand beside
// each entry of nonfacts.yaml.
func TestNonFactExamples(t *testing.T) {
	lex, _, err := lexicon.Load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	var table nonFactTable
	if err := lex.Decode("nonfacts.yaml", &table); err != nil {
		t.Fatal(err)
	}
	r := newTestRecogniser(t)
	for _, e := range table.NonFacts {
		if len(e.Examples) == 0 || len(e.Counterexamples) == 0 {
			t.Errorf("%s: an example or a counterexample is missing", e.ID)
		}
		for _, text := range e.Examples {
			if m := mentionsOf(r, text); !slices.ContainsFunc(m, isNonFact) {
				t.Errorf("%s: %s: no non-fact in %v", e.ID, text, describe(text, m))
			}
			for _, m := range mentionsOf(r, text) {
				if len(e.OnlyAfter)+len(e.OnlyBefore) > 0 || e.ID == "规格" {
					break // the words before are a quantity of their own
				}
				if m.Type == report.MentionCount || m.Type == report.MentionMeasure || m.Type == report.MentionMoney {
					t.Errorf("%s: %s: %s is still a quantity", e.ID, text, m.Span.Of(text))
				}
			}
		}
		for _, text := range e.Counterexamples {
			for _, m := range mentionsOf(r, text) {
				if isNonFact(m) && m.Why == e.ID {
					t.Errorf("%s: %s: %s is no non-fact", e.ID, text, m.Span.Of(text))
				}
			}
		}
	}
}

func isNonFact(m report.Mention) bool { return m.Type == report.MentionNonFact }

// mentionsOf recognises a text that is one sentence of a report of 2023.
func mentionsOf(r *Recogniser, text string) []report.Mention {
	s := report.Sentence{Span: report.Span{End: len(text)}}
	return r.Mentions(text, s, report.Anchor{Reviewed: 2023, Planned: 2024, Year: 2023, ThisYear: 2023})
}

func describe(text string, list []report.Mention) []string {
	var out []string
	for _, m := range list {
		out = append(out, string(m.Type)+" "+m.Span.Of(text)+" "+m.Why)
	}
	return out
}
