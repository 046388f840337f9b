package attribute

import (
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// subjects gives each reading its subject.
func (x *scene) subjects(c clause, rs []reading) {
	for _, group := range runs(c, rs) {
		if x.respectively(c, rs, group) {
			continue
		}
		for k, i := range group {
			r := &rs[i]
			if k > 0 && r.before.empty() && !r.nounFollows() {
				x.inherit(r, rs[group[0]])
			}
			if k > 0 && r.before.empty() && (r.of || !r.nounFollows()) && !rs[group[0]].nounFollows() {
				r.subject, r.carried = rs[group[0]].subject, true
			}
			x.subject(c, rs, r)
			if r.skip == "" && r.subject != "" {
				x.flow.subject, x.flow.verbal, x.flow.topic = r.subject, r.verbal, nil
				x.flow.subject = c.goesOnAs(*r)
			}
		}
	}
}

// subject finds what one value is about.
func (x *scene) subject(c clause, rs []reading, r *reading) {
	if r.skip != "" || r.subject != "" {
		return
	}
	if noun := r.value.Noun; noun != "" && r.value.Value.Unit == "" && strings.HasSuffix(c.words[r.at].text, noun) {
		r.subject = clean(noun)
		r.say("主语在数里：" + noun)
		return
	}
	if r.nounFollows() || c.shareOf(*r) {
		r.subject = clean(c.counted(r.after))
		r.say("主语在数后：" + r.subject)
		if r.subject != "" {
			return
		}
	}
	if p := c.repeated(*r); p[0] < p[1] {
		r.subject = clean(c.phrase(p))
		r.say("多少次做什么：" + r.subject)
		return
	}
	if names := x.eachName(c, *r); len(names) > 1 {
		r.subject, r.tail = names[0], names[1:]
		r.say("一个数说几个主语")
		return
	}
	r.subject = clean(c.phrase(r.before.noun))
	if p := c.relative(*r); r.subject == "" && p[0] < p[1] {
		r.subject = clean(c.phrase(p))
		r.say("主语在定语之后：" + r.subject)
		return
	}
	if whole := x.completes(c, *r); whole != "" {
		r.subject = clean(whole + r.subject)
	}
	if x.resolves(c, *r) {
		r.subject = ""
	}
	if r.subject != "" {
		r.say("主语在数前：" + r.subject)
		return
	}
	if n := c.lent(rs, r); n != nil {
		r.subject = clean(c.counted(n.after))
		r.say("与后一数共用主语：" + r.subject)
		return
	}
	x.carried(c, r)
}

// carried takes the subject over from the value or clause before.
func (x *scene) carried(c clause, r *reading) {
	r.carried = true
	if isPeople(r.value.Value.Unit) && c.bareHead(r.at) {
		r.subject = "人员"
		r.say("只说多少人")
		return
	}
	own := c.topic()
	if own[0] == own[1] {
		own = c.object()
	}
	switch {
	case r.from == 0 && own[0] < own[1] && own[1] < r.at && c.has(isList, own[1], r.at):
		r.subject = clean(c.phrase(c.withoutGrowth(own)))
		r.say("主语在分句之首：" + r.subject)
	case r.value.Type == report.MentionMoney && r.at == r.from+1 && c.words[r.from].is(isEither):
		r.subject = clean(c.words[r.from].text)
		r.say("动作即主语：" + r.subject)
	case len(x.flow.topic) > 0:
		r.subject = x.flow.topic[len(x.flow.topic)-1]
		r.say("主语承前句：" + r.subject)
	case x.flow.subject != "" && !(x.flow.verbal && r.before.action != "" && !r.before.up && !r.before.down):
		r.subject = x.flow.subject
		r.verbal = x.flow.verbal
		r.say("主语承前：" + r.subject)
	case r.after[0] < r.after[1]:
		r.subject = clean(c.counted(r.after))
	case x.flow.prior[0] != "" && x.flow.prior[1] == r.value.Value.Unit && x.flow.about == "":
		r.subject = x.flow.prior[0]
		r.say("主语承前一句：" + r.subject)
	case x.flow.about != "":
		r.subject = x.flow.about
		r.say("主语承前句的宾语：" + r.subject)
	default:
		r.subject = clean(r.before.action)
		r.verbal = true
		r.say("无主语，取动作：" + r.subject)
	}
}

// lent returns the next value where its noun serves this one too: 首批12项及
// 第二批14项重点改革.
func (c clause) lent(rs []reading, r *reading) *reading {
	for i := range rs {
		n := &rs[i]
		if n.at <= r.at {
			continue
		}
		if n.value.Value.Unit == r.value.Value.Unit && n.nounFollows() && c.at(r.at+1).is(isList|isConjunction) {
			return n
		}
		return nil
	}
	return nil
}

func (r *reading) say(why string) { r.why = append(r.why, why) }

// shareOf tells whether the value is a part of the noun after it: 80%以上的行政村,
// but not 5%的速度.
func (c clause) shareOf(r reading) bool {
	b := r.before
	if !r.isRatio() || !r.of || r.after[0] == r.after[1] || b.up || b.down || b.gap || b.share || b.doubled {
		return false
	}
	return !c.words[r.after[1]-1].is(isPlanTail | isDegree | isAmountNoun)
}

// repeated returns what was done so many times, where it stands after the
// value: 4次提高养老金.
func (c clause) repeated(r reading) [2]int {
	next := c.at(r.at + 1)
	if r.value.Value.Unit != "次" || !r.before.empty() || !next.is(isVerb|isEither|isUp|isDown) {
		return [2]int{}
	}
	return c.nounAfter(r.at+2, len(c.words))
}

// relative returns the noun at the end of a description that follows a count:
// 15种可以通过接种预防的传染病.
func (c clause) relative(r reading) [2]int {
	if r.value.Type != report.MentionCount || r.after[0] < r.after[1] || !c.at(r.at+1).is(isAdverb|isVerb) {
		return [2]int{}
	}
	for i := r.at + 1; i < len(c.words) && !c.words[i].is(isValue); i++ {
		if p := c.nounAfter(i+1, len(c.words)); c.words[i].is(isOf) && p[0] < p[1] {
			return p
		}
	}
	return [2]int{}
}

// goesOnAs returns the subject later values take over: of 绿电外送拓展至22个省,
// what is extended, not the provinces.
func (c clause) goesOnAs(r reading) string {
	if r.before.level && r.nounFollows() {
		if s := clean(c.phrase(r.before.noun)); s != "" {
			return s
		}
	}
	return r.subject
}

// withoutGrowth drops a growth noun at the end of a phrase: 收入增速.
func (c clause) withoutGrowth(p [2]int) [2]int {
	for p[1] > p[0]+1 && c.words[p[1]-1].is(isGrowthNoun) {
		p[1]--
	}
	return p
}

// completes returns the subject before, where the noun of the value only says
// how much of it (总量, 提升幅度); else nothing.
func (x *scene) completes(c clause, r reading) string {
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
func (c clause) bareAmount(p [2]int) bool {
	for _, w := range c.words[p[0]:p[1]] {
		if !w.is(isBareAmount) {
			return false
		}
	}
	return true
}

// resolves tells whether the noun of the value is only what was done to the
// things counted before: 问题18个，已完成整改17个.
func (x *scene) resolves(c clause, r reading) bool {
	b := r.before
	if b.empty() || x.flow.subject == "" || x.flow.verbal || r.from > 0 ||
		r.value.Value.Unit != x.flow.unit || r.value.Type != report.MentionCount || b.acting < 0 ||
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

// eachName returns the names of a list each of which has the value of its
// own: X、Y均增长5%, or companies with a share.
func (x *scene) eachName(c clause, r reading) []string {
	b := r.before
	if b.empty() && b.each && len(x.flow.beside) > 1 {
		return x.flow.beside
	}
	if b.empty() || !b.each && !c.organisations(b.noun) {
		return nil
	}
	if b.each {
		return c.heads(r.from, b.noun[1], 0)
	}
	return c.heads(b.noun[0], b.noun[1], 0)
}

// organisations tells whether the phrase is a list that begins with the name
// of an organisation.
func (c clause) organisations(p [2]int) bool {
	for i := p[0]; i < p[1]; i++ {
		if c.words[i].is(isList) {
			return i > p[0] && c.words[i-1].is(isOrgTail)
		}
	}
	return false
}

// respectively gives the values of a group one name of the list each, in
// order. It tells whether the group was settled.
func (x *scene) respectively(c clause, rs []reading, group []int) bool {
	n := len(group)
	if n < 2 {
		return false
	}
	names := x.names(c, rs[group[0]], n)
	if len(names) != n {
		return false
	}
	for k, i := range group {
		rs[i].subject = names[k]
		rs[i].before.action = rs[group[0]].before.action
		rs[i].say("分别对应：" + names[k])
		x.inherit(&rs[i], rs[group[0]])
	}
	return true
}

// inherit gives a later value of a group what leads up to the first.
func (x *scene) inherit(r *reading, first reading) {
	noun := r.before.noun
	r.before = first.before
	r.before.noun = noun
	r.after = [2]int{}
}

// names returns the n names that the values of a group belong to.
func (x *scene) names(c clause, first reading, n int) []string {
	b := first.before
	if !b.empty() {
		if names := c.heads(b.noun[0], b.noun[1], n); names != nil {
			return names
		}
		if b.distinct {
			return c.heads(first.from, b.noun[1], n)
		}
		return nil
	}
	if !b.distinct && !b.up && !b.down || first.value.Type == report.MentionCount && !b.distinct {
		return nil
	}
	if len(x.flow.topic) == n {
		return x.flow.topic
	}
	if k := len(x.flow.recent); k >= n {
		return x.flow.recent[k-n:]
	}
	return nil
}

// bareHead tells whether nothing that names a thing stands before word at.
func (c clause) bareHead(at int) bool {
	for _, w := range c.words[:at] {
		if !w.is(isScope|isAdverb|isTime) && w.text != "有" {
			return false
		}
	}
	return true
}

func isPeople(unit string) bool { return unit == "人" || unit == "名" || unit == "人次" }
