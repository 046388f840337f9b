package index

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// sortKey is what a hit is sorted by where its place does not decide.
type sortKey struct {
	none   bool // it has no value, or no date: it comes last
	near   float64
	number number // decides where near cannot; zero for dates and ranks
}

// order compares hits.
type order func(a, b hit) int

// byKey orders hits by their keys, rising or falling, then by their places.
func byKey(direction int, strings *dictionary) order {
	return func(a, b hit) int {
		switch {
		case a.key.none || b.key.none:
			if a.key.none != b.key.none {
				return cmp.Compare(boolInt(a.key.none), boolInt(b.key.none))
			}
		default:
			if c := a.key.compare(b.key, strings); c != 0 {
				return direction * c
			}
		}
		return cmp.Or(cmp.Compare(a.report, b.report), cmp.Compare(a.item, b.item))
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// compare is exact: floating point decides only where it can.
func (k sortKey) compare(other sortKey, strings *dictionary) int {
	d := k.near - other.near
	if d == 0 && k.number == other.number {
		return 0
	}
	if math.Abs(d) > 1e-12*(math.Abs(k.near)+math.Abs(other.near)) {
		return cmp.Compare(d, 0)
	}
	return k.number.decimal(strings).Cmp(other.number.decimal(strings))
}

// sorting is an order in which a page can be had.
type sorting struct {
	reports int // 1: older reports first, -1: newer ones first
	by      order
	key     func(l *look, f fact) sortKey // nil where by is
}

// sorting reads a page's order for a query.
func (p *plan) sorting(name string) sorting {
	direction := 1
	if strings.HasPrefix(name, "-") {
		direction = -1
	}
	switch strings.TrimPrefix(name, "-") {
	case "value":
		key := func(l *look, f fact) sortKey { return l.valueKey(f, direction) }
		return sorting{1, byKey(direction, p.strings), key}
	case "due":
		return sorting{1, byKey(direction, p.strings), dueKey}
	case "relevance":
		return sorting{-1, byKey(1, p.strings), p.relevanceKey}
	}
	return sorting{reports: direction}
}

// valueKey is the lower end of a value where values rise, the upper one where
// they fall: in the base unit of its family, so that 亩 and 公顷 compare.
func (l *look) valueKey(f fact, direction int) sortKey {
	if f == nil || !f.hasValue() {
		return sortKey{none: true}
	}
	v := l.at.block.value(f)
	low, high := v.min, v.max
	if v.base != 0 {
		low, high = v.lower, v.upper
	}
	if direction < 0 {
		low = high
	}
	return sortKey{near: low.near(l.plan.strings), number: low}
}

func dueKey(_ *look, f fact) sortKey {
	if f == nil || f.due() == 0 {
		return sortKey{none: true}
	}
	return sortKey{near: float64(f.due())}
}

// relevanceKey is 0 for facts about what the words of the query name, 1 for
// those in whose sentence the words just stand.
func (p *plan) relevanceKey(_ *look, f fact) sortKey {
	about := func(t wordTest) bool { return t.about.has(f.indicator()) || t.about.has(f.subject()) }
	if f != nil && slices.ContainsFunc(p.asked, about) {
		return sortKey{}
	}
	return sortKey{near: 1}
}
