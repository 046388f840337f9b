package attribute

import "taizhang/report"

// shareOf tells whether the value is a part of the noun after it: 80%以上的行政村,
// but not 5%的速度.
func (c *clause) shareOf(r *reading) bool {
	b := r.before
	if !r.isRatio() || !r.of || r.after[0] == r.after[1] || b.up || b.down || b.gap || b.share ||
		b.doubled {
		return false
	}
	return !c.words[r.after[1]-1].is(isPlanTail | isDegree | isAmountNoun)
}

// repeated returns what was done so many times, where it stands after the
// value: 4次提高养老金.
func (c *clause) repeated(r *reading) [2]int {
	next := c.at(r.at + 1)
	if r.value.Value.Unit != "次" || !r.before.empty() || !next.is(isVerb|isEither|isUp|isDown) {
		return [2]int{}
	}
	return c.nounAfter(r.at+2, len(c.words))
}

// relative returns the noun at the end of a description that follows a count:
// 15种可以通过接种预防的传染病.
func (c *clause) relative(r *reading) [2]int {
	if r.value.Type != report.MentionCount || r.after[0] < r.after[1] ||
		!c.at(r.at+1).is(isAdverb|isVerb) {
		return [2]int{}
	}
	for i := r.at + 1; i < len(c.words) && !c.words[i].is(isValue); i++ {
		if p := c.nounAfter(i+1, len(c.words)); c.words[i].is(isOf) && p[0] < p[1] {
			return p
		}
	}
	return [2]int{}
}

// measures tells whether the noun before the value only says which measure of
// the noun after it: 总面积2万平方米的水泥路.
func (c *clause) measures(r *reading) bool {
	b := r.before
	if b.empty() || !b.touching || b.gap || b.share || r.value.Type == report.MentionRatio {
		return false
	}
	amount := b.noun
	if c.words[amount[0]].is(isVerb) {
		amount[0]++ // 铺设总面积
	}
	return amount[0] < amount[1] && c.bareAmount(amount)
}

// listed returns the list of names whose sum the value is, where no noun
// follows it: 挡土墙、护坡等8万立方米.
func (c *clause) listed(r *reading) [2]int {
	if !r.before.empty() || r.after[0] < r.after[1] || !c.at(r.at-1).is(isEtc) || r.at-1 <= r.from {
		return [2]int{}
	}
	return c.nounBefore(r.at-1, r.from)
}

// shared returns the whole that a share is of: 完成工程量的20%.
func (c *clause) shared(r *reading) [2]int {
	if !c.at(r.at - 1).is(isOf) {
		return [2]int{}
	}
	p := c.nounBefore(r.at-1, r.from)
	for _, w := range c.words[p[0]:p[1]] {
		if w.is(isPlanTail | isPlanNoun) {
			return [2]int{}
		}
	}
	return p
}

// lent returns the next value where its noun serves this one too: 首批12项及
// 第二批14项重点改革.
func (c *clause) lent(rs []reading, r *reading) *reading {
	for i := range rs {
		n := &rs[i]
		if n.at <= r.at {
			continue
		}
		if n.value.Value.Unit == r.value.Value.Unit && n.nounFollows() &&
			c.at(r.at+1).is(isList|isConjunction) {
			return n
		}
		return nil
	}
	return nil
}
