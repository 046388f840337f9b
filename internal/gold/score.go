package gold

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// Options of Score.
type Options struct {
	Kinds []report.Kind // scored kinds; nil: ValueKinds
	Body  string        // repaired text; if given, a fact whose place is not its text is bad
}

// ValueKinds are the kinds scored by default: all that carry a value or a date.
func ValueKinds() []report.Kind {
	return []report.Kind{report.KindCount, report.KindAmount, report.KindRatio, report.KindMeasure,
		report.KindFrequency, report.KindRank, report.KindDeadline}
}

// longestSentence is how many characters a fact's sentence may have.
const longestSentence = 400

// Score compares extracted facts, in text order, with gold lines.
func Score(gold []Line, facts []report.Fact, o Options) Result {
	if o.Kinds == nil {
		o.Kinds = ValueKinds()
	}
	gold = slices.DeleteFunc(slices.Clone(gold), func(g Line) bool {
		return !scored(g.Kind, o.Kinds)
	})
	var res Result
	good, kept := make([]flat, 0, len(facts)), make([]report.Fact, 0, len(facts))
	for _, f := range facts {
		if !slices.Contains(o.Kinds, f.Kind) {
			continue
		}
		if why := malformed(f, o.Body); why != "" {
			res.Bad = append(res.Bad, why)
			continue
		}
		good, kept = append(good, flatten(f)), append(kept, f)
	}
	claimed := pair(gold, good)
	for i, c := range claimed {
		if c >= 0 {
			res.Pairs = append(res.Pairs, Pair{gold[i], kept[c]})
		}
	}
	res.count(gold, good, claimed)
	return res
}

func scored(kind string, kinds []report.Kind) bool {
	return slices.ContainsFunc(strings.Split(kind, "|"), func(k string) bool {
		return slices.Contains(kinds, report.Kind(k))
	})
}

func malformed(f report.Fact, body string) string {
	if n := utf8.RuneCountInString(squeeze(f.Sentence)); n > longestSentence {
		return fmt.Sprintf("%s: sentence of %d characters", f.Text, n)
	}
	if body == "" {
		return ""
	}
	p := f.Place
	if p.Start < 0 || p.End > len(body) || p.Start > p.End || body[p.Start:p.End] != f.Text {
		return fmt.Sprintf("place %d:%d is not %s", p.Start, p.End, f.Text)
	}
	return ""
}

// count fills in the figures and the errors.
func (r *Result) count(gold []Line, facts []flat, claimed []int) {
	used := make([]bool, len(facts))
	r.Predicted = len(facts) + len(r.Bad)
	r.Fields = map[Field]Tally{}
	for i := range gold {
		g := &gold[i]
		if claimed[i] >= 0 {
			used[claimed[i]] = true
		}
		switch {
		case g.Optional && claimed[i] >= 0:
			r.Predicted--
		case g.Optional:
		case claimed[i] < 0:
			r.Total++
			r.Missed = append(r.Missed, *g)
		default:
			r.Total++
			r.found(g, judge(g, &facts[claimed[i]]))
		}
	}
	for i, f := range facts {
		if !used[i] {
			r.Extra = append(r.Extra, Extra{report.Kind(f.kind), f.text, f.sentence})
		}
	}
}

func (r *Result) found(g *Line, vs []verdict) {
	r.Found++
	if right(vs) == len(vs) {
		r.Full++
	}
	for _, v := range vs {
		t := r.Fields[v.field]
		t.Asked++
		if v.ok {
			t.Right++
		} else {
			r.Wrong = append(r.Wrong, Wrong{*g, v.field, v.want, v.got})
		}
		r.Fields[v.field] = t
	}
}
