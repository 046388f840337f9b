package decision

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/report"
)

// correction is a field of a fact that can be corrected.
type correction struct {
	field string
	check func(d report.Decision) error
	apply func(f *report.Fact, d report.Decision)
}

// value makes a correction of a field that is a text.
func textField(field string, check func(string) error, of func(*report.Fact) *string) correction {
	return correction{field,
		func(d report.Decision) error { return check(d.Value) },
		func(f *report.Fact, d report.Decision) { *of(f) = d.Value }}
}

func corrections() []correction {
	return []correction{
		textField(report.FieldSubject, some, func(f *report.Fact) *string { return &f.Subject }),
		textField(report.FieldAction, some, func(f *report.Fact) *string { return &f.Action }),
		textField(report.FieldIndicator, some, func(f *report.Fact) *string { return &f.Indicator }),
		textField(report.FieldOwner, some, func(f *report.Fact) *string { return &f.Owner }),
		textField(report.FieldKind, oneOf(Kinds()), func(f *report.Fact) *string { return (*string)(&f.Kind) }),
		textField(report.FieldModality, oneOf(Modalities()), func(f *report.Fact) *string { return (*string)(&f.Modality) }),
		{report.FieldValue, isQuantity, func(f *report.Fact, d report.Decision) { f.Value = d.Quantity }},
		{report.FieldDue, func(d report.Decision) error { return day(d.Value) },
			func(f *report.Fact, d report.Decision) { f.Due, _ = report.ParseDate(d.Value) }},
		{report.FieldPeriod, func(d report.Decision) error { return period(d.Value) },
			func(f *report.Fact, d report.Decision) {
				var p report.Period
				if p.UnmarshalText([]byte(d.Value)) == nil {
					f.Period = p
				}
			}},
	}
}

// FactFields returns the fields of a fact that decisions correct.
func FactFields() []string {
	var out []string
	for _, c := range corrections() {
		out = append(out, c.field)
	}
	return out
}

// Kinds returns the kinds a fact can have.
func Kinds() []string {
	return []string{string(report.KindCount), string(report.KindAmount), string(report.KindRatio),
		string(report.KindMeasure), string(report.KindFrequency), string(report.KindRank), string(report.KindDeadline),
		string(report.KindAward), string(report.KindEvent), string(report.KindDocument), string(report.KindTask)}
}

// Modalities returns the modalities a fact can have.
func Modalities() []string {
	return []string{string(report.Actual), string(report.Forecast), string(report.Target), string(report.Ongoing)}
}

func checkFact(d report.Decision) error {
	all := corrections()
	i := slices.IndexFunc(all, func(c correction) bool { return c.field == d.Field })
	if i < 0 {
		return fmt.Errorf("field %q of a fact, want one of %s", d.Field, strings.Join(FactFields(), ", "))
	}
	return all[i].check(d)
}

// correct makes one correction of a fact.
func correct(f *report.Fact, d report.Decision) {
	for _, c := range corrections() {
		if c.field == d.Field {
			c.apply(f, d)
			f.Decision = d.ID
		}
	}
}
