package gold

import (
	"fmt"
	"strings"

	"taizhang/report"
)

// Result is a score and what it was made of.
type Result struct {
	Total     int // gold lines that must be found
	Predicted int // facts of the scored kinds, without those an optional line claims
	Found     int
	Full      int // found with every scored field right
	Fields    map[Field]Tally

	Pairs []Pair // found facts, those of optional lines too

	Missed []Line
	Wrong  []Wrong
	Extra  []Extra
	Bad    []string // malformed facts; they count as false alarms
}

// Pair is a gold line and the fact it claims.
type Pair struct {
	Line Line
	Fact report.Fact
}

// Tally counts how often a field was right.
type Tally struct{ Right, Asked int }

// Wrong is a field of a found fact that is not as annotated.
type Wrong struct {
	Line      Line
	Field     Field
	Want, Got string
}

// Extra is a fact that no gold line claims: a false alarm.
type Extra struct {
	Kind           report.Kind
	Text, Sentence string // blanks removed
}

// FalseAlarms is the number of facts that are none.
func (r Result) FalseAlarms() int { return r.Predicted - r.Found }

// FoundF1 is the harmonic mean of precision and recall of found facts, 0..1.
func (r Result) FoundF1() float64 { return r.f1(r.Found) }

// FullF1 is the same of facts found with all fields right.
func (r Result) FullF1() float64 { return r.f1(r.Full) }

func (r Result) f1(n int) float64 { return divide(2*n, r.Total+r.Predicted) }

// Share is how much of a field was right, 0..1.
func (r Result) Share(f Field) float64 { return divide(r.Fields[f].Right, r.Fields[f].Asked) }

// Add returns the figures of two texts together; the errors one after the other.
func (r Result) Add(o Result) Result {
	out := r
	out.Total += o.Total
	out.Predicted += o.Predicted
	out.Found += o.Found
	out.Full += o.Full
	out.Fields = map[Field]Tally{}
	for _, f := range Fields() {
		a, b := r.Fields[f], o.Fields[f]
		if t := (Tally{a.Right + b.Right, a.Asked + b.Asked}); t.Asked > 0 {
			out.Fields[f] = t
		}
	}
	out.Pairs = append(append([]Pair(nil), r.Pairs...), o.Pairs...)
	out.Missed = append(append([]Line(nil), r.Missed...), o.Missed...)
	out.Wrong = append(append([]Wrong(nil), r.Wrong...), o.Wrong...)
	out.Extra = append(append([]Extra(nil), r.Extra...), o.Extra...)
	out.Bad = append(append([]string(nil), r.Bad...), o.Bad...)
	return out
}

// String prints the figures in four lines.
func (r Result) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "gold %d  facts %d  found %d  false alarms %d\n",
		r.Total, r.Predicted, r.Found, r.FalseAlarms())
	line := func(name string, n int) {
		fmt.Fprintf(&b, "%s: precision %.3f recall %.3f F1 %.3f\n",
			name, divide(n, r.Predicted), divide(n, r.Total), r.f1(n))
	}
	line("found", r.Found)
	b.WriteString("of found:")
	for _, f := range Fields() {
		if r.Fields[f].Asked > 0 {
			fmt.Fprintf(&b, "  %s %.3f", f, r.Share(f))
		}
	}
	b.WriteString("\n")
	line("full", r.Full)
	return b.String()
}

// Errors prints what was missed, wrong and too much, one a line.
func (r Result) Errors() string {
	var b strings.Builder
	for _, g := range r.Missed {
		fmt.Fprintf(&b, "MISSED  %s | %s\n", g.Quote, g.Context)
	}
	for _, w := range r.Wrong {
		fmt.Fprintf(&b, "WRONG %-10s %s | %s | want %s | got %s\n",
			w.Field, w.Line.Quote, w.Line.Context, w.Want, w.Got)
	}
	for _, e := range r.Extra {
		fmt.Fprintf(&b, "EXTRA   %s %s | %.60s\n", e.Kind, e.Text, e.Sentence)
	}
	for _, bad := range r.Bad {
		fmt.Fprintf(&b, "BAD     %s\n", bad)
	}
	return b.String()
}

func divide(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}
