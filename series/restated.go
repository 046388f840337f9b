package series

import (
	"fmt"

	"taizhang/report"
)

// leastContradiction is by how many points a stated growth must differ from
// that of the levels, beyond rounding: small differences come from levels that
// were settled finally between two reports.
const leastContradiction = 1

// mostContradiction is how many points are so much that the two values are of
// different things; so is a value of the past that is so many times another.
const (
	mostContradiction = 25
	mostRestated      = 3
)

// restated returns values of the past that a later report gives anew.
func (b *breaks) restated() []Break {
	var out []Break
	for i := range b.levels {
		l := &b.levels[i]
		if l.said.Year <= l.year || !l.exact {
			continue
		}
		if first, ok := b.first(i); ok && !b.saidBefore(i, first) && (l.growth != "" || alikeInSize(l.stated, first.stated)) {
			out = append(out, b.newBreak(Restated, l.year, first, l))
		}
	}
	return out
}

// first returns what was said of the level's year last before its report; false
// where a report gives several values, and it cannot be told which is meant.
func (b *breaks) first(i int) (*level, bool) {
	l := &b.levels[i]
	var found *level
	for _, j := range b.of[l.key()] {
		o := &b.levels[j]
		if o.year != l.year || o.said.Year >= l.said.Year || !o.exact {
			continue
		}
		if found != nil && found.said.Report == o.said.Report && !found.value.meets(o.value) && !l.fresh {
			return nil, false
		}
		if found == nil || o.said.Year > found.said.Year {
			found = o
		}
	}
	return found, found != nil
}

// saidBefore tells whether the level agrees with what was said, or the same
// report says it elsewhere before.
func (b *breaks) saidBefore(i int, first *level) bool {
	l := &b.levels[i]
	if l.value.meets(first.value) {
		return true
	}
	for _, j := range b.of[l.key()] {
		o := &b.levels[j]
		if o.year != l.year || j == i {
			continue
		}
		if o.said.Report == l.said.Report && (j < i || o.value.meets(first.value)) || o.said.Report == first.said.Report && o.value.meets(l.value) {
			return true
		}
	}
	return false
}

// grown is a growth that a report states, with the levels it is of.
type grown struct{ base, level, growth *level }

// contradictions returns growths that the levels of the two years do not give.
func (b *breaks) contradictions() []Break {
	agree, differ := map[string]int{}, map[string][]grown{}
	var names []string
	for i := range b.levels {
		g, ok := b.grown(i)
		if !ok {
			continue
		}
		switch off := g.off(); {
		case off.IsZero():
			agree[g.level.name]++
		case off.Cmp(report.Whole(mostContradiction)) < 0:
			if differ[g.level.name] == nil {
				names = append(names, g.level.name)
			}
			differ[g.level.name] = append(differ[g.level.name], g)
		}
	}
	var out []Break
	for _, n := range names {
		// growth in constant prices is another than that of levels, every year
		if len(differ[n]) > agree[n] && (agree[n] > 0 || says(n, b.words.Constant)) {
			continue
		}
		for _, g := range differ[n] {
			k := b.newBreak(Contradiction, g.level.year, g.base, g.growth)
			k.Text = g.String()
			out = append(out, k)
		}
	}
	return out
}

// grown returns the levels that the stated growth i is of.
func (b *breaks) grown(i int) (grown, bool) {
	g := &b.levels[i]
	if g.growth != report.YearOnYear || !g.exact || g.scope || g.real || g.year != g.said.Year {
		return grown{}, false
	}
	now, base := b.pairOf(i)
	ok := now != nil && base != nil && (g.unit == "%" || g.unit == now.unit)
	return grown{base, now, g}, ok
}

// off returns by how many per cent of the base the stated growth differs from
// that of the levels, beyond rounding; 0 where it does not by much.
func (g grown) off() report.Decimal {
	of := g.level.value.growthFrom(g.base.value)
	said := g.growth.value
	if g.growth.unit != "%" {
		percent := report.Whole(100).DivRound(g.base.stated, 12)
		said = rounded{said.low.Mul(percent), said.high.Mul(percent)}
	}
	if of.meets(said.widened(report.Whole(leastContradiction))) {
		return report.Whole(0)
	}
	if said.low.Cmp(of.high) > 0 {
		return said.low.Sub(of.high)
	}
	return of.low.Sub(said.high)
}

// String writes the sum: 16.91亿元→16.49亿元：-2.5%≠2%.
func (g grown) String() string {
	change := g.level.stated.Sub(g.base.stated)
	computed := change.Mul(report.Whole(100)).DivRound(g.base.stated, 1).String() + "%"
	if g.growth.unit != "%" {
		computed = change.String() + g.growth.unit
	}
	return fmt.Sprintf("%s→%s：%s≠%s", g.base.said.Text, g.level.said.Text, computed, g.growth.said.Text)
}

// pairOf returns the level that stands with growth i, and that of the year
// before, as it was said last; nil where there is none.
func (b *breaks) pairOf(i int) (now, base *level) {
	g := &b.levels[i]
	for _, j := range b.in[g.said.Report+"\n"+g.said.Sentence] {
		l := &b.levels[j]
		if l.growth == "" && l.name == g.name && l.year == g.year && l.exact && !l.scope {
			now = l
			break
		}
	}
	if now == nil {
		return nil, nil
	}
	for _, j := range b.of[now.key()] {
		l := &b.levels[j]
		if l.year == g.year-1 && l.said.Year <= g.said.Year && l.exact && l.stated.IsPositive() {
			base = l
		}
	}
	return now, base
}

// scopes returns values that are said to be counted in another way than those
// before.
func (b *breaks) scopes() []Break {
	var out []Break
	told := map[string]bool{}
	for i := range b.levels {
		l := &b.levels[i]
		if !l.scope || l.year != l.said.Year || b.givesAnew(l) || told[l.said.Report+l.said.Sentence] {
			continue
		}
		for _, j := range b.of[l.key()] {
			if o := &b.levels[j]; o.year < l.year && o.said.Year < l.said.Year {
				told[l.said.Report+l.said.Sentence] = true
				out = append(out, b.newBreak(NewScope, l.year, b.lastBefore(l), l))
				break
			}
		}
	}
	return out
}

// lastBefore returns the value that was said last of a year before.
func (b *breaks) lastBefore(l *level) *level {
	var out *level
	for _, j := range b.of[l.key()] {
		if o := &b.levels[j]; o.year < l.year && o.said.Year < l.said.Year && (out == nil || o.year >= out.year) {
			out = o
		}
	}
	return out
}

// givesAnew tells whether the sentence gives a value of the past anew, which
// makes its other values ones of the new scope.
func (b *breaks) givesAnew(l *level) bool {
	for _, j := range b.in[l.said.Report+"\n"+l.said.Sentence] {
		if b.levels[j].year < l.said.Year {
			return true
		}
	}
	return false
}

func (b *breaks) newBreak(kind FindingKind, year int, first, again *level) Break {
	return Break{Kind: kind, Org: b.org, Indicator: again.name, Year: year, Growth: again.growth,
		First: first.said, Again: again.said, Text: first.said.Text + "→" + again.said.Text}
}

// alikeInSize tells whether neither number is several times the other.
func alikeInSize(a, b report.Decimal) bool {
	if a.Cmp(b) > 0 {
		a, b = b, a
	}
	return a.IsPositive() && b.Cmp(a.Mul(report.Whole(mostRestated))) < 0
}
