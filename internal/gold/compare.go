package gold

import (
	"slices"
	"strings"

	"taizhang/report"
)

// sameValue tells whether f could be g at all, whatever is said of it.
func sameValue(g *Line, f *flat) bool {
	switch g.Kind {
	case "deadline":
		return f.kind == "deadline" && either(g.Due, f.due)
	case "award", "event":
		q := squeeze(g.Quote)
		return f.kind == g.Kind && len([]rune(f.text)) >= 2 &&
			(strings.Contains(f.text, q) || strings.Contains(q, f.text))
	}
	switch f.kind {
	case "deadline", "award", "event":
		return false
	}
	return sameNumber(g.Min, f.min) && sameNumber(g.Max, f.max) && sameUnit(g.Unit, f.unit)
}

func sameNumber(want string, got *report.Decimal) bool {
	if want == "" || got == nil {
		return want == "" && got == nil
	}
	d, err := report.ParseDecimal(want)
	return err == nil && d.Equal(*got)
}

func sameUnit(want, got string) bool {
	return slices.ContainsFunc(strings.Split(want, "|"), func(u string) bool {
		return squeeze(u) == got
	})
}

func either(want, got string) bool { return slices.Contains(strings.Split(want, "|"), got) }

// leastOverlap is how much of a gold context must stand in a fact's sentence.
const leastOverlap = 0.6

// overlap returns the share of the context that stands in the fact's sentence.
func overlap(context string, pairs map[[2]rune]bool, f *flat) float64 {
	if strings.Contains(f.sentence, context) {
		return 1
	}
	both := 0
	for p := range pairs {
		if f.pairs[p] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(pairs)))
}

// Field names a scored field.
type Field string

// The scored fields, in the order they are printed.
const (
	FieldKind       Field = "kind"
	FieldBound      Field = "bound"
	FieldSubject    Field = "subject"
	FieldModality   Field = "modality"
	FieldPeriod     Field = "period"
	FieldDue        Field = "due"
	FieldPer        Field = "per"
	FieldComparison Field = "comparison"
)

// Fields lists the scored fields.
func Fields() []Field {
	return []Field{FieldKind, FieldBound, FieldSubject, FieldModality, FieldPeriod, FieldDue,
		FieldPer, FieldComparison}
}

// verdict is one field of a found fact.
type verdict struct {
	field     Field
	ok        bool
	want, got string
}

// judge compares the fields of a found fact; per and comparison only where the
// gold line has them.
func judge(g *Line, f *flat) []verdict {
	about := g.subject.MatchString(f.who) &&
		(g.notSubject == nil || !g.notSubject.MatchString(f.who))
	out := []verdict{
		{FieldKind, either(g.Kind, f.kind), g.Kind, f.kind},
		{FieldBound, either(g.Bound, f.bound), g.Bound, f.bound},
		{FieldSubject, about, g.Subject, f.who},
		{FieldModality, either(g.Modality, f.modality), g.Modality, f.modality},
		{FieldPeriod, g.Period == "" || either(g.Period, f.period), g.Period, f.period},
		{FieldDue, either(g.Due, f.due), g.Due, f.due},
	}
	if g.Per != "" {
		out = append(out, verdict{FieldPer, either(g.Per, f.per), g.Per, f.per})
	}
	if g.Comparison != "" {
		ok := either(g.Comparison, f.comparison)
		out = append(out, verdict{FieldComparison, ok, g.Comparison, f.comparison})
	}
	return out
}

func right(vs []verdict) int {
	n := 0
	for _, v := range vs {
		if v.ok {
			n++
		}
	}
	return n
}

// About tells whether f is about what the gold line is about.
func (g *Line) About(f report.Fact) bool {
	who := names(f.Indicator, f.Subject)
	return g.subject.MatchString(who) && (g.notSubject == nil || !g.notSubject.MatchString(who))
}
