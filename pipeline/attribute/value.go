package attribute

import (
	"slices"

	"taizhang/report"
)

// clause attributes the values and deadlines of one clause.
func (x *scene) clause(c *clause) {
	x.before = handed{x.flow.topic, x.flow.about, x.flow.subject}
	x.at = c.values(x.at[:0])
	x.readings = c.read(x.readings, x.at, x.s)
	rs := x.readings
	for i := range rs {
		rs[i].unit = x.a.words.of(rs[i].value.Value.Unit)
	}
	c.attributive(rs)
	c.pairs(rs)
	for i := range rs {
		if rs[i].skip == "" {
			rs[i].skip = c.whySkip(rs, i)
		}
	}
	x.subjects(c, rs)
	when := x.times(c)
	for i := range rs {
		x.value(c, &rs[i], when)
	}
	x.deadlines(c, rs, when)
	x.keepTime(c, rs, when)
	x.settle(c, rs)
	x.leave(c, rs)
}

// kindOf returns the kind of fact that quantities of a type make, "" for none.
func kindOf(t report.MentionType) report.Kind {
	switch t {
	case report.MentionMoney:
		return report.KindAmount
	case report.MentionRatio:
		return report.KindRatio
	case report.MentionCount:
		return report.KindCount
	case report.MentionRank:
		return report.KindRank
	case report.MentionMeasure, report.MentionDuration, report.MentionTime:
		return report.KindMeasure // of the last two only where a clause measures them
	}
	return ""
}

// value makes the attributions of one value: one a subject.
func (x *scene) value(c *clause, r *reading, when []timeAt) {
	if r.skip != "" {
		x.skip(r.mention, r.skip)
		return
	}
	m := x.begin(r.mention)
	out := &m.Attribution
	out.Kind, out.Value, out.Subject = kindOf(r.value.Type), r.value.Value, r.subject
	out.Action, out.Scope, out.Why = x.action(c, r), r.scope, r.why
	x.frequency(c, r, out)
	stated := x.time(c, r, when, out)
	x.compare(c, r, out)
	out.Members = x.members(c, r)
	x.promise(c, r.at, out)
	m.whole, m.part = x.wholeOf(c, r, out)
	part := m.part
	for _, subject := range r.tail {
		x.made = append(x.made, x.made[len(x.made)-1])
		out = &x.made[len(x.made)-1].Attribution
		out.Subject = subject
	}
	x.hand(c, r, out)
	if !part && !c.has(isAmong, 0, r.at) {
		x.keepWhole(r, out)
	}
	if x.flow.listing {
		return
	}
	x.flow.modality, x.flow.planned, x.flow.handed = "", "", false
	if stated {
		x.flow.modality, x.flow.planned = out.Modality, out.Action
	}
}

// frequency makes a count after 每周 a frequency.
func (x *scene) frequency(c *clause, r *reading, out *report.Attribution) {
	if out.Kind != report.KindCount {
		return
	}
	for i := r.at - 1; i >= 0; i-- {
		switch w := &c.words[i]; {
		case w.is(isValue):
			return
		case w.is(isEvery):
			out.Kind = report.KindFrequency
			out.Value.Per = x.s.Mentions[w.mention].Value.Per
			return
		}
	}
}

// action returns the verb of a value: its own, or after 、 the one before.
func (x *scene) action(c *clause, r *reading) string {
	if r.before.action != "" {
		return r.before.action
	}
	if r.nounFollows() {
		if v := c.verbAfter(r.after[1]); v != "" {
			return v
		}
	}
	if r.from > 0 && c.words[r.from-1].is(isList|isConjunction) {
		return x.flow.action
	}
	return ""
}

// verbAfter returns the verbs that follow directly at word i: 竣工交付.
func (c *clause) verbAfter(i int) string {
	for i < len(c.words) && c.words[i].is(isAdverb|isTime|isManner|isPreposition) {
		i++
	}
	from := i
	for ; i < len(c.words) && c.words[i].is(isVerb|isEither); i++ {
	}
	return c.text([2]int{from, i})
}

// hand notes what the next value may take over.
func (x *scene) hand(c *clause, r *reading, out *report.Attribution) {
	f := &x.flow
	f.subject, f.action = c.goesOnAs(r), out.Action
	if !f.holds && !x.owned && !c.has(isAmong, 0, r.at) {
		f.period, f.due = out.Period, out.Due
	}
	f.topic, f.unit = nil, r.value.Value.Unit
	f.recent = append(f.recent, out.Subject)
	if out.Kind == report.KindCount {
		f.thing = [2]string{out.Subject, f.unit}
	}
}

