package attribute

import (
	"strings"

	"taizhang/report"
)

// longestMembers is how many names of an enumeration are kept.
const longestMembers = 50

// members returns the names or kinds listed with a count: before it (柳荫小学、
// 滨江二小扩建等4个学校项目; 柳树、河口2个镇) or after it (3个中心，即A、B、C).
// Money, lengths and areas are no lists.
func (x *scene) members(c *clause, r *reading) []string {
	if r.value.Type != report.MentionCount {
		return nil
	}
	if names := c.listedBefore(r); names != nil {
		return names
	}
	return x.listedAfter(c, r)
}

// listedBefore returns the names that lead up to a count. Without 等 they are
// told by their number.
func (c *clause) listedBefore(r *reading) []string {
	end, direct := r.at, r.nounFollows()
	if !direct {
		end = r.before.noun[0]
	}
	if end <= r.from {
		return nil
	}
	open := c.words[end-1].is(isEtc)
	if open {
		end--
	} else if !direct {
		return nil
	}
	names := c.names(c.listStart(end, r.from), end)
	switch {
	case !open && !r.tells(len(names)):
		return nil
	case !direct && len(names) < 2:
		return nil // 计算机等紧缺专业教师12名: one kind, to say which teachers
	}
	return names
}

// listStart returns the first word of the list that ends before word end.
func (c *clause) listStart(end, from int) int {
	const stops = isVerb | isValue | isTime | isDone | isAdverb | isAmong | isPreposition
	start := end
	for start > from {
		w := &c.words[start-1]
		// 幕墙安装、: the verb ends a name.
		closes := w.is(isVerb) && start-1 > from && c.noun(start-2) &&
			(start == end || c.words[start].is(isList|isConjunction))
		if w.is(stops) && !w.is(isName|isFixed) && !closes {
			break
		}
		start--
	}
	for start < end && c.words[start].is(isOf|isList|isConjunction) {
		start++
	}
	return start
}

// names returns the names of the list of words [from, to). 和 divides only the
// last two of a list that has 、; titles and quotes side by side are a list.
func (c *clause) names(from, to int) []string {
	var out []string
	listed := c.has(isList, from, to)
	start := from
	for i := from; i <= to && len(out) < longestMembers; i++ {
		ends := i == to || c.words[i].is(isList) ||
			c.words[i].is(isConjunction) && listed && !c.has(isList, i, to)
		abuts := !ends && i > start && c.words[i].is(isName) && c.words[i-1].is(isName) &&
			strings.HasPrefix(c.words[i].text, "《")
		if !ends && !abuts {
			continue
		}
		if name := clean(c.text([2]int{start, i})); name != "" {
			out = append(out, name)
		}
		start = i
		if ends {
			start = i + 1
		}
	}
	return out
}

// tells tells whether so many names are all that the value counts.
func (r *reading) tells(names int) bool {
	v := r.value.Value
	return names > 1 && v.Bound == report.Exact && v.Max.Equal(report.Whole(int64(names)))
}

// listedAfter returns the names that follow a count in brackets or after 即,
// 包括 or 分别是, if they are as many as it says.
func (x *scene) listedAfter(c *clause, r *reading) []string {
	next := c.naming(r)
	if len(next.words) == 0 {
		next = x.clauseAfter(&c.words[r.at])
	}
	end := len(next.words)
	if end == 0 || next.has(isValue, 0, end) {
		return nil
	}
	start, named := 0, next.depth > 0
	for start < end && next.words[start].is(isNaming|isAdverb|isManner|isRespective) {
		named = named || next.words[start].is(isNaming)
		start++
	}
	if !named {
		return nil
	}
	for end > start && next.words[end-1].is(isEtc) {
		end--
	}
	if names := next.names(start, end); r.tells(len(names)) {
		return names
	}
	return nil
}

// naming returns the words after the value from 是, 即 on.
func (c *clause) naming(r *reading) clause {
	for i := r.after[1]; i > r.at && i < len(c.words); i++ {
		switch {
		case c.words[i].is(isNaming):
			return clause{v: c.v, body: c.body, words: c.words[i:]}
		case !c.words[i].is(isAdverb | isManner | isRespective):
			return clause{}
		}
	}
	return clause{}
}

// clauseAfter returns the clause after the one the word stands in, if no value
// stands between them.
func (x *scene) clauseAfter(w *word) clause {
	for _, c := range x.cutter.done {
		if len(c.words) == 0 || c.words[0].span.Start < w.span.End {
			continue
		}
		for i := range x.words {
			if other := &x.words[i]; other.is(isValue) && other.span.Start >= w.span.End &&
				other.span.End <= c.words[0].span.Start {
				return clause{}
			}
		}
		return c
	}
	return clause{}
}
