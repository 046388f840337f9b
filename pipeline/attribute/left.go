package attribute

// approach is what stands before a value: the noun it belongs to and the words
// that lead from the noun to the number.
type approach struct {
	noun     [2]int // words of the noun phrase [from, to); empty if from == to
	touching bool   // nothing but level words stands between noun and value
	action   string // the verb that governs the noun or the value
	acting   int    // the place of the first word of the action, -1 for none

	doubled  bool   // 翻一番
	up, down bool   // a change: 增长, 下降
	level    bool   // a level reached: 达到, 提升至
	net      bool   // a change of what is counted: 净增
	gap      bool   // a difference to others: 高于…百分点
	share    bool   // a part: 占…
	since    string // the time next to the change, perhaps what it is measured against
	yoy      bool
	average  bool
	total    bool // 累计
	base     bool // 比2020年: against another time
	distinct bool // 分别
	each     bool // 均, 都
}

func (a approach) empty() bool { return a.noun[0] == a.noun[1] }

// approachTo reads leftwards from the value at p, not beyond from.
func (c *clause) approachTo(p, from int, ratio bool) approach {
	a := approach{acting: -1, doubled: c.v.affixes.doubled.in(c.words[p].text)}
	i := c.leading(p-1, from, &a)
	for moved := true; moved; {
		k := c.jump(c.aside(i, from), from, &a, ratio)
		if moved = k != i; moved {
			i = c.leading(k, from, &a)
		}
	}
	a.touching = a.action == "" && !a.up && !a.down
	a.noun = c.causeless(c.nounBefore(i+1, from), from)
	if c.hollow(a.noun) || !a.empty() && c.ofWhich(a.noun[1]-1) {
		a.noun[0] = a.noun[1]
	}
	c.actionBefore(&a, from)
	return a
}

// leading skips the words that lead up to a number, noting what they say.
func (c *clause) leading(i, from int, a *approach) int {
	for ; i >= from; i-- {
		w := &c.words[i]
		switch {
		case w.is(isUp|isDown) && !w.is(isFixed):
			c.change(w, a)
		case c.lead(i, a):
		case w.is(isOf) && i > from && c.words[i-1].is(isTime):
		case w.is(isApart) && c.at(i+1).is(isValue) && c.has(isThan, from, i):
			a.gap, a.action = true, w.text
		case w.is(isVerb) && !w.is(isEither) || w.is(isEither) && !a.changes() &&
			(c.bare(i, from) || c.at(i+1).leads()):
			a.act(w.text, i)
			a.net = a.net || w.is(isNet)
		case w.class == 0 && (c.at(i+1).leads() || c.at(i+1).is(isDone)):
			a.act(w.text, i)
		case w.is(isGrowthNoun):
			a.up, a.down = true, w.is(isFallNoun)
			if i > from && c.words[i-1].is(isList|isConjunction) {
				i-- // 总量和增速
			}
		default:
			return i
		}
	}
	return i
}

// lead notes a function word before a number, and tells whether word i is one.
func (c *clause) lead(i int, a *approach) bool {
	w := &c.words[i]
	switch {
	case w.is(isFixed | isAmountNoun):
		return false
	case w.is(isEtc) && (a.each || a.distinct):
	case w.is(isRespective):
		a.distinct = true
	case w.is(isEach):
		a.each = true
	case w.is(isYearOnYear):
		a.yoy = true
	case w.is(isAverage):
		a.average = true
	case w.plays(isYearly) && a.changes():
		a.average = true
	case w.is(isCumulative):
		a.total = true
	case w.is(isReach) && !w.is(isVerb):
		if !a.up && !a.down {
			a.level = true
		}
		if verb, ok := c.led(w.text); ok {
			a.act(verb, -1)
		}
	case w.is(isThan) && (a.changes() || a.net):
		a.yoy = a.yoy || c.lastYear(a.since)
		a.base = a.base || a.since != "" && !c.lastYear(a.since)
	case w.is(isTime) && (a.changes() || a.net):
		if !c.baseline(i) {
			a.since = w.text
		}
	case w.is(isDone | isAdverb | isPreposition | isTime):
	case w.is(isManner) && (a.up || a.down || a.action != "" || c.words[i+1].is(isValue)):
	case w.is(isEvery | isSingle):
	case w.is(isSpan) && (a.action != "" || a.total):
	default:
		return false
	}
	return true
}