// leave notes what a clause hands on as a whole.
func (x *scene) leave(c *clause, rs []reading) {
	subjects := x.lists[len(x.lists):]
	for i := range rs {
		if r := &rs[i]; r.skip == "" && !slices.Contains(subjects, r.subject) {
			subjects = append(subjects, r.subject)
		}
	}
	if n := len(subjects); n > 0 {
		x.lists = append(x.lists, subjects...)
		subjects = x.lists[len(x.lists)-n : len(x.lists) : len(x.lists)]
		x.flow.beside, x.flow.about = subjects, subjects[n-1]
		return
	}
	x.opens(c)
	if c.words[0].is(isAside) {
		return
	}
	if object := c.object(); object[0] < object[1] {
		x.flow.about = clean(c.phrase(object))
	}
	if topic := c.topic(); topic[0] < topic[1] {
		x.flow.topic = c.heads(topic[0], topic[1], 0)
		if x.flow.topic == nil {
			x.flow.topic = []string{clean(c.phrase(topic))}
		}
	}
}

// opens notes a clause that holds for what follows it: 已建成的主要有：, or
// 1982年同1978年相比.
func (x *scene) opens(c *clause) {
	last := &c.words[len(c.words)-1]
	if c.has(isSettled, 0, len(c.words)) && last.plays(isListing) {
		x.flow.listing, x.flow.modality = true, report.Actual
	}
	if m, _ := x.cue(c, &reading{at: len(c.words)}); m == report.Forecast && c.object()[1] == 0 {
		x.flow.modality, x.flow.planned = m, "" // 预计到年底，……
	}
	if last.plays(isCompared) && c.has(isTime, 0, len(c.words)) {
		x.flow.against = true
		x.flow.pair = x.compares(c)
	}
}

// compares returns the two times of 1982年同1978年相比, the older first.
func (x *scene) compares(c *clause) (pair [2]report.Period) {
	n := 0
	for _, w := range c.words {
		if w.is(isTime) && n < 2 {
			pair[1-n] = x.s.Mentions[w.mention].Period
			n++
		}
	}
	if n < 2 {
		return [2]report.Period{}
	}
	return pair
}

// topic returns the noun phrase a clause begins with, empty if it begins with
// something else.
func (c *clause) topic() [2]int {
	i := 0
	for i < len(c.words) && c.words[i].is(isTime|isAdverb|isAmong) {
		i++
	}
	if i < len(c.words) && c.words[i].is(isEither) && c.acts(i) {
		return [2]int{}
	}
	if p := c.described(i); p[0] < p[1] {
		return p
	}
	p := c.nounAfter(i, len(c.words))
	if p[1]-p[0] == 1 && (c.words[p[0]].is(isName|isPointing) || len(c.words[p[0]].text) <= 3) {
		return [2]int{}
	}
	return p
}

// object returns the noun phrase a clause begins with, after its verbs.
func (c *clause) object() [2]int {
	for i := range c.words {
		if c.noun(i) && !c.words[i].is(isName) || c.words[i].is(isName) && i > 0 {
			return c.nounAfter(i, len(c.words))
		}
	}
	return [2]int{}
}

// promise fills in the strength and the owner of what is promised.
func (x *scene) promise(c *clause, at int, out *report.Attribution) {
	if out.Modality == report.Target {
		out.Strength, out.Owner = c.strength(at), x.owner
	}
}

// described returns the noun phrase at the end of a clause, after what
// describes it: 原定今年投产的项目，…….
func (c *clause) described(from int) [2]int {
	p := c.nounBefore(len(c.words), from)
	if p[0] < p[1]-1 && c.words[p[0]].is(isName) && c.v.affixes.of.end(c.words[p[0]].text) {
		return [2]int{p[0] + 1, p[1]}
	}
	if p[0] <= from || p[0] == p[1] || !c.words[p[0]-1].is(isOf) || c.locates(&c.words[p[1]-1]) {
		return [2]int{}
	}
	if c.bareAmount(p) {
		return [2]int{from, p[1]} // 积累所占的比重，……
	}
	return p
}

// locates tells whether the word says where or when, as 基础上 does.
func (c *clause) locates(w *word) bool { return c.v.affixes.places.end(w.text) }
