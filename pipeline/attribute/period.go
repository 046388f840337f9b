package attribute

import "taizhang/report"

// timeAt is a time of a clause and its place.
type timeAt struct {
	at      int
	mention int
	*report.Mention
	lead bool // nothing but function words stands before it
	own  int  // the place of the one value it is for, else -1
}

// times returns the times of a clause that say when, without those something
// is compared with (比2020年).
func (x *scene) times(c *clause) []timeAt {
	out := x.when[:0]
	lead := true
	for i := range c.words {
		w := &c.words[i]
		if !w.is(isTime) || c.measured(i) {
			lead = lead && w.is(isAdverb|isPreposition|isAmong|isConjunction)
			continue
		}
		if !c.compared(i) && !c.at(i-1).plays(isSpending) && !c.baseline(i) && !c.source(i) &&
			!x.ranked(c, i) {
			out = append(out, timeAt{i, w.mention, &x.s.Mentions[w.mention], lead, c.owner(i)})
		}
		lead = false
	}
	x.when = out
	return out
}

// ranked tells whether the time is only the span in which the value is the
// highest or lowest: 为近五年最好, 创十年来新高.
func (x *scene) ranked(c *clause, i int) bool {
	k := i + 1
	for c.at(k).is(isOf) || c.at(k).plays(isSince) {
		k++
	}
	return x.a.extremes[c.at(k).text]
}

// baseline tells whether the time only says of which plan: 年初计划, 年初预算.
func (c *clause) baseline(i int) bool {
	return c.v.affixes.opening.end(c.words[i].text) &&
		c.at(i+1).is(isPlanned|isPlanNoun|isPlanTail|isEither|isVerb)
}

// source tells whether the time belongs to what something is taken from:
// 从去年超收收入中安排.
func (c *clause) source(i int) bool {
	return c.at(i-1).plays(isFrom) && i+1 < len(c.words) && c.noun(i+1)
}

// owner returns the place of the value a time is for alone: 从2020年的2.8%降到
// 去年的1.5%, 由上年18亿元. It is -1 for a time that holds for the clause.
func (c *clause) owner(i int) int {
	next := i + 1
	if c.at(next).is(isOf) {
		next++
	} else if !c.at(i - 1).plays(isFrom) {
		return -1
	}
	if c.at(next).is(isValue) {
		return next
	}
	return -1
}

// compared tells whether the time at i is what a change is measured against:
// 比2020年增长, 2020年的2.5倍.
func (c *clause) compared(i int) bool {
	if i == 0 {
		return false
	}
	if c.restored(i) {
		return true
	}
	if !c.words[i-1].is(isThan | isReach | isConjunction) {
		return false
	}
	prev := &c.words[i-1]
	if c.at(i + 1).plays(isComparing) {
		return true
	}
	if prev.plays(isBeyond) && c.at(i+1).is(isNet) {
		return true
	}
	for k := i + 1; k < len(c.words); k++ {
		w := &c.words[k]
		switch {
		case w.is(isUp | isDown | isGap):
			return prev.plays(isBeside)
		case w.is(isValue) && c.v.affixes.doubled.in(w.text):
			return true
		case w.is(isValue):
			return prev.plays(isEqual) && c.v.affixes.times.end(w.text)
		case w.is(isVerb):
			return false
		}
	}
	return false
}

// restored tells whether the time at i is of what was reached again:
// 恢复到2019年的105%.
func (c *clause) restored(i int) bool {
	return (c.words[i-1].plays(isRestored) || i > 1 && c.words[i-1].plays(isTo) && c.restores(i-2)) &&
		c.at(i+1).is(isOf) && c.at(i+2).is(isValue)
}

// restores tells whether word i with 到 after it is 恢复到.
func (c *clause) restores(i int) bool {
	return c.v.role(c.words[i].text+c.words[i+1].text)&isRestored != 0
}

// time fills in modality, period and due, and tells whether the modality was
// stated by a word.
func (x *scene) time(c *clause, r *reading, when []timeAt, out *report.Attribution) bool {
	t := c.governing(when, r.at)
	x.owned = t != nil && t.own >= 0
	stated := x.modality(c, r, t, out)
	switch {
	case t != nil:
		x.given(t, out)
		x.tell(out, "时间：", t.Span.Of(x.d.Text.Body))
	case !x.flow.period.IsZero() && x.goesOn(r) && !x.afresh(c, r):
		out.Period, out.Due = x.flow.period, x.flow.due
		x.past(out, stated)
	default:
		out.Period = x.usualPeriod()
	}
	if out.Modality != report.Target {
		out.Due = report.Date{}
	}
	x.paired(r, t, out)
	return stated
}

