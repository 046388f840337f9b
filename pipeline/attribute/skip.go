package attribute

import "taizhang/report"

// whySkip tells why a value is no fact of its own; empty if it is one.
func (c *clause) whySkip(rs []reading, i int) string {
	r := &rs[i]
	prev, next := c.at(r.at-1), c.at(r.at+1)
	switch {
	case prev.plays(isInARow) || prev.is(isSpan) && c.v.affixes.inARow.begin(prev.text):
		return "连续多久"
	case prev.plays(isPer):
		return "每……，只是口径"
	case prev.is(isSingle) && !r.before.level && !r.before.changes() && !r.fromEnd:
		return "单个的大小，只说是哪一种"
	case r.value.Value.Unit == "国" && small(r.value, 3):
		return "只指代前文"
	case prev.is(isPointing) && r.value.Type == report.MentionCount:
		return "只指代前文"
	case c.describes(r, next):
		return "只说明是哪一类"
	case c.announces(r, next):
		return "只引出下文"
	}
	return ""
}

func (c *clause) at(i int) *word {
	if i < 0 || i >= len(c.words) {
		return &c.v.none
	}
	return &c.words[i]
}

// describes tells whether the value directly before a noun is part of a name
// or class: 30亿元以上项目, 700万吨露天矿, 百亿级, 15分钟生活圈.
func (c *clause) describes(r *reading, next *word) bool {
	v := r.value.Value
	limit := v.Bound == report.AtLeast || v.Bound == report.AtMost
	switch {
	case next.is(isGrade):
		return true
	case r.after[0] == r.after[1] || r.of:
		return false
	case r.value.Noun != "" && v.Unit == "" && v.Max.IsZero():
		return true
	case v.Unit == "岁":
		return true
	case r.value.Type == report.MentionCount:
		return latin(next.text) && !c.has(isVerb, r.from, r.at)
	case c.words[r.after[1]-1].is(isPlanTail):
		return r.value.Type == report.MentionMeasure || limit
	case r.value.Type == report.MentionMoney && limit && c.grades(r):
		return true
	case r.value.Type == report.MentionMoney:
		return c.anyIn(r.after, isClassName) && (limit || !c.anyIn(r.after, isAmountNoun))
	}
	return r.unit&isCapacityUnit != 0 && !c.closes(r) && c.has(isCapacity, r.after[0], c.nameEnd(r.after[1])) ||
		r.unit&isTimeUnit != 0
}

// grades tells whether nothing but the name of an amount and its verb stand between
// the value and the next one: 500万元以上固定资产投资增长15%.
func (c *clause) grades(r *reading) bool {
	i := r.after[1]
	if r.after[0] != r.at+1 || !c.words[i-1].is(isAmountNoun) {
		return false
	}
	for c.at(i).is(isUp | isDown | isReach | isAdverb) {
		i++
	}
	return c.at(i).is(isValue)
}

// closes tells whether the verb before the value takes away as much of the things
// behind it: 关停6万千瓦小火电机组.
func (c *clause) closes(r *reading) bool { return c.at(r.at - 1).plays(isClosing) }

// nameEnd returns where a list of names that goes on at word i ends:
// 10万吨铝基材料等项目.
func (c *clause) nameEnd(i int) int {
	for i < len(c.words) && (c.noun(i) || c.words[i].is(isList|isConjunction|isEtc)) {
		i++
	}
	return i
}

// latin tells whether a word is in Latin letters: 608所AES100 is a name.
func latin(w string) bool {
	return w != "" && (w[0] >= 'A' && w[0] <= 'Z' || w[0] >= 'a' && w[0] <= 'z')
}

func (c *clause) anyIn(p [2]int, k class) bool { return c.has(k, p[0], p[1]) }

// announces tells whether a count only introduces what follows: 五个方面,
// 以下三项工作, 一个平台.
func (c *clause) announces(r *reading, next *word) bool {
	if r.value.Type != report.MentionCount {
		return false
	}
	return r.unit&isVague != 0 || next.is(isVague) && !next.is(isConcrete) && small(r.value, 30)
}

func small(m *report.Mention, limit int64) bool {
	return m.Value.Max.LessThanOrEqual(report.Whole(limit))
}
