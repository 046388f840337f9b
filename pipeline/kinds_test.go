package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/internal/gold"
	"taizhang/report"
)

// tally is a score of one thing: what the gold says, what was printed, what
// of it is right. What an optional gold line claims counts on neither side.
type tally struct {
	gold, facts, right int
	errors             []string
}

func (s *tally) f1() float64 {
	if s.gold+s.facts == 0 {
		return 0
	}
	return 2 * float64(s.right) / float64(s.gold+s.facts)
}

// aspect is one thing that is scored: which gold lines and which facts have
// it, and whether a fact says what its gold line says.
type aspect struct {
	name  string
	floor float64 // 0.02 under what was measured when it was last set
	gold  func(gold.Line) bool
	fact  func(report.Fact) bool
	same  func(gold.Line, report.Fact, byID) bool
}

// byID are the facts of a document by their id.
type byID map[string]report.Fact

func aspects() []aspect {
	task := kindIs(report.KindTask)
	is := func(k report.Kind) func(gold.Line) bool {
		return func(g gold.Line) bool { return g.Kind == string(k) }
	}
	return []aspect{
		{"award", 0.90, is(report.KindAward), kindIs(report.KindAward), about},
		{"document", 0.98, is(report.KindDocument), kindIs(report.KindDocument), about},
		{"task: found", 0.96, is(report.KindTask), task, always},
		{"task: object", 0.93, is(report.KindTask), task, about},
		{"task: strength", 0.96, is(report.KindTask), task, sameStrength},
		{"task: testable", 0.96, is(report.KindTask), task, sameTestable},
		{"owner", 0.93, hasOwner, func(f report.Fact) bool { return f.Owner != "" }, sameOwner},
		{"cell", 0.98, func(g gold.Line) bool { return g.Cell != nil },
			func(f report.Fact) bool { return f.Cell != nil }, sameCell},
		{"members", 0.98, func(g gold.Line) bool { return len(g.Members) > 0 },
			func(f report.Fact) bool { return len(f.Members) > 0 }, sameMembers},
		{"part_of", 0.98, func(g gold.Line) bool { return g.PartOf != "" },
			func(f report.Fact) bool { return f.PartOf != "" }, sameWhole},
	}
}

// TestScoreOfKinds scores what TestScoreOfSamples leaves out: awards, issued
// documents, promises without a number, cells of tables, enumerated names and
// the parts of a whole, over all samples together.
func TestScoreOfKinds(t *testing.T) {
	all := aspects()
	tallies := make([]tally, len(all))
	for _, document := range documents(t, "../samples") {
		goldFile := strings.TrimSuffix(document, filepath.Ext(document)) + ".gold.jsonl"
		if _, err := os.Stat(goldFile); err != nil {
			continue
		}
		lines, err := gold.Read(goldFile)
		if err != nil {
			t.Fatal(err)
		}
		facts := extract(t, document).Facts
		for i, a := range all {
			tallies[i].add(a, lines, facts)
		}
	}
	for i, a := range all {
		s := &tallies[i]
		t.Logf("%-15s gold %3d  facts %3d  right %3d  F1 %.3f", a.name, s.gold, s.facts, s.right, s.f1())
		if os.Getenv("TAIZHANG_ERRORS") != "" {
			t.Log("\n" + strings.Join(s.errors, "\n"))
		}
		if s.f1() < a.floor {
			t.Errorf("%s: F1 %.3f; want %.2f (TAIZHANG_ERRORS=1 lists the errors)", a.name, s.f1(), a.floor)
		}
	}
}

func (s *tally) add(a aspect, lines []gold.Line, facts []report.Fact) {
	ids := byID{}
	for _, f := range facts {
		ids[f.ID] = f
	}
	claimed, taken := map[int]report.Fact{}, map[string]gold.Line{}
	for _, p := range gold.Score(lines, facts, gold.Options{Kinds: everyKind()}).Pairs {
		claimed[p.Line.N], taken[p.Fact.ID] = p.Fact, p.Line
	}
	for _, f := range facts {
		if g, ok := taken[f.ID]; a.fact(f) && !(ok && g.Optional) {
			s.facts++
			if !ok || !a.gold(g) {
				s.errors = append(s.errors, fmt.Sprintf("EXTRA  %s | %.180s", f.Text, f.Sentence))
			}
		}
	}
	for _, g := range lines {
		if !a.gold(g) || g.Optional {
			continue
		}
		s.gold++
		switch f, ok := claimed[g.N]; {
		case !ok || !a.fact(f):
			s.errors = append(s.errors, fmt.Sprintf("MISSED %s | %s", g.Quote, g.Context))
		case a.same(g, f, ids):
			s.right++
		default:
			s.errors = append(s.errors, fmt.Sprintf("WRONG  %s | %s | got %s %q %q %v %v", g.Quote, g.Context,
				f.Subject, f.Strength, f.Owner, f.Members, f.Cell))
		}
	}
}

func everyKind() []report.Kind {
	return append(gold.ValueKinds(), report.KindAward, report.KindEvent, report.KindDocument, report.KindTask)
}

func kindIs(k report.Kind) func(report.Fact) bool {
	return func(f report.Fact) bool { return f.Kind == k }
}

func always(gold.Line, report.Fact, byID) bool { return true }

func about(g gold.Line, f report.Fact, _ byID) bool { return g.About(f) }

func sameStrength(g gold.Line, f report.Fact, _ byID) bool { return g.Strength == string(f.Strength) }

func sameTestable(g gold.Line, f report.Fact, _ byID) bool {
	return g.Testable != nil && f.Testable != nil && *g.Testable == *f.Testable
}

func hasOwner(g gold.Line) bool { return g.Owner != "" }

func sameOwner(g gold.Line, f report.Fact, _ byID) bool { return bare(g.Owner) == bare(f.Owner) }

func sameCell(g gold.Line, f report.Fact, _ byID) bool {
	return bare(g.Cell.Row) == bare(f.Cell.Row) && bare(g.Cell.Column) == bare(f.Cell.Column)
}

func sameMembers(g gold.Line, f report.Fact, _ byID) bool {
	return slices.Equal(bareAll(g.Members), bareAll(f.Members))
}

// sameWhole tells whether the whole that f is part of is the one named.
func sameWhole(g gold.Line, f report.Fact, ids byID) bool {
	whole := ids[f.PartOf]
	return slices.ContainsFunc([]string{whole.Subject, whole.Indicator}, func(name string) bool {
		return name != "" && (strings.Contains(name, g.PartOf) || strings.Contains(g.PartOf, name))
	})
}

// bare removes what a name may be written with or without.
func bare(s string) string {
	return strings.NewReplacer("《", "", "》", "", `"`, "").Replace(gold.Squeeze(s))
}

func bareAll(names []string) []string {
	out := make([]string, 0, len(names))
	for _, n := range names {
		out = append(out, bare(n))
	}
	slices.Sort(out)
	return out
}
