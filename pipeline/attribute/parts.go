package attribute

import (
	"strings"

	"taizhang/report"
)

// whole is a value that later ones may be part of.
type whole struct {
	key
	subject string
	unit    string
	change  bool // a rise or fall, no level
}

// longestWholes is how many values before a 其中 are looked at.
const longestWholes = 8

// wholeOf returns the value that this one is part of: after 其中, in a bracket
// or clause that opens with 含, 包括.
func (x *scene) wholeOf(c *clause, r *reading, out *report.Attribution) (of key, part bool) {
	if out.Kind == report.KindRank {
		return key{}, false
	}
	for i := 0; i < r.at; i++ {
		if c.words[i].is(isAmong) {
			if c.depth > 0 && c.before >= 0 {
				return key{x.index, c.before}, true
			}
			return x.flow.wholeFor(whole{
				key{x.index, r.mention}, r.subject, out.Value.Unit, out.Comparison != "",
			})
		}
	}
	if !c.words[0].is(isNaming) {
		return key{}, false
	}
	if c.depth > 0 && c.before >= 0 {
		k := key{x.index, c.before}
		if m := x.madeFor(k); m == nil || m.Value.Unit != out.Value.Unit {
			return key{}, false
		}
		return k, true
	}
	if n := len(x.flow.wholes); n > 0 && x.flow.wholes[n-1].unit == out.Value.Unit &&
		x.flow.wholes[n-1].sentence == x.index {
		return x.flow.wholes[n-1].key, true
	}
	return key{}, false
}

// wholeFor returns which of the values so far is the whole of part: the last
// level in its unit, the last of its name, or for a share or change the last of
// all. A gap in 百分点 is no part.
func (f *flow) wholeFor(part whole) (of key, found bool) {
	n := len(f.wholes)
	if n == 0 || part.unit == "百分点" {
		return key{}, false
	}
	last := &f.wholes[n-1]
	level, named := -1, -1
	for i := n - 1; i >= 0 && f.wholes[i].sentence == last.sentence; i-- {
		w := &f.wholes[i]
		named = nearest(named, i, alike(w.subject, part.subject))
		level = nearest(level, i, !w.change && (w.unit == part.unit || named == i))
	}
	switch {
	case level >= 0 && !part.change:
		return f.wholes[level].key, true
	case named >= 0:
		return f.wholes[named].key, true
	case part.unit != "%":
		return key{}, false // 基金100亿元，其中省级30亿元，投资项目40个
	case part.change || !last.change:
		return last.key, true
	}
	for i := n - 2; i >= 0 && f.wholes[i].subject == last.subject; i-- {
		if !f.wholes[i].change {
			return f.wholes[i].key, true // 收入10亿元、增长5%，其中税收占比七成
		}
	}
	return last.key, true
}

// nearest returns found if it is set, else i where it holds, else -1.
func nearest(found, i int, holds bool) int {
	if found < 0 && holds {
		return i
	}
	return found
}

// alike tells whether the name of a part ends like that of the whole (项目,
// 先进制造业项目) or as it begins (游客人数, 入境游客).
func alike(whole, part string) bool {
	return whole != "" && part != whole &&
		(strings.HasSuffix(part, lastWord(whole)) || strings.HasSuffix(part, firstWord(whole)))
}

// firstWord returns the first two characters of a name.
func firstWord(name string) string {
	r := []rune(name)
	return string(r[:min(2, len(r))])
}

// lastWord returns the last two characters of a name.
func lastWord(name string) string {
	r := []rune(name)
	return string(r[max(0, len(r)-2):])
}

// keepWhole notes a value that later ones may be part of.
func (x *scene) keepWhole(r *reading, out *report.Attribution) {
	if out.Kind == report.KindRank || r.skip != "" {
		return
	}
	f := &x.flow
	if len(f.wholes) >= longestWholes {
		f.wholes = f.wholes[1:]
	}
	f.wholes = append(f.wholes, whole{
		key{x.index, r.mention}, r.subject, out.Value.Unit, out.Comparison != "",
	})
}

// partition finds the parts that are told by their sum alone: of 项目38个，其中
// 续建12个，新建9个，预备17个 the later clauses, and of 学校12所（小学8所、初中4所）
// those in the bracket.
func (x *scene) partition() {
	for i := range x.made {
		m := &x.made[i]
		switch {
		case m.Skip != "" || m.Value.Unit == "":
		case m.part:
			x.sumUp(i, m.whole)
		case m.depth > 0 && m.outer >= 0:
			x.sumUp(i, key{x.index, m.outer})
		}
	}
}

// sumUp makes the values from i on parts of the whole if they add up to it.
func (x *scene) sumUp(i int, whole key) {
	of := x.madeFor(whole)
	if of == nil || of.Value.Unit != x.made[i].Value.Unit {
		return
	}
	rest, n := of.Value.Max, 0
	for j := i; j < len(x.made); j++ {
		m := &x.made[j]
		if m.Skip != "" || m.depth != x.made[i].depth || m.Kind == report.KindDeadline {
			continue
		}
		if m.Kind != of.Kind || m.Value.Unit != of.Value.Unit ||
			m.part && m.whole != whole {
			return
		}
		rest = rest.Sub(m.Value.Max)
		n++
		if rest.IsNegative() {
			return
		}
		if rest.IsZero() && n > 1 {
			x.belong(i, j, whole)
			return
		}
	}
}

// belong makes the values i to j of one depth parts of the whole.
func (x *scene) belong(i, j int, whole key) {
	for k := i; k <= j; k++ {
		m := &x.made[k]
		if m.Skip == "" && m.depth == x.made[i].depth && m.Kind != report.KindDeadline {
			m.whole, m.part = whole, true
		}
	}
}

// madeFor returns what was made of a value of this sentence.
func (x *scene) madeFor(k key) *made {
	for i := range x.made {
		if m := &x.made[i]; k.sentence == x.index && m.Mention == k.mention && m.Skip == "" {
			return m
		}
	}
	return nil
}
