package attribute

import (
	"strings"

	"taizhang/report"
)

// modality fills in whether the value is reached, expected, promised or under
// way: by the nearest cue of its clause, the cue handed on, its time, and else
// the part of the report.
func (x *scene) modality(c *clause, r *reading, t *timeAt, out *report.Attribution) (stated bool) {
	m, why := x.cue(c, r)
	if m == "" && c.at(max(r.at+1, r.after[1])).is(isOngoing) {
		m, why = report.Ongoing, "正在" // 2个正在整改
	}
	if m == "" && c.ofPlan(r) {
		m, why = report.Target, "……的计划"
	}
	if m == "" && x.flow.modality != "" && x.keeps(c, r) {
		m, why = x.flow.modality, "承前"
	}
	stated = m != ""
	if m == "" {
		m, why = x.byTime(t)
	}
	if m == "" {
		m, why = report.Actual, "回顾部分"
		if x.part() == report.Plan {
			m, why = report.Target, "计划部分"
		}
	}
	out.Modality = m
	x.tell(out, "情态：", why)
	return stated
}

// cue returns the modality of the nearest cue word before the value.
func (x *scene) cue(c *clause, r *reading) (report.Modality, string) {
	plan := x.part() == report.Plan
	for i := min(r.at, len(c.words)) - 1; i >= 0; i-- {
		w := &c.words[i]
		switch {
		case w.is(isExpected) && !plan:
			return report.Forecast, w.text
		case w.plays(isWill) && !plan && c.at(i+1).is(isThan):
			return report.Forecast, "将比"
		case w.is(isPlanned) && !plan && c.plans(i):
			return report.Target, w.text
		case w.is(isPlanNoun) && !plan && i >= r.at-3 && !r.before.gap && !r.before.share &&
			!c.reached(i) && !c.yardstick(i):
			return report.Target, w.text
		case w.is(isOngoing):
			return report.Ongoing, w.text
		case w.is(isSettled):
			return report.Actual, w.text
		}
	}
	return "", ""
}

// plans tells whether the cue at i is the verb 计划, not a noun: an action, a
// time or an adverb follows, and it does not follow a noun.
func (c *clause) plans(i int) bool {
	if i+1 >= len(c.words) {
		return false
	}
	next := &c.words[i+1]
	if c.words[i].plays(isWill) && next.is(isEither) && !next.is(isVerb) {
		return false // 将扶贫标准提高到: 把
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if c.words[k].is(isThan) {
			return false // 比年初计划
		}
	}
	if next.is(isAmountNoun) && c.at(i+2).is(isValue) && !c.reached(i) {
		return true // 计划总投资5亿元
	}
	return next.is(isVerb | isEither | isAdverb | isTime | isUp | isDown | isManner | isReach)
}

// yardstick tells whether the plan or goal named at word i is only what a
// result is compared with: 较年度目标低, 低于预期目标, 占年度计划的.
func (c *clause) yardstick(i int) bool {
	if c.at(i+1).is(isOf) && c.at(i+2).is(isValue) && strings.HasSuffix(c.words[i+2].text, "%") {
		return true // 为年度计划的98%
	}
	for k := i - 1; k >= 0 && !c.words[k].is(isVerb); k-- {
		if c.words[k].is(isThan | isGap | isShare) {
			return true
		}
	}
	return false
}

// reached tells whether a goal spoken of at word i is reached: 完成目标的97%.
func (c *clause) reached(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if c.words[k].is(isReached) {
			return !c.at(k - 1).is(isNegated)
		}
	}
	return false
}

// ofPlan tells whether the value is what a plan says: 新增4万亿元的投资计划,
// unless the clause says the plan was fulfilled.
func (c *clause) ofPlan(r *reading) bool {
	if c.reached(r.at) {
		return false
	}
	of := false
	for i := r.at + 1; i < len(c.words) && !c.words[i].is(isValue|isVerb); i++ {
		w := &c.words[i]
		if of && w.is(isPlanTail) && (i+1 == len(c.words) || !c.noun(i+1)) {
			return true
		}
		of = of || w.is(isOf)
	}
	return false
}

// keeps tells whether the cue of the clause before still holds.
func (x *scene) keeps(c *clause, r *reading) bool {
	for i := 0; i < r.at; i++ {
		w := &c.words[i]
		if w.is(isTime) && !c.compared(i) || w.is(isCumulative|isDone|isSettled) || w.plays(isReally) {
			return false
		}
	}
	if x.flow.listing || r.grouped {
		return true
	}
	if x.flow.handed && c.settled(r.at, x.words) {
		return false
	}
	if x.flow.modality == report.Actual || x.flow.modality == report.Ongoing {
		return r.carried
	}
	return r.before.action == "" || r.before.action != x.flow.planned
}

// settled tells whether the sentence goes on to say that what the value at word
// i counts is a fact: 续建项目3个，已全部达到进度要求.
func (c *clause) settled(i int, sentence []word) bool {
	for k := range sentence {
		if w := &sentence[k]; w.is(isSettled) && w.span.Start > c.words[i].span.End {
			return true
		}
	}
	return false
}

// byTime judges by a time that lies clearly before or after the section's.
func (x *scene) byTime(t *timeAt) (report.Modality, string) {
	a := x.anchor()
	if t == nil || t.Period.IsZero() {
		return "", ""
	}
	switch {
	case x.part() == report.Plan && a.Planned != 0 && t.Period.End.Year < a.Planned:
		return report.Actual, "时间在计划年之前"
	case x.part() == report.Review && a.Reviewed != 0 && t.Period.Start.Year > a.Reviewed &&
		!t.Rolled:
		return report.Target, "时间在回顾年之后"
	}
	return "", ""
}
