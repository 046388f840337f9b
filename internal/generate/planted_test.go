package generate_test

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/internal/generate"
	"taizhang/internal/gold"
	"taizhang/series"
)

// flag is something that was found to be wrong in a report: what is said there
// was restated, contradicts itself, counts by another scope, or was copied.
type flag struct {
	kind     string // restated, contradiction, scope, copy
	report   int    // the year it reviews
	sentence string
}

// flagsOf returns what is found in the reports of an office.
func flagsOf(o office, words series.Words) []flag {
	var out []flag
	for _, b := range series.Breaks(o.reports, words) {
		out = append(out, flag{kindOf[b.Kind], b.Again.Year, b.Again.Sentence})
	}
	return out
}

// kindOf is what the truth calls a kind of finding.
var kindOf = map[series.FindingKind]string{series.Restated: "restated", series.Contradiction: "contradiction",
	series.NewScope: "scope", series.Copied: "copy"}

// planted counts, by kind, what the truth holds, what of it was found, and what
// was found that is not true.
type planted map[string][3]int

func (p planted) add(o office, found []flag) (errors []string) {
	want := wantedFlags(o.Truth)
	for _, w := range want {
		hit := slices.ContainsFunc(found, w.is)
		p.count(w.kind, 0, true)
		p.count(w.kind, 1, hit)
		if !hit {
			errors = append(errors, fmt.Sprintf("%s not found: %d %s", w.kind, w.report, w.sentence))
		}
	}
	for _, f := range found {
		if !slices.ContainsFunc(want, f.is) {
			p.count(f.kind, 2, true)
			errors = append(errors, fmt.Sprintf("%s is not true: %d %s", f.kind, f.report, f.sentence))
		}
	}
	return errors
}

func (p planted) count(kind string, at int, yes bool) {
	if yes {
		n := p[kind]
		n[at]++
		p[kind] = n
	}
}

// is tells whether two flags are about the same words.
func (f flag) is(other flag) bool {
	a, b := gold.Squeeze(f.sentence), gold.Squeeze(other.sentence)
	return f.kind == other.kind && f.report == other.report && (strings.Contains(a, b) || strings.Contains(b, a))
}

// wantedFlags lists what was planted.
func wantedFlags(t generate.Truth) []flag {
	var out []flag
	for _, b := range t.Breaks {
		out = append(out, flag{b.Kind, b.Again.Report, b.Again.Sentence})
	}
	for _, c := range t.Copies {
		out = append(out, flag{"copy", c.To.Report, c.To.Sentence})
	}
	return out
}

func (p planted) String() string {
	var b strings.Builder
	for _, kind := range []string{"restated", "contradiction", "scope", "copy"} {
		fmt.Fprintf(&b, "%s: planted %d, found %d, not true %d\n", kind, p[kind][0], p[kind][1], p[kind][2])
	}
	return b.String()
}
