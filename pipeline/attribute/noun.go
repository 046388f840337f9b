package attribute

import "taizhang/report"

// nounBefore returns the noun phrase that ends before word end.
func (c *clause) nounBefore(end, from int) [2]int {
	i := end
	for i > from {
		w := &c.words[i-1]
		switch {
		case c.noun(i - 1):
		case w.is(isOf|isList|isConjunction) && i < end && i-2 >= from && c.noun(i-2):
			if !w.is(isOf) && c.words[i-2].is(isEtc) {
				return [2]int{i, end}
			}
		case w.is(isGap) && i < end && i-2 >= from && c.noun(i-2):
			// 好于Ⅲ类水体比例: a grade, not the gap of this value.
		case w.leads() && i < end && i-2 >= from && c.noun(i-2) && c.stretch(end):
			// S210柳林至白石段: from where to where.
		case w.is(isVerb) && i < end && i == end-1 && c.words[i].is(isBareAmount):
			// 死亡人数, 提升幅度: the verb says of what.
		default:
			return [2]int{i, end}
		}
		i--
	}
	return [2]int{i, end}
}

// nounAfter returns the noun phrase that starts at word at, before limit. A
// leading 的 is skipped.
func (c *clause) nounAfter(at, limit int) [2]int {
	if at < limit && c.words[at].is(isOf) {
		at++
	}
	i := at
	for i < limit {
		w := &c.words[i]
		joins := w.is(isOf | isList | isConjunction)
		switch {
		case i > at && c.at(i+1).is(isDone):
			return [2]int{at, i} // 10个县通了高速: what 了 follows is an action
		case i == at && w.is(isEither):
		case w.is(isEither) && c.predicate(i, limit):
			return [2]int{at, i}
		case c.noun(i) || w.is(isEither):
		case joins && i > at && i+1 < limit && (c.noun(i+1) || c.words[i+1].is(isEither)):
		default:
			return [2]int{at, i}
		}
		i++
	}
	return [2]int{at, i}
}

// predicate tells whether word i, which can be action or noun, is the action of
// the noun before it: an object or 了 follows.
func (c *clause) predicate(i, limit int) bool {
	return i+1 < limit && c.words[i+1].is(isDone|isValue|isReach|isUp|isDown)
}

// actionBefore fills in the verbs that govern the noun phrase of a.
func (c *clause) actionBefore(a *approach, from int) {
	if a.action != "" {
		return
	}
	i := a.noun[0] - 1
	for i >= from && c.words[i].is(isOf|isDone|isEtc) {
		i--
	}
	// A list of names may stand between: 建成了柳荫小学、滨江二小等.
	for i >= from && (c.noun(i) || c.words[i].is(isList|isConjunction|isOf)) {
		i--
	}
	for ; i >= from; i-- {
		w := &c.words[i]
		switch {
		case w.is(isVerb) || w.is(isEither|isUp|isDown):
			a.act(w.text, i)
		case w.is(isList|isConjunction) && a.action != "" && i > from &&
			c.words[i-1].is(isVerb|isEither):
			a.action = w.text + a.action
		case w.is(isDone) && a.action == "":
		default:
			return
		}
	}
}

// text joins words [from, to).
func (c *clause) text(p [2]int) string {
	if p[0] >= p[1] {
		return ""
	}
	words := c.words[p[0]:p[1]]
	s := words[0].text
	for i := 1; i < len(words); i++ {
		s = joined(c.body, s, words[i].text, report.Span{Start: words[0].span.Start, End: words[i].span.End})
	}
	return s
}

// stretch tells whether the noun before word end is a stretch of a road.
func (c *clause) stretch(end int) bool { return c.v.affixes.stretch.end(c.words[end-1].text) }
