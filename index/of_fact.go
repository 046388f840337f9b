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
	low, high := newScale(v.from.number), newScale(v.to.number)
	within := func(n number) bool {
		if v.from.set {
			if c := n.compare(low, p.strings); c < 0 || c == 0 && !v.from.inclusive {
				return false
			}
		}
		c := -1
		if v.to.set {
			c = n.compare(high, p.strings)
		}
		return c < 0 || c == 0 && v.to.inclusive
	}
	return factTest(func(l *look, f fact) bool {
		if !f.hasValue() {
			return false
		}
		x := l.at.block.value(f)
		if v.unit == "" || units.has(x.unit) {
			return within(x.min) || within(x.max)
		}
		return units.has(x.base) && (within(x.lower) || within(x.upper))
	})
}
