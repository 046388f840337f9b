package attribute

import (
	"strings"

	"taizhang/report"
)

// run returns the end of the readings from i on that stand side by side, joined
// by 、 or 和 alone: 分别增长9.2%、8.2%和12%.
func (c *clause) run(rs []reading, i int) int {
	for i+1 < len(rs) && c.adjoin(rs[i].at, rs[i+1].at) && rs[i].value.Type == rs[i+1].value.Type {
		i++
	}
	return i + 1
}

// adjoin tells whether nothing but 、 or 和 stands between two values.
func (c *clause) adjoin(first, second int) bool {
	return second == first+2 && c.words[first+1].is(isList|isConjunction)
}

// heads splits the list of nouns that ends before word end into its names, as
// long as there are n; the tail the last one has is lent to the others:
// 化学需氧量、二氧化硫排放量 are 化学需氧量排放量 and 二氧化硫排放量. It
// returns nil where the list has another length.
func (c *clause) heads(from, end, n int) []string {
	for _, joints := range []class{isList | isConjunction, isList, isConjunction} {
		parts := c.parts(from, end, joints)
		if len(parts) > 1 && (n == 0 || len(parts) == n) {
			return c.named(parts)
		}
	}
	return nil
}

// parts returns the noun phrases between the joints in [from, end).
func (c *clause) parts(from, end int, joints class) [][2]int {
	var out [][2]int
	start := from
	for i := from; i <= end; i++ {
		if i < end && !c.words[i].is(joints) {
			continue
		}
		if p := c.nameBefore(i, start); p[0] < p[1] {
			out = append(out, p)
		} else {
			out = nil
		}
		start = i + 1
	}
	return out
}

// nameBefore returns the noun phrase before word end, or where that is an
// action (专职保安配备, 立项批复), the noun with the action.
func (c *clause) nameBefore(end, from int) [2]int {
	if p := c.nounBefore(end, from); p[0] < p[1] {
		return p
	}
	i := end
	for i > from && c.words[i-1].is(isVerb|isEither|isUp|isDown) {
		i--
	}
	return [2]int{c.nounBefore(i, from)[0], end}
}

func (c *clause) named(parts [][2]int) []string {
	tail := c.lentTail(parts)
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = clean(c.phrase(p))
		if i+1 < len(parts) && !c.words[p[1]-1].is(isAmountNoun) {
			out[i] = clean(out[i] + tail)
		}
	}
	return out
}

// lentTail returns what the last name of a list lends to those before it: its
// last words that only say how much, or where the others are as short as its
// first word (城镇、农村居民收入), all but that.
func (c *clause) lentTail(parts [][2]int) string {
	last := parts[len(parts)-1]
	from := last[1]
	for from > last[0]+1 && c.lends(&c.words[from-1]) {
		from--
	}
	first := parts[0]
	if first[1]-first[0] == 1 && last[1]-last[0] > 2 &&
		len(c.words[first[0]].text) == len(c.words[last[0]].text) {
		from = last[0] + 1
	}
	for k := last[0]; k < from; k++ {
		if endAlike(c.words[k].text, c.words[first[1]-1].text) {
			from = k + 1 // 城镇居民、农村居民人均收入
		}
	}
	if from == last[0] {
		return ""
	}
	return c.text([2]int{from, last[1]})
}

// endAlike tells whether two words end in the same two characters.
func endAlike(a, b string) bool {
	const two = 6 // bytes
	return len(a) >= two && len(b) >= two && a[len(a)-two:] == b[len(b)-two:]
}

// lends tells whether w only says how much: 产值, 排放量.
func (c *clause) lends(w *word) bool { return w.is(isAmountNoun) }

// eachName returns the names of a list each of which has the value of its
// own: X、Y均增长5%, or companies with a share.
func (x *scene) eachName(c *clause, r *reading) []string {
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
func (c *clause) organisations(p [2]int) bool {
	for i := p[0]; i < p[1]; i++ {
		if c.words[i].is(isList) {
			return i > p[0] && c.words[i-1].is(isOrgTail)
		}
	}
	return false
}

// respectively gives the values of a group one name of the list each, in
// order. It tells whether the group was settled.
func (x *scene) respectively(c *clause, rs []reading, from, to int) bool {
	group, n := rs[from:to], to-from
	if n < 2 {
		return false
	}
	names := x.names(c, &group[0], n, changesAlone(rs[to:]))
	if len(names) < n {
		return false
	}
	for i, name := range names[n:] {
		rs[to+i].subject, rs[to+i].carried = name, true
	}
	for i := range group {
		r := &group[i]
		r.subject = names[i]
		r.before.action = group[0].before.action
		x.say(r, "分别对应：", names[i])
		x.inherit(r, &group[0])
	}
	return true
}

// changesAlone counts the readings that are changes without a noun of their
// own: of 分别增长3%、5%和下降2天, the last.
func changesAlone(rs []reading) int {
	n := 0
	for n < len(rs) && rs[n].before.empty() && rs[n].before.changes() && rs[n].skip == "" {
		n++
	}
	return n
}

// inherit gives a later value of a group what leads up to the first.
func (x *scene) inherit(r *reading, first *reading) {
	noun := r.before.noun
	r.before = first.before
	r.before.noun = noun
	r.after = [2]int{}
	r.grouped = r != first
}

// names returns the n names that the values of a group belong to, and where
// they stand in the clauses before, those of the changes that follow the group.
func (x *scene) names(c *clause, first *reading, n, more int) []string {
	b := first.before
	if !b.empty() {
		if names := c.heads(b.noun[0], b.noun[1], n); names != nil {
			return names
		}
		if !b.distinct {
			return nil
		}
		if names := c.heads(first.from, b.noun[1], n); names != nil {
			return names
		}
		return x.a.words.partsOf(clean(c.phrase(b.noun)), n)
	}
	leads := b.up || b.down || b.level
	if !b.distinct && (!leads || first.value.Type == report.MentionCount) {
		return nil
	}
	if len(x.flow.topic) == n {
		return x.flow.topic
	}
	like := first.value.Type != report.MentionCount || x.flow.unit == first.value.Value.Unit
	switch k := len(x.flow.recent); {
	case like && k >= n+more:
		return x.flow.recent[k-n-more:]
	case like && k >= n:
		return x.flow.recent[k-n:]
	}
	return nil
}

// partsOf returns the n things a phrase speaks of under one word: 城乡低保标准
// is 城镇低保标准 and 农村低保标准. It is nil where the phrase has no such word.
func (v *vocabulary) partsOf(phrase string, n int) []string {
	for _, j := range v.joint {
		if rest, ok := strings.CutPrefix(phrase, j.word); ok && len(j.parts) == n {
			out := make([]string, n)
			for i, part := range j.parts {
				out[i] = clean(part + rest)
			}
			return out
		}
	}
	return nil
}

// joint is a word for several things: 城乡.
type joint struct {
	word  string
	parts []string
}

// joints reads the list of such words, each as 城乡=城镇+农村.
func joints(lines []string) []joint {
	var out []joint
	for _, line := range lines {
		if word, parts, ok := strings.Cut(line, "="); ok {
			out = append(out, joint{word, strings.Split(parts, "+")})
		}
	}
	return out
}
