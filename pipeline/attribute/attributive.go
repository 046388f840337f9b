package attribute

import "taizhang/report"

// attributive finds the values that only describe the things another value
// counts, as in 4个过五百亿的县市 or 产值超10亿元的企业100家, and gives the
// counts their noun.
func (c *clause) attributive(rs []reading) {
	const why = "只说明数的是哪些"
	for i := len(rs) - 1; i >= 0; i-- {
		r := &rs[i]
		if r.value.Type == report.MentionCount && r.nounFollows() {
			c.parallel(rs[:i+1], why)
		}
		if i > 0 && !r.of && rs[i-1].at == r.at-1 && rs[i-1].value.Type == report.MentionCount &&
			c.describes(r, c.at(r.at+1)) {
			rs[i-1].after = r.after
			continue
		}
		if i+1 < len(rs) && (bounded(r) && c.sized(r, &rs[i+1]) || c.graded(r, &rs[i+1])) {
			r.skip = why
			continue
		}
		if !r.of || r.after[0] == r.after[1] {
			continue
		}
		if i > 0 && c.counts(&rs[i-1], r) {
			r.skip = why
			rs[i-1].after, rs[i-1].of = r.after, false
			c.parallel(rs[:i], why)
			continue
		}
		if bounded(r) && r.value.Type != report.MentionRatio && r.after[1] == len(c.words) &&
			c.at(r.at-1).plays(isWithin) {
			r.skip = why
			continue
		}
		if i+1 < len(rs) && (c.class(r) || bounded(r) && c.leadsUp(r.after[1], rs[i+1].at)) &&
			rs[i+1].value.Type == report.MentionCount &&
			!c.has(isVerb, r.at, rs[i+1].at) {
			r.skip = why
		}
	}
}

// parallel does the same for a list of such counts, whose noun stands after
// the last: 1个经济总量近千亿、4个过五百亿的县市. The last of rs has its noun.
func (c *clause) parallel(rs []reading, why string) {
	last := rs[len(rs)-1]
	for i := len(rs) - 2; i > 0; i -= 2 {
		mark, number := &rs[i], &rs[i-1]
		if !c.at(mark.at+1).is(isList|isConjunction) || !c.counts(number, mark) {
			return
		}
		mark.skip = why
		number.after, number.of = last.after, false
	}
}

// counts tells whether the value x describes what n counts: no action stands
// between them.
func (c *clause) counts(n, x *reading) bool {
	return n.value.Type == report.MentionCount && x.value.Type != report.MentionRank &&
		n.skip == "" &&
		!c.has(isVerb|isList|isConjunction|isOf, n.at, x.at)
}

// sized tells whether the value stands before the noun the next value counts:
// 经济总量超200亿元县2个.
func (c *clause) sized(r, next *reading) bool {
	p := [2]int{r.at + 1, next.at}
	if next.value.Type != report.MentionCount || p[0] == p[1] ||
		r.value.Type == report.MentionRatio {
		return false
	}
	for i := p[0]; i < p[1]; i++ {
		if !c.noun(i) {
			return false
		}
	}
	return c.words[p[1]-1].is(isClassName | isConcrete)
}

// graded tells whether the value only says of which grade the things are that
// the next value counts: 600分以上62人.
func (c *clause) graded(r, next *reading) bool {
	return next.at == r.at+1 && next.value.Type == report.MentionCount && r.value.Type != report.MentionRank &&
		c.v.affixes.which.end(c.words[r.at].text)
}

// leadsUp tells whether nothing but words that lead to a number stand in
// [from, to).
func (c *clause) leadsUp(from, to int) bool {
	for _, w := range c.words[from:max(from, to)] {
		if !w.is(isReach | isAdverb) {
			return false
		}
	}
	return true
}

func bounded(r *reading) bool {
	b := r.value.Value.Bound
	return b == report.AtLeast || b == report.AtMost
}

// class tells whether the value says of which class things are: a bound, and a
// noun for classes after 的.
func (c *clause) class(r *reading) bool {
	return bounded(r) && c.anyIn(r.after, isClassName|isConcrete)
}
