package index

import "strings"

// factTest is met by facts whose row is as it says, and by no sentence alone.
type factTest func(l *look, f fact) bool

func (t factTest) report(l *look) verdict {
	if l.at.block.facts() == 0 {
		return never
	}
	return depends
}

func (t factTest) holds(l *look, _ int, f fact) bool { return f != nil && t(l, f) }

func (k kindIs) ready(*plan) test {
	want := code(kindCodes, k.kind)
	return factTest(func(_ *look, f fact) bool { return f.kind() == want })
}

func (m modalityIs) ready(*plan) test {
	want := code(modalityCodes, m.modality)
	return factTest(func(_ *look, f fact) bool { return f.modality() == want })
}

func (i indicatorIs) ready(p *plan) test {
	about := p.strings.matching(i.names)
	return factTest(func(_ *look, f fact) bool {
		return about.has(f.indicator()) || !i.whole && about.has(f.subject())
	})
}

func (r ruleIs) ready(p *plan) test {
	rules := p.strings.exactly(func(s string) bool { return s == r.id || strings.HasPrefix(s, r.id+"/") })
	return factTest(func(_ *look, f fact) bool { return rules.has(f.rule()) })
}

func (d dueIs) ready(*plan) test {
	from, to := dueNumber(d.from), dueNumber(d.to)
	return factTest(func(_ *look, f fact) bool {
		due := f.due()
		return due != 0 && due >= from && (to == 0 || due <= to)
	})
}

func (v valueIs) ready(p *plan) test {
	units := p.strings.matching(func(s string) bool { return s == v.unit })
	bases := p.strings.matching(func(s string) bool { return s == v.base })
	asWritten, inBase := between(v.from, v.to, p.strings), between(v.lower, v.upper, p.strings)
	return factTest(func(l *look, f fact) bool {
		if !f.hasValue() {
			return false
		}
		x := l.at.block.value(f)
		switch {
		case v.unit == "" || units.has(x.unit):
			return asWritten(x.min) || asWritten(x.max)
		case units.has(x.base): // what is asked for is the base unit itself
			return asWritten(x.lower) || asWritten(x.upper)
		case bases.has(x.base):
			return inBase(x.lower) || inBase(x.upper)
		case bases.has(x.unit):
			return inBase(x.min) || inBase(x.max)
		}
		return false
	})
}

// between tells whether numbers lie between two limits.
func between(from, to limit, strings *dictionary) func(number) bool {
	low, high := newScale(from.number), newScale(to.number)
	return func(n number) bool {
		if from.set {
			if c := n.compare(low, strings); c < 0 || c == 0 && !from.inclusive {
				return false
			}
		}
		if !to.set {
			return true
		}
		c := n.compare(high, strings)
		return c < 0 || c == 0 && to.inclusive
	}
}
