package attribute

import (
	"slices"

	"taizhang/report"
)

// reading is what the clause around one value says of it.
type reading struct {
	at      int // place of the value in the clause
	mention int
	value   *report.Mention
	before  approach
	after   [2]int // noun phrase after the value
	fromEnd bool   // the A of 由A增加到B
	toEnd   bool   // the B
	of      bool   // 的 follows the value
	unit    class  // classes of the unit's word
	from    int    // first word of its left context

	subject string
	carried bool     // the subject was taken over
	grouped bool     // it stands beside a value before it: 分别增长6%和8%
	verbal  bool     // the subject is only the verb
	classed bool     // a class of the things counted before: 其中10亿元以上3个
	scope   string   // of a rank
	tail    []string // names sharing the value: X、Y均
	skip    string
	why     []string
}

// read reads the clause around each of its values, into a list used again.
func (c *clause) read(out []reading, at []int, s *report.Sentence) []reading {
	out = slices.Grow(out[:0], len(at))[:len(at)]
	from := 0
	for k, p := range at {
		r := &out[k]
		*r = reading{at: p, mention: c.words[p].mention, from: from}
		r.value = c.v.asValue(&s.Mentions[r.mention], c.words[p].text)
		if k+1 < len(at) && c.adjoin(p, at[k+1]) {
			r.value = sharedUnit(r.value, &s.Mentions[c.words[at[k+1]].mention])
		}
		c.approach(r)
		limit := len(c.words)
		if k+1 < len(at) {
			limit, from = c.split(p, at[k+1], r.before.touching && !r.before.empty())
			if s.Mentions[c.words[at[k+1]].mention].Type == report.MentionRank && from == at[k+1] {
				limit, from = c.withoutScope(p+1, limit), p+1
			}
		}
		r.of = p+1 < limit && c.words[p+1].is(isOf)
		r.after = c.nounAfter(p+1, limit)
		if r.after[0] == r.after[1] && r.value.Value.Unit == "" && p+2 < limit && c.noun(p+2) {
			// No measure word: a noun must follow, whatever it begins with.
			r.after = [2]int{p + 1, c.nounAfter(p+2, limit)[1]}
		}
	}
	return out
}

// sharedUnit gives the first of 1.1个和3.4个百分点 the unit of the second.
func sharedUnit(m, next *report.Mention) *report.Mention {
	if m.Type == report.MentionCount && m.Value.Unit == "个" &&
		next.Type == report.MentionRatio && next.Value.Unit == "百分点" {
		shared := *m
		shared.Type, shared.Value.Unit = next.Type, next.Value.Unit
		return &shared
	}
	return m
}

// withoutScope returns the end of [from, to) without words like 全国 there: of
// 80种产品产能全国第一, they belong to the rank.
func (c *clause) withoutScope(from, to int) int {
	for to > from && c.words[to-1].is(isScope) {
		to--
	}
	return to
}

// approach reads what leads up to the value.
func (c *clause) approach(r *reading) {
	if r.value.Type == report.MentionRank {
		r.before, r.scope = c.approachToRank(r.at, r.from)
		return
	}
	r.before = c.approachTo(r.at, r.from, r.isRatio())
}

func (r *reading) isRatio() bool { return r.value.Type == report.MentionRatio }

// nounFollows tells whether the value counts the noun after it rather than the
// one before.
func (r *reading) nounFollows() bool {
	b := r.before
	switch {
	case r.after[0] == r.after[1] || b.up || b.down || b.gap || b.share:
		return false
	case r.value.Type == report.MentionRank:
		return false
	case r.value.Type == report.MentionCount && !r.of:
		return true
	}
	return b.empty() || b.action != "" && !b.level && !r.of
}
