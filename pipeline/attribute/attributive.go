package attribute

import "taizhang/report"

// attributive finds the values that only describe the things another value
// counts, as in 4个过五百亿的县市 or 产值超10亿元的企业100家, and gives the
// counts their noun.
func (c clause) attributive(rs []reading) {
	const why = "只说明数的是哪些"
	for i := len(rs) - 1; i >= 0; i-- {
		r := &rs[i]
		if r.value.Type == report.MentionCount && r.nounFollows() {
			c.parallel(rs[:i+1], why)
		}
		if i > 0 && !r.of && rs[i-1].at == r.at-1 && rs[i-1].value.Type == report.MentionCount &&
			c.describes(*r, c.at(r.at+1)) {
			rs[i-1].after = r.after
			continue
		}
		if !r.of || r.after[0] == r.after[1] {
			continue
		}
		if i > 0 && c.counts(rs[i-1], *r) {
			r.skip = why
			rs[i-1].after, rs[i-1].of = r.after, false
			c.parallel(rs[:i], why)
			continue
		}
		if i+1 < len(rs) && c.class(*r) && rs[i+1].value.Type == report.MentionCount &&
			!c.has(isVerb, r.at, rs[i+1].at) {
			r.skip = why
		}
	}
}

// parallel does the same for a list of such counts, whose noun stands after
// the last: 1个经济总量近千亿、4个过五百亿的县市. The last of rs has its noun.
func (c clause) parallel(rs []reading, why string) {
	last := rs[len(rs)-1]
	for i := len(rs) - 2; i > 0; i -= 2 {
		mark, number := &rs[i], &rs[i-1]
		if !c.at(mark.at+1).is(isList|isConjunction) || !c.counts(*number, *mark) {
			return
		}
		mark.skip = why
		number.after, number.of = last.after, false
	}
}

// counts tells whether the value x describes what n counts: no action stands
// between them.
func (c clause) counts(n, x reading) bool {
	return n.value.Type == report.MentionCount && x.value.Type != report.MentionRank && n.skip == "" &&
		!c.has(isVerb|isList|isConjunction|isOf, n.at, x.at)
}

// class tells whether the value says of which class things are: a bound, and a
// noun for classes after 的.
func (c clause) class(r reading) bool {
	b := r.value.Value.Bound
	return (b == report.AtLeast || b == report.AtMost) && c.anyIn(r.after, isClassName|isConcrete)
}
