package track

import (
	"strings"

	"taizhang/report"
)

// rises returns the differences of two levels that the sentence tells of one
// thing, where a rise was promised: 由270元提高到300元 for 提高30元.
func (l *ledger) rises(t report.Fact, c candidate) []report.Fact {
	if before, _, _ := strings.Cut(t.Sentence, t.Text); firstSuffix(before, l.v.Levels) != "" {
		return nil
	}
	if t.Comparison != "" || firstPrefix(t.Action, l.v.Added) == "" && firstPrefix(t.Action, l.v.Rising) == "" {
		return nil
	}
	var out []report.Fact
	for i := 1; i < len(c.facts); i++ {
		from, to := c.facts[i-1], c.facts[i]
		if from.Value == nil || to.Value == nil || from.Subject != to.Subject || !sameUnit(*from.Value, *to.Value) ||
			!l.starts(from, c) || c.clauseAt(from) != c.clauseAt(to) || !from.Value.Least().IsPositive() {
			continue
		}
		d := to
		v := *to.Value
		v.Min, v.Max = v.Min.Sub(from.Value.Min), v.Max.Sub(from.Value.Max)
		if v.Base != nil && from.Value.Base != nil {
			b := *v.Base
			b.Min, b.Max = b.Min.Sub(from.Value.Base.Min), b.Max.Sub(from.Value.Base.Max)
			v.Base = &b
		}
		d.Value, d.Text, d.Action = &v, from.Text+"→"+to.Text, t.Action
		if v.Least().IsPositive() {
			out = append(out, d)
		}
	}
	return out
}

// starts tells whether a change starts from the number: 由, 由去年的.
func (l *ledger) starts(f report.Fact, c candidate) bool {
	s := c.clauseAt(f)
	at := f.Place.Start - c.place.Start
	before := words(c.words, report.Span{Start: s.Start, End: at})
	for _, w := range l.v.From {
		if i := strings.LastIndex(before, w); i >= 0 && letters(before[i:]) <= 5 {
			return true
		}
	}
	return false
}
