package series

import (
	"cmp"
	"slices"

	"taizhang/report"
)

// ShiftKind says what has become of a fact from one report to another.
type ShiftKind string

// A fact is new, is not said any more, has another value, or the same.
const (
	Appeared  ShiftKind = "appeared"
	Gone      ShiftKind = "gone"
	Changed   ShiftKind = "changed"
	Unchanged ShiftKind = "same"
)

// Shift is a value of one report beside what another report says of the same.
type Shift struct {
	Kind    ShiftKind       `json:"change"`
	What    string          `json:"what"` // indicator, or subject where no rule names one
	Before  *report.Fact    `json:"before,omitempty"`
	After   *report.Fact    `json:"after,omitempty"`
	By      *report.Decimal `json:"by,omitempty"`      // after less before, in After's unit
	Percent *report.Decimal `json:"percent,omitempty"` // of before; rounded to a tenth
	Unit    string          `json:"unit,omitempty"`    // of By
}

// Between compares the values of an office's reports of two years: those of one
// indicator, or of one subject and action, that are alike in kind, comparison,
// modality, unit and in how their time lies to the year of their report. The
// answer is in the order of the later report; what is gone follows in the order
// of the earlier one.
func Between(before, after *report.Report) []Shift {
	s := shifting{before: valued(before), after: valued(after)}
	s.pair(func(f *report.Fact, of *report.Report) (likeness, bool) {
		k := likenessOf(f, of)
		k.what = f.Indicator
		return k, f.Indicator != ""
	}, before, after)
	s.pair(func(f *report.Fact, of *report.Report) (likeness, bool) {
		k := likenessOf(f, of)
		k.what, k.action = f.Subject, f.Action
		return k, f.Subject != ""
	}, before, after)
	s.pair(func(f *report.Fact, of *report.Report) (likeness, bool) {
		k := likenessOf(f, of)
		k.what = f.Subject
		return k, f.Subject != ""
	}, before, after)
	return s.shifts()
}

// likeness is what two facts that are compared have in common.
type likeness struct {
	what, action string
	kind         report.Kind
	comparison   report.Comparison
	modality     report.Modality
	unit         string
	years        int // from that of the report to that the fact is about
	scope        string
}

func likenessOf(f *report.Fact, of *report.Report) likeness {
	k := likeness{kind: f.Kind, comparison: f.Comparison, modality: f.Modality, unit: f.Value.Unit, scope: f.Scope}
	if f.Value.Base != nil {
		k.unit = f.Value.Base.Unit
	}
	if !f.Period.IsZero() {
		k.years = f.Period.End.Year - of.Year()
	}
	return k
}

// valued returns the facts of a report that can be compared.
func valued(r *report.Report) []*report.Fact {
	var out []*report.Fact
	for i := range r.Facts {
		if f := &r.Facts[i]; f.Value != nil && (f.Indicator != "" || f.Subject != "") {
			out = append(out, f)
		}
	}
	return out
}

// shifting is a comparison under way: facts and their partners.
type shifting struct {
	before, after []*report.Fact
	partner       map[*report.Fact]*report.Fact // both ways
}

// pair makes partners of facts that have the same key and none yet, in order.
func (s *shifting) pair(key func(*report.Fact, *report.Report) (likeness, bool), before, after *report.Report) {
	if s.partner == nil {
		s.partner = map[*report.Fact]*report.Fact{}
	}
	waiting := map[likeness][]*report.Fact{}
	for _, f := range s.before {
		if k, ok := key(f, before); ok && s.partner[f] == nil {
			waiting[k] = append(waiting[k], f)
		}
	}
	for _, f := range s.after {
		k, ok := key(f, after)
		if !ok || s.partner[f] != nil || len(waiting[k]) == 0 {
			continue
		}
		s.partner[f], s.partner[waiting[k][0]] = waiting[k][0], f
		waiting[k] = waiting[k][1:]
	}
}

func (s *shifting) shifts() []Shift {
	out := []Shift{}
	for _, f := range s.after {
		out = append(out, shift(s.partner[f], f))
	}
	for _, f := range s.before {
		if s.partner[f] == nil {
			out = append(out, shift(f, nil))
		}
	}
	return out
}

func shift(before, after *report.Fact) Shift {
	s := Shift{Before: before, After: after, Kind: Unchanged}
	switch {
	case before == nil:
		s.Kind, s.What = Appeared, cmp.Or(after.Indicator, after.Subject)
	case after == nil:
		s.Kind, s.What = Gone, cmp.Or(before.Indicator, before.Subject)
	default:
		s.What = cmp.Or(after.Indicator, after.Subject)
		s.measure()
	}
	return s
}

// measure says by how much two single values differ.
func (s *Shift) measure() {
	a, b := bothEnds(s.Before.Value), bothEnds(s.After.Value)
	if slices.EqualFunc(a, b, report.Decimal.Equal) {
		return
	}
	s.Kind = Changed
	if !a[0].Equal(a[1]) || !b[0].Equal(b[1]) {
		return
	}
	if !a[0].IsZero() && a[0].Sign() == b[0].Sign() && s.After.Kind != report.KindRatio && s.After.Comparison == "" {
		p := b[0].Sub(a[0]).Mul(report.Whole(100)).DivRound(a[0].Abs(), 1)
		s.Percent = &p
	}
	if s.Before.Value.Unit == s.After.Value.Unit {
		by := s.After.Value.Min.Sub(s.Before.Value.Min)
		s.By, s.Unit = &by, s.After.Value.Unit
	}
}

// bothEnds returns both ends of a value, in the base unit where it has one.
func bothEnds(v *report.Value) []report.Decimal {
	if v.Base != nil {
		return []report.Decimal{v.Base.Min, v.Base.Max}
	}
	return []report.Decimal{v.Min, v.Max}
}
