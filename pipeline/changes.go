package pipeline

import (
	"cmp"
	"slices"
	"strings"

	"taizhang/report"
)

// ChangeType says what becomes of a fact under other rules.
type ChangeType string

// A fact appears, vanishes, or is the same words with another meaning.
const (
	Appears  ChangeType = "appears"
	Vanishes ChangeType = "vanishes"
	Changes  ChangeType = "changes"
)

// Change is one fact that is not what it was.
type Change struct {
	Type     ChangeType    `json:"change"`
	Report   string        `json:"report"`
	Org      string        `json:"org,omitempty"`
	Year     int           `json:"year,omitempty"`
	Text     string        `json:"text"`
	Sentence string        `json:"sentence"`
	Place    report.Place  `json:"place"`
	Fields   []FieldChange `json:"fields,omitempty"` // of one that changes
	Old      *report.Fact  `json:"old,omitempty"`
	New      *report.Fact  `json:"new,omitempty"`
}

// FieldChange is one field before and after.
type FieldChange struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

// Compare tells in text order which facts of a report appear, vanish or change
// from old to new. Facts are paired by id, then by place and kind, then by
// place alone. Fingerprints of rule sets are not compared.
func Compare(old, new []report.Fact) []Change {
	c := comparison{old: old, new: new, oldTaken: make([]bool, len(old)), newTaken: make([]bool, len(new))}
	c.pair(func(f *report.Fact) any { return f.ID })
	c.pair(func(f *report.Fact) any { return placeAndKind{f.Place.Start, f.Place.End, f.Kind} })
	c.pair(func(f *report.Fact) any { return placeAndKind{start: f.Place.Start, end: f.Place.End} })
	for i := range old {
		if !c.oldTaken[i] {
			c.add(Vanishes, &old[i], &old[i], nil, nil)
		}
	}
	for i := range new {
		if !c.newTaken[i] {
			c.add(Appears, &new[i], nil, &new[i], nil)
		}
	}
	slices.SortStableFunc(c.changes, func(a, b Change) int {
		return cmp.Compare(a.Place.Start, b.Place.Start)
	})
	return c.changes
}

type placeAndKind struct {
	start, end int
	kind       report.Kind
}

// comparison is a Compare under way.
type comparison struct {
	old, new           []report.Fact
	oldTaken, newTaken []bool
	changes            []Change
}

// pair takes old and new facts with the same key for one, in order where
// several have it, and notes those that differ.
func (c *comparison) pair(key func(*report.Fact) any) {
	waiting := map[any][]int{}
	for i := range c.new {
		if !c.newTaken[i] {
			k := key(&c.new[i])
			waiting[k] = append(waiting[k], i)
		}
	}
	for i := range c.old {
		k := key(&c.old[i])
		if c.oldTaken[i] || len(waiting[k]) == 0 {
			continue
		}
		j := waiting[k][0]
		waiting[k] = waiting[k][1:]
		c.oldTaken[i], c.newTaken[j] = true, true
		if fields := differences(&c.old[i], &c.new[j]); len(fields) > 0 {
			c.add(Changes, &c.new[j], &c.old[i], &c.new[j], fields)
		}
	}
}

func (c *comparison) add(t ChangeType, shown, old, new *report.Fact, fields []FieldChange) {
	c.changes = append(c.changes, Change{
		Type: t, Report: shown.Report, Org: shown.Org, Year: shown.Year, Text: shown.Text,
		Sentence: shown.Sentence, Place: shown.Place, Fields: fields, Old: old, New: new,
	})
}

// differences returns the fields in which two facts differ, in the order in
// which a person reads them. The words are compared, for a rule may take more
// or fewer of them.
func differences(old, new *report.Fact) []FieldChange {
	var out []FieldChange
	before, after := said(old), said(new)
	for i, b := range before {
		if b.value != after[i].value {
			out = append(out, FieldChange{Field: b.name, Old: b.value, New: after[i].value})
		}
	}
	return out
}

type field struct{ name, value string }

// said returns what a fact says, field by field.
func said(f *report.Fact) []field {
	testable := ""
	if f.Testable != nil {
		testable = map[bool]string{true: "yes", false: "no"}[*f.Testable]
	}
	return []field{
		{"kind", string(f.Kind)}, {"text", f.Text},
		{"indicator", f.Indicator}, {"better", string(f.Better)}, {"subject", f.Subject}, {"action", f.Action},
		{"value", valueWords(f.Value)}, {"comparison", string(f.Comparison)},
		{"modality", string(f.Modality)}, {"period", f.Period.String()}, {"due", f.Due.String()},
		{"level", f.Level}, {"scope", f.Scope}, {"owner", f.Owner},
		{"strength", string(f.Strength)}, {"testable", testable},
		{"members", strings.Join(f.Members, "、")}, {"part_of", f.PartOf}, {"rule", f.Rule},
	}
}

func valueWords(v *report.Value) string {
	if v == nil {
		return ""
	}
	s := v.Min.String()
	if !v.Min.Equal(v.Max) {
		s += "–" + v.Max.String()
	}
	s += v.Unit
	if v.Per != "" {
		s += "/" + string(v.Per)
	}
	if v.Bound != report.Exact && v.Bound != "" {
		s += " " + string(v.Bound)
	}
	return s
}
