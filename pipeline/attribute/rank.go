package attribute

import "taizhang/pipeline/lexicon"

// approachToRank reads leftwards from a rank: scope (全国), rank verb (居), and
// the noun before it. It returns the scope too.
func (c *clause) approachToRank(p, from int) (approach, string) {
	a := approach{acting: -1}
	k := p - 1
	for k >= from && !c.words[k].is(isRankVerb|isValue) {
		k--
	}
	scope := ""
	if k >= from && c.words[k].is(isRankVerb) {
		scope = c.scope(k+1, p)
		a.action, a.each = c.v.rankVerb(c.words[k].text), c.words[k].is(isEach)
		k--
	} else {
		for k = p - 1; k >= from && c.words[k].is(isScope); k-- {
			scope = c.words[k].text + scope
		}
	}
	k = c.leading(k, from, &a)
	a.up, a.down = false, false
	a.noun = c.nounBefore(k+1, from)
	if end := c.withoutScope(a.noun[0], a.noun[1]); end < a.noun[1] && scope == "" {
		scope = c.text([2]int{end, a.noun[1]}) // 覆盖率全省排名第一
		a.noun[1] = end
	}
	return a, scope
}

// rankVerb returns the verb at the end of a word like 均居.
func (v *vocabulary) rankVerb(text string) string {
	_, first := lexicon.Rune(text)
	if v.of(text)&isEach != 0 && v.of(text[first:])&isRankVerb != 0 {
		return text[first:]
	}
	return text
}

// scope returns the words between rank verb and rank, without 至, 在.
func (c *clause) scope(from, to int) string {
	s := ""
	for _, w := range c.words[from:to] {
		if !w.is(isReach | isPreposition | isOf) {
			s += w.text
		}
	}
	return s
}
