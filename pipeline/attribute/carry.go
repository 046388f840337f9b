package attribute

import (
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// subjects gives each reading its subject.
func (x *scene) subjects(c *clause, rs []reading) {
	for from, to := 0, 0; from < len(rs); from = to {
		to = c.run(rs, from)
		if x.respectively(c, rs, from, to) {
			continue
		}
		first := &rs[from]
		for i := from; i < to; i++ {
			r := &rs[i]
			if i > from && r.before.empty() && !r.nounFollows() {
				x.inherit(r, first)
			}
			if i > from && r.before.empty() && (r.of || !r.nounFollows()) && !first.nounFollows() {
				r.subject, r.carried = first.subject, true
			}
			x.subject(c, rs, r)
			if each := c.each(r); each != "" {
				r.subject, r.classed = each+r.subject, true
			}
			if r.skip == "" && r.subject != "" {
				x.flow.verbal, x.flow.topic = r.verbal, nil
				if !r.classed {
					x.flow.subject = c.goesOnAs(r)
				}
			}
		}
	}
}

// each returns the word before a value that makes it one for each of many, where
// its subject is carried over: 地区生产总值…，人均突破10万元.
func (c *clause) each(r *reading) string {
	if !r.carried || r.skip != "" || r.subject == "" || r.from >= r.at || !c.words[r.from].plays(isPerHead) || strings.HasPrefix(r.subject, c.words[r.from].text) {
		return ""
	}
	return c.words[r.from].text
}

// subject finds what one value is about.
func (x *scene) subject(c *clause, rs []reading, r *reading) {
	if r.skip != "" || r.subject != "" {
		return
	}
	if noun := r.value.Noun; noun != "" && r.value.Value.Unit == "" &&
		strings.HasSuffix(c.words[r.at].text, noun) {
		r.subject = clean(noun)
		x.say(r, "主语在数里：", noun)
		return
	}
	if r.nounFollows() || c.shareOf(r) {
		r.subject = clean(c.counted(r.after))
		x.say(r, "主语在数后：", r.subject)
		if r.subject != "" {
			return
		}
	}
	if p := c.repeated(r); p[0] < p[1] {
		r.subject = clean(c.phrase(p))
		x.say(r, "多少次做什么：", r.subject)
		return
	}
	if names := x.eachName(c, r); len(names) > 1 {
		r.subject, r.tail = names[0], names[1:]
		x.say(r, "一个数说几个主语", "")
		return
	}
	if r.of && r.after[0] < r.after[1] && c.measures(r) {
		r.subject = clean(c.counted(r.after))
		x.say(r, "数额说的是后面的东西：", r.subject)
		return
	}
	if p := c.listed(r); p[0] < p[1] && c.relative(r) == [2]int{} {
		r.before.noun = p
	}
	r.subject = clean(c.phrase(r.before.noun))
	if p := c.relative(r); r.subject == "" && p[0] < p[1] {
		r.subject = clean(c.phrase(p))
		x.say(r, "主语在定语之后：", r.subject)
		return
	}
	if whole := x.completes(c, r); whole != "" {
		r.subject = clean(whole + r.subject)
	}
	if x.resolves(c, rs, r) {
		r.subject = ""
	}
	if r.subject != "" {
		x.say(r, "主语在数前：", r.subject)
		return
	}
	if n := c.lent(rs, r); n != nil {
		r.subject = clean(c.counted(n.after))
		x.say(r, "与后一数共用主语：", r.subject)
		return
	}
	x.carried(c, r)
}

// carried takes the subject over from the value or clause before.
func (x *scene) carried(c *clause, r *reading) {
	r.carried = true
	if isPeople(r.value.Value.Unit) && c.bareHead(r.at) {
		r.subject = "人员"
		x.say(r, "只说多少人", "")
		return
	}
	if r.unit&isConcrete != 0 && !isPeople(r.value.Value.Unit) {
		r.subject = r.value.Value.Unit
		x.say(r, "量词即主语：", r.subject)
		return
	}
	if name := c.classed(x.flow.subject, r); name != "" && !x.flow.verbal {
		r.subject, r.classed = name, true
		x.say(r, "前面那些里的一类：", name)
		return
	}
	own := c.topic()
	if own[0] == own[1] {
		own = c.object()
	}
	switch {
	case r.from == 0 && own[0] < own[1] && own[1] < r.at && c.has(isList, own[1], r.at):
		r.subject = clean(c.phrase(c.withoutGrowth(own)))
		x.say(r, "主语在分句之首：", r.subject)
	case r.value.Type == report.MentionMoney && r.at == r.from+1 && c.words[r.from].is(isEither):
		r.subject = clean(c.words[r.from].text)
		x.say(r, "动作即主语：", r.subject)
	case len(x.flow.topic) > 0:
		r.subject = x.flow.topic[len(x.flow.topic)-1]
		x.say(r, "主语承前句：", r.subject)
	case x.flow.thing[0] != "" && r.value.Type == report.MentionCount &&
		x.flow.thing[1] == r.value.Value.Unit && (x.flow.unit == moneyUnit || x.flow.unit == ""):
		r.subject = x.flow.thing[0]
		x.say(r, "承前数过的东西：", r.subject)
	case r.before.share && c.v.of(r.before.action)&isReached != 0 && c.shared(r) != [2]int{}:
		r.subject = clean(c.phrase(c.shared(r)))
		x.say(r, "主语是整体：", r.subject)
	case x.flow.subject != "" && !(x.flow.verbal && r.before.action != "" && !r.before.up &&
		!r.before.down):
		r.subject = x.flow.subject
		r.verbal = x.flow.verbal
		x.say(r, "主语承前：", r.subject)
	case r.after[0] < r.after[1]:
		r.subject = clean(c.counted(r.after))
	case x.flow.prior[0] != "" && x.flow.prior[1] == r.value.Value.Unit && x.flow.about == "":
		r.subject = x.flow.prior[0]
		x.say(r, "主语承前一句：", r.subject)
	case x.flow.about != "":
		r.subject = x.flow.about
		x.say(r, "主语承前句的宾语：", r.subject)
	default:
		r.subject = clean(r.before.action)
		r.verbal = true
		x.say(r, "无主语，取动作：", r.subject)
	}
}

// classed returns the name of those things counted before that are of the class
// said directly before the value: of 工业项目33个，其中亿元以上10个, 亿元以上工业项目.
func (c *clause) classed(things string, r *reading) string {
	class := c.at(r.at - 1)
	if things == "" || r.value.Type != report.MentionCount || !class.is(isName) || !c.v.affixes.which.end(class.text) {
		return ""
	}
	name := class.text
	for _, end := range c.v.affixes.which.words {
		if c.v.of(end)&isOf != 0 {
			name = strings.TrimSuffix(name, end)
		} else if i := strings.LastIndex(things, end); i >= 0 {
			things = things[i+len(end):]
		}
	}
	return clean(name + things)
}

// moneyUnit is the unit of what things counted may have cost, told between one
// count of them and the next.
const moneyUnit = "元"

// say notes a step that led to the reading, if anybody asks for them.
func (x *scene) say(r *reading, why, about string) {
	if x.telling {
		r.why = append(r.why, why+about)
	}
}

// goesOnAs returns the subject later values take over: of 绿电外送拓展至22个省,
// what is extended, not the provinces.
func (c *clause) goesOnAs(r *reading) string {
	if r.before.level && r.nounFollows() {
		if s := clean(c.phrase(r.before.noun)); s != "" {
			return s
		}
	}
	return r.subject
}

// withoutGrowth drops a growth noun at the end of a phrase: 收入增速.
func (c *clause) withoutGrowth(p [2]int) [2]int {
	for p[1] > p[0]+1 && c.words[p[1]-1].is(isGrowthNoun) {
		p[1]--
	}
	return p
}

// completes returns the subject before, where the noun of the value only says
// how much of it (总量, 提升幅度); else nothing.
func (x *scene) completes(c *clause, r *reading) string {
	b, whole := r.before, x.flow.subject
	if whole == "" || x.flow.verbal {
		whole = x.flow.about
	}
	if b.empty() || whole == "" || strings.HasSuffix(whole, c.words[b.noun[1]-1].text) {
		return ""
	}
	if !c.bareAmount(b.noun) {
		return ""
	}
	if utf8.RuneCountInString(whole+r.subject) > longestSubject {
		return ""
	}
	return whole
}

// bareAmount tells whether a phrase only says how much: 总量.
func (c *clause) bareAmount(p [2]int) bool {
	for _, w := range c.words[p[0]:p[1]] {
		if !w.is(isBareAmount) {
			return false
		}
	}
	return true
}

// resolves tells whether the noun of the value is only what was done to the
// things counted before: 问题18个，已完成整改17个.
func (x *scene) resolves(c *clause, rs []reading, r *reading) bool {
	b := r.before
	if b.empty() || x.flow.subject == "" || x.flow.verbal || b.acting < 0 ||
		r.value.Type != report.MentionCount || r.value.Value.Unit != x.unitBefore(rs, r) ||
		!c.words[b.acting].is(isReached) {
		return false
	}
	for _, w := range c.words[b.noun[0]:b.noun[1]] {
		if !w.is(isEither) || w.is(isAmountNoun) {
			return false
		}
	}
	return true
}

// unitBefore returns the unit of the value before r.
func (x *scene) unitBefore(rs []reading, r *reading) string {
	unit := x.flow.unit
	for i := range rs {
		if one := &rs[i]; one.at < r.at && one.skip == "" {
			unit = one.value.Value.Unit
		}
	}
	return unit
}

// bareHead tells whether nothing that names a thing stands before word at.
func (c *clause) bareHead(at int) bool {
	for _, w := range c.words[:at] {
		if !w.is(isScope|isAdverb|isTime) && !w.plays(isHaving) {
			return false
		}
	}
	return true
}

func isPeople(unit string) bool { return unit == "人" || unit == "名" || unit == "人次" }
