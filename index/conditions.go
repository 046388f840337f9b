package index

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/report"
)

// The conditions that a field:value of the query language stands for. Those of
// the report come first, those of a fact after them.

// yearIs is met by reports of the years from..to; both ends belong to it.
type yearIs struct{ from, to int }

func (y yearIs) holds(c *candidate) bool { return y.from <= c.entry.Year && c.entry.Year <= y.to }
func (y yearIs) String() string          { return fmt.Sprintf("year:%04d..%04d", y.from, y.to) }

// orgIs is met by reports of organisations whose full or short name holds the words.
type orgIs struct{ text, folded string }

func (o orgIs) holds(c *candidate) bool { return o.names(c.entry) }
func (o orgIs) String() string          { return "org:" + quote(o.text) }

func (o orgIs) names(e *Entry) bool {
	return strings.Contains(foldString(e.Org), o.folded) ||
		strings.Contains(foldString(e.Short), o.folded)
}

// reportIs is met by the report of that id.
type reportIs struct{ id string }

func (r reportIs) holds(c *candidate) bool { return c.entry.ID == r.id }
func (r reportIs) String() string          { return "report:" + quote(r.id) }

// sectionIs is met under headings one of which holds the words.
type sectionIs struct{ text, folded string }

func (s sectionIs) holds(c *candidate) bool {
	holds := func(heading string) bool { return strings.Contains(heading, s.folded) }
	return slices.ContainsFunc(c.section(), holds)
}
func (s sectionIs) String() string { return "section:" + quote(s.text) }

// kindIs is met by facts of that kind.
type kindIs struct{ kind report.Kind }

func (k kindIs) holds(c *candidate) bool { return c.fact != nil && c.fact.Kind == k.kind }
func (k kindIs) String() string          { return "kind:" + string(k.kind) }

// modalityIs is met by facts of that modality.
type modalityIs struct{ modality report.Modality }

func (m modalityIs) holds(c *candidate) bool {
	return c.fact != nil && c.fact.Modality == m.modality
}
func (m modalityIs) String() string { return "modality:" + string(m.modality) }

// indicatorIs is met by facts whose indicator or subject holds the words.
type indicatorIs struct{ text, folded string }

func (i indicatorIs) holds(c *candidate) bool {
	return c.fact != nil && (strings.Contains(foldString(c.fact.Indicator), i.folded) ||
		strings.Contains(foldString(c.fact.Subject), i.folded))
}
func (i indicatorIs) String() string { return "indicator:" + quote(i.text) }

// ruleIs is met by facts of that rule, or of the rules below that folder.
type ruleIs struct{ id string }

func (r ruleIs) holds(c *candidate) bool {
	return c.fact != nil && (c.fact.Rule == r.id || strings.HasPrefix(c.fact.Rule, r.id+"/"))
}
func (r ruleIs) String() string { return "rule:" + quote(r.id) }

// valueIs is met by facts one end of whose value lies between the limits: as
// written, or in the base unit of its family.
type valueIs struct {
	from, to limit
	unit     string // folded; "": any
}

// limit is an end of a range of numbers; not set is no limit.
type limit struct {
	set       bool
	number    report.Decimal
	inclusive bool
}

func (v valueIs) holds(c *candidate) bool {
	if c.fact == nil || c.fact.Value == nil {
		return false
	}
	value := c.fact.Value
	if v.unit == "" || foldString(value.Unit) == v.unit {
		return v.within(value.Min) || v.within(value.Max)
	}
	base := value.Base
	return base != nil && foldString(base.Unit) == v.unit && (v.within(base.Min) || v.within(base.Max))
}

func (v valueIs) within(d report.Decimal) bool {
	if low := d.Cmp(v.from.number); v.from.set && (low < 0 || low == 0 && !v.from.inclusive) {
		return false
	}
	high := d.Cmp(v.to.number)
	return !v.to.set || high < 0 || high == 0 && v.to.inclusive
}

func (v valueIs) String() string {
	text := operator("<", v.to) + v.unit
	switch {
	case v.from.set && v.to.set:
		text = v.from.number.String() + ".." + v.to.number.String() + v.unit
	case v.from.set:
		text = operator(">", v.from) + v.unit
	}
	return "value:" + quote(text)
}

func operator(sign string, l limit) string {
	if l.inclusive {
		sign += "="
	}
	return sign + l.number.String()
}

// dueIs is met by facts due on a day from..to; a zero end is no limit.
type dueIs struct{ from, to report.Date }

func (d dueIs) holds(c *candidate) bool {
	if c.fact == nil || c.fact.Due.IsZero() {
		return false
	}
	due := c.fact.Due
	return (d.from.IsZero() || !due.Before(d.from)) && (d.to.IsZero() || !d.to.Before(due))
}
func (d dueIs) String() string { return "due:" + d.from.String() + ".." + d.to.String() }

// ofFact tells whether a condition can only be met by a fact.
func ofFact(c condition) bool {
	switch c.(type) {
	case kindIs, modalityIs, indicatorIs, ruleIs, valueIs, dueIs:
		return true
	}
	return false
}