// change notes a change verb right before a value, or before the word of the
// level it led to.
func (c *clause) change(w *word, a *approach) {
	if a.level || a.action != "" {
		a.act(w.text, -1)
		return
	}
	if a.up || a.down {
		return
	}
	a.up, a.down = w.is(isUp), w.is(isDown)
	a.yoy, a.average = a.yoy || w.is(isYearOnYear), a.average || w.is(isAverage)
	a.action = w.text
}

func (a *approach) act(verb string, at int) {
	if a.action == "" {
		a.action = verb
	} else if !a.up && !a.down {
		a.action = verb + a.action
	}
	if at >= 0 {
		a.acting = at
	}
}

func (a *approach) changes() bool { return a.up || a.down || a.doubled }

// bare tells whether word i, action or noun, stands alone as an action: it is
// no end of a noun, and no object of a verb (拉动消费).
func (c *clause) bare(i, from int) bool {
	if c.words[i].is(isFixed | isAmountNoun) {
		return false
	}
	return i == from || !c.noun(i-1) && !c.words[i-1].is(isOf|isVerb|isUp|isDown)
}

// jump steps over what stands between a marker and the value: 占规划总投资的,
// 高于全国平均, 比上年预算.
func (c *clause) jump(i, from int, a *approach, ratio bool) int {
	for k := i; k >= from; k-- {
		w := &c.words[k]
		switch {
		case w.is(isReached|isReach) && ratio && c.words[i].is(isOf):
			a.share = true
			a.action = w.text
			return k - 1
		case w.is(isVerb|isValue) && !w.is(isShare|isGap|isThan):
			return i
		case w.is(isShare) && ratio:
			a.share = true
			return k - 1
		case w.is(isGap) && ratio && !a.gap:
			a.gap, a.up, a.down = true, false, false
			a.action = w.text
			return k - 1
		case w.is(isThan) && (a.changes() || a.gap || a.net) && k < i:
			c.than(k, i, a)
			return k - 1
		}
	}
	return i
}

// aside steps over a remark on how the change is worked out, which ends before
// word i+1 or in 因素: 剔除留抵退税因素后, 剔除不可比因素.
func (c *clause) aside(i, from int) int {
	if !c.locates(c.at(i+1)) && !c.at(i).plays(isFactor) {
		return i
	}
	for k := i; k >= from && !c.words[k].is(isValue|isTime|isList); k-- {
		if c.words[k].is(isAside) {
			return k - 1
		}
	}
	return i
}

// causeless returns the noun before the cause, where the phrase p names only
// that: of 二期因资金缺口顺延, 二期.
func (c *clause) causeless(p [2]int, from int) [2]int {
	if k := p[0] - 1; k > from && p[0] < p[1] && c.words[k].plays(isBecause) {
		if before := c.nounBefore(k, from); before[0] < before[1] {
			return before
		}
	}
	return p
}

// than notes what the change is measured against: words (k, i].
func (c *clause) than(k, i int, a *approach) {
	for j := k + 1; j <= i; j++ {
		switch w := &c.words[j]; {
		case c.baseline(j):
		case w.is(isYearOnYear) || w.is(isTime) && c.lastYear(w.text):
			a.yoy = true
		case w.is(isTime):
			a.base = true
		}
	}
}

// hollow tells whether a phrase names nothing: only where (全国), which one
// (首期), or an aside (扣除物价因素).
func (c *clause) hollow(p [2]int) bool {
	if p[0] < p[1] && c.words[p[0]].is(isAside) {
		return true
	}
	for _, w := range c.words[p[0]:p[1]] {
		if !w.is(isScope | isTrimmed | isPointing) {
			return false
		}
	}
	return true
}

// ofWhich tells whether word i only says which ones are counted: 过亿元的16家,
// 10亿元以上2个.
func (c *clause) ofWhich(i int) bool {
	w := &c.words[i]
	return w.is(isName) && c.v.affixes.which.end(w.text)
}

// led returns the verb of a word like 压减至.
func (c *clause) led(w string) (string, bool) {
	verb, ok := c.v.affixes.to.cut(w)
	return verb, ok && len(verb) > 3
}

// lastYear tells whether a time is the year before: 上年, 去年同期.
func (c *clause) lastYear(w string) bool { return c.v.affixes.before.in(w) }

// leads tells whether the word leads from a verb to the level reached:
// 推迟至, 覆盖到.
func (w *word) leads() bool { return w.plays(isTo) }