// tell notes a step that led to the attribution, if anybody asks for them.
func (x *scene) tell(out *report.Attribution, why, about string) {
	if x.telling {
		out.Why = append(out.Why, why+about)
	}
}

// goesOn tells whether the period handed on is the value's too: it holds for
// the whole sentence, or the value is about the same subject.
func (x *scene) goesOn(r *reading) bool {
	return x.flow.holds || r.carried
}

// afresh tells whether a clause that says 已 has left the time of an older
// promise behind: 2004年我们提出…，各地已偿还….
func (x *scene) afresh(c *clause, r *reading) bool {
	if x.flow.alone || r.carried || !c.has(isSettled, 0, r.at) {
		return false
	}
	x.flow.holds = false
	return true
}

// past makes actual what a plan tells under a time that is over: 两年来…….
func (x *scene) past(out *report.Attribution, stated bool) {
	a := x.anchor()
	if !stated && x.part() == report.Plan && a.Planned != 0 && out.Period.End.Year < a.Planned {
		out.Modality = report.Actual
	}
}

// governing returns the time of a value: the nearest before it, else the first
// after it that an action follows (8月底竣工).
func (c *clause) governing(when []timeAt, at int) *timeAt {
	var found *timeAt
	for i := range when {
		t := &when[i]
		if t.own >= 0 && t.own != at {
			continue
		}
		if t.at < at || found == nil && c.actsAfter(t.at) {
			found = t
		}
	}
	return found
}

// actsAfter tells whether what follows word i is an action or nothing.
func (c *clause) actsAfter(i int) bool {
	return i+1 >= len(c.words) || c.words[i+1].is(isVerb|isEither|isAdverb|isManner|isPreposition)
}

// given takes period and due from a time that stands with the value.
func (x *scene) given(t *timeAt, out *report.Attribution) {
	out.Period = t.Period
	if t.own >= 0 && x.a.words.affixes.opening.end(t.Span.Of(x.d.Text.Body)) {
		out.Period = report.YearPeriod(t.Period.Start.Year) // a stock: 由年初的46家
	}
	if out.Modality != report.Target || !t.promises() {
		if x.stock(t) && !t.Due.IsZero() {
			out.Period = report.YearPeriod(t.Due.Year)
		}
		return
	}
	out.Due = t.Due
	if t.ByWhen || t.Grain == "month" || t.Grain == "day" {
		out.Period = x.usualPeriod()
		if t.Due.Year != x.anchor().Year || out.Period.IsZero() {
			out.Period = report.YearPeriod(t.Due.Year)
		}
	}
}

// keepTime hands the time of the clause on: for the rest of the sentence where
// it stands alone or is long, else for values about the same subject.
func (x *scene) keepTime(c *clause, rs []reading, when []timeAt) {
	if len(when) == 0 {
		return
	}
	t := &when[len(when)-1]
	if t.own >= 0 || c.has(isAmong, 0, t.at) {
		return // 其中去年20个: the time of the part alone
	}
	var out report.Attribution
	x.modality(c, &reading{at: len(c.words)}, t, &out)
	x.given(t, &out)
	x.flow.period, x.flow.due = out.Period, out.Due
	if out.Modality != report.Target {
		x.flow.due = report.Date{}
	}
	x.flow.alone = c.only(t.at)
	x.spans(t)
	promised := out.Modality == report.Target && t.promises()
	x.flow.holds = t.lead && (days(t.Period) > 45 && !promised || x.flow.alone)
}

// only tells whether the time at word i stands alone in its clause.
func (c *clause) only(i int) bool {
	for k := range c.words {
		if k != i && !c.words[k].is(isAdverb|isPreposition|isConjunction) {
			return false
		}
	}
	return true
}

// stock tells whether the time is the end of a year, at which something stands.
func (x *scene) stock(t *timeAt) bool {
	return x.a.words.affixes.closing.end(t.Span.Of(x.d.Text.Body))
}

// promises tells whether the time, in a plan, says by when.
func (t *timeAt) promises() bool {
	if t.Due.IsZero() {
		return false
	}
	switch t.Grain {
	case "day", "month", "quarter", "half":
		return true
	}
	return t.ByWhen
}

// days returns how long a period is; 0 for none.
func days(p report.Period) int {
	if p.IsZero() {
		return 0
	}
	return int(p.End.Time().Sub(p.Start.Time()).Hours()/24) + 1
}
