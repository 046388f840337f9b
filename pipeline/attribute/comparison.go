package attribute

import "taizhang/report"

// compare fills in what a growth is measured against, and turns the sign of a
// ratio that fell.
func (x *scene) compare(c *clause, r *reading, out *report.Attribution) {
	b := r.before
	up, down := b.up, b.down
	if r.isRatio() && !b.level && !b.share && !b.gap && !up && !down {
		up, down = c.governedByChange(b)
		if r.from > 0 && b.action == "" && c.words[r.from-1].is(isList|isConjunction) {
			up, down = x.flow.changed[0], x.flow.changed[1]
		}
		x.flow.changed = [2]bool{up, down}
	}
	if r.isRatio() && down && !b.level {
		out.Value = out.Value.Negated()
		x.tell(out, "下降，记作负数", "")
	}
	switch {
	case (b.doubled || b.net) && b.base:
		out.Comparison = report.AgainstAny
	case (b.doubled || b.net) && b.yoy:
		out.Comparison = report.YearOnYear
	}
	if out.Kind == report.KindAmount && c.has(isAverage, r.from, r.at) {
		out.Comparison = report.Average
		return
	}
	if b.average && !b.gap {
		out.Comparison = report.Average
		return
	}
	if !up && !down || b.gap {
		return
	}
	out.Comparison = x.comparison(c, r, out.Period)
}

func (x *scene) comparison(c *clause, r *reading, p report.Period) report.Comparison {
	b := r.before
	switch {
	case b.base || x.flow.against:
		return report.AgainstAny
	case c.averaged(r.from, r.at):
		return report.Average
	case b.yoy || c.has(isYearOnYear, r.from, r.at):
		return report.YearOnYear
	case !r.isRatio() || b.total || c.has(isCumulative, 0, r.at) || days(p) > 366:
		return ""
	}
	return report.YearOnYear
}

// governedByChange tells whether the verb over the noun of the value is a
// change: 压减三公经费10%.
func (c *clause) governedByChange(b approach) (up, down bool) {
	if b.acting < 0 || b.acting > b.noun[0] || b.empty() {
		return false, false
	}
	for _, w := range c.words[b.acting:b.noun[0]] {
		up, down = up || w.is(isUp), down || w.is(isDown)
	}
	return up, down
}

// averaged tells whether a change in [from, to) is one a year: 年均增长, not
// 年均浓度下降.
func (c *clause) averaged(from, to int) bool {
	for i := from; i < to; i++ {
		if c.words[i].is(isAverage) && !c.noun(i+1) {
			return true
		}
	}
	return false
}

// has tells whether a word of the class stands in [from, to).
func (c *clause) has(k class, from, to int) bool {
	for _, w := range c.words[from:to] {
		if w.is(k) {
			return true
		}
	}
	return false
}
