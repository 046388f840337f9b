package index

import (
	"slices"
	"strings"

	"taizhang/report"
)

// asked is a query asked of reports themselves, without index or blocks: what
// the index finds is held against it.
type asked struct {
	report *report.Report
	body   folded
	aim    aim
}

func newPlain(r *report.Report) asked { return asked{r, fold(r.Text.Body), forFacts} }

// facts returns the facts that meet a query.
func (p asked) facts(q Query) []*report.Fact {
	var out []*report.Fact
	for i := range p.report.Facts {
		f := &p.report.Facts[i]
		if p.holds(q.root, passageAt(p.report.Sentences, f.Place.Start), f) {
			out = append(out, f)
		}
	}
	return out
}

// sentences returns the sentences that meet a query, and with each the facts
// that do.
func (p asked) sentences(q Query) map[int][]*report.Fact {
	p.aim = forPassages
	out := map[int][]*report.Fact{}
	for i := range p.report.Sentences {
		var inside, met []*report.Fact
		for k := range p.report.Facts {
			if f := &p.report.Facts[k]; passageAt(p.report.Sentences, f.Place.Start) == i {
				inside = append(inside, f)
				if p.holds(q.root, i, f) {
					met = append(met, f)
				}
			}
		}
		if len(met) > 0 || (len(inside) == 0 || !anyCondition(q.root, ofFact)) && p.holds(q.root, i, nil) {
			out[i] = met
		}
	}
	return out
}

// holds tells whether a sentence (-1: none) and a fact (nil: none) meet c.
func (p asked) holds(c condition, sentence int, f *report.Fact) bool {
	r := p.report
	switch c := c.(type) {
	case nil:
		return true
	case all:
		return !slices.ContainsFunc(c, func(x condition) bool { return !p.holds(x, sentence, f) })
	case either:
		return slices.ContainsFunc(c, func(x condition) bool { return p.holds(x, sentence, f) })
	case not:
		return !p.holds(c.condition, sentence, f)
	case words:
		return slices.ContainsFunc(c.forms(), func(form string) bool {
			return p.says(form, sentence, f) || p.aim == forFacts && holdsFolded(form, f.Indicator, f.Subject)
		})
	case yearIs:
		return c.from <= r.Year() && r.Year() <= c.to
	case orgIs:
		return foldString(r.Outline.Org) == c.folded || !c.whole && holdsFolded(c.folded, r.Outline.Org, r.Outline.OrgShort)
	case documentIs:
		return foldString(r.Outline.Kind) == c.folded || !c.whole && holdsFolded(c.folded, r.Outline.Kind)
	case reportIs:
		return r.ID == c.id
	case sectionIs:
		if sentence < 0 {
			return holdsFolded(c.folded, f.Section...)
		}
		return holdsFolded(c.folded, r.Outline.Path(r.Sentences[sentence].Section)...)
	}
	return f != nil && holdsOfFact(c, f)
}

func (p asked) says(words string, sentence int, f *report.Fact) bool {
	if sentence < 0 {
		return holdsFolded(words, f.Sentence)
	}
	s := p.report.Sentences[sentence].Span
	for at := 0; at < len(p.body.text); at++ {
		i := strings.Index(p.body.text[at:], words)
		if i < 0 {
			return false
		}
		at += i
		if start := p.body.source(report.Span{Start: at, End: at + 1}).Start; s.Start <= start && start < s.End {
			return true
		}
	}
	return false
}

func holdsFolded(words string, texts ...string) bool {
	return slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(foldString(s), words) })
}

func holdsOfFact(c condition, f *report.Fact) bool {
	switch c := c.(type) {
	case kindIs:
		return f.Kind == c.kind
	case modalityIs:
		return f.Modality == c.modality
	case indicatorIs:
		return foldString(f.Indicator) == c.folded || !c.whole && holdsFolded(c.folded, f.Indicator, f.Subject)
	case ruleIs:
		return f.Rule == c.id || strings.HasPrefix(f.Rule, c.id+"/")
	case dueIs:
		return !f.Due.IsZero() && (c.from.IsZero() || !f.Due.Before(c.from)) && (c.to.IsZero() || !c.to.Before(f.Due))
	case valueIs:
		return f.Value != nil && holdsValue(c, *f.Value)
	}
	panic("a condition the test does not know")
}

func holdsValue(c valueIs, v report.Value) bool {
	unit, base := foldString(v.Unit), report.BaseValue{}
	if v.Base != nil {
		base = *v.Base
	}
	switch {
	case c.unit == "" || unit == c.unit:
		return isBetween(v.Min, c.from, c.to) || isBetween(v.Max, c.from, c.to)
	case foldString(base.Unit) == c.unit:
		return isBetween(base.Min, c.from, c.to) || isBetween(base.Max, c.from, c.to)
	case c.base != "" && foldString(base.Unit) == c.base:
		return isBetween(base.Min, c.lower, c.upper) || isBetween(base.Max, c.lower, c.upper)
	case c.base != "" && unit == c.base:
		return isBetween(v.Min, c.lower, c.upper) || isBetween(v.Max, c.lower, c.upper)
	}
	return false
}

func isBetween(d report.Decimal, from, to limit) bool {
	low, high := d.Cmp(from.number), d.Cmp(to.number)
	return (!from.set || low > 0 || low == 0 && from.inclusive) && (!to.set || high < 0 || high == 0 && to.inclusive)
}
