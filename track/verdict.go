package track

import (
	"fmt"
	"strings"

	"taizhang/report"
)

// judge writes the answers and the status they prove into the promise. No
// status but silence comes without a quoted sentence.
func judge(c *report.Commitment, found []candidate, words Words) {
	for _, k := range found {
		a := report.Answer{Report: k.report, Year: k.year, Sentence: k.words, Place: k.place, Score: k.score}
		var s report.Status
		if k.fact != nil {
			a.Value, a.Fact = k.fact.Value, k.fact.ID
			s, a.Verdict, a.Why = byNumber(*c, *k.fact)
		} else {
			s, a.Verdict, a.Why = byWords(*c, k.words, words)
		}
		c.Answers = append(c.Answers, a)
		if c.Status == "" || c.Status == report.Unverifiable {
			c.Status = s
		}
	}
}

// bestFact returns the fact of a sentence whose value can be held against a
// target of the promise: same thing, same unit, same way of counting.
func bestFact(c report.Commitment, facts []report.Fact) *report.Fact {
	var best *report.Fact
	most := 0.6 // names that share less are two things
	for i, f := range facts {
		if f.Value == nil || f.Modality == report.Target || targetFor(c, f) == nil {
			continue
		}
		s := alike(c.Subject, f.Subject)
		if c.Indicator != "" && c.Indicator == f.Indicator {
			s = 1
		}
		if s > most || s == most && best == nil {
			best, most = &facts[i], s
		}
	}
	return best
}

// targetFor returns the target that the fact's value can be held against.
func targetFor(c report.Commitment, f report.Fact) *report.CommitmentTarget {
	for i, t := range c.Targets {
		if t.Comparison == f.Comparison && sameUnit(t.Value, *f.Value) && within(f.Period, c.Year) {
			return &c.Targets[i]
		}
	}
	return nil
}

// within tells whether the period lies in the year: neither a total over
// several years nor the figure of another one answers for it.
func within(p report.Period, year int) bool {
	return p.IsZero() || p.Start.Year == year && p.End.Year == year
}

func sameUnit(a, b report.Value) bool {
	if a.Base != nil && b.Base != nil {
		return a.Base.Unit == b.Base.Unit
	}
	return a.Unit == b.Unit
}

// byNumber holds the value reached against the target.
func byNumber(c report.Commitment, f report.Fact) (report.Status, report.Verdict, string) {
	t := targetFor(c, f)
	want, have := least(t.Value), least(*f.Value)
	if want.IsNegative() { // a fall is promised: a deeper one is better
		want, have = want.Neg(), have.Neg()
	}
	why := fmt.Sprintf("目标%s，实际%s", amount(t.Value), amount(*f.Value))
	order := have.Cmp(want)
	if t.Bound == report.AtMost {
		order = -order
	}
	switch {
	case f.Modality == report.Forecast:
		return report.InProgress, report.Mentions, why + "（预计数）"
	case order == 0 || order > 0 && t.Bound == report.AtMost:
		return report.Done, report.Supports, why
	case order > 0 && (t.Bound == report.Range && !above(*f.Value, t.Value) || t.Bound == report.About && near(want, have)):
		return report.Done, report.Supports, why
	case order > 0 && c.Due.Before(f.Period.End) && f.Period.End.Year > c.Due.Year:
		return report.Late, report.Supports, why
	case order > 0:
		return report.Exceeded, report.Supports, why
	case t.Bound == report.About && near(want, have):
		return report.Done, report.Supports, why + "，在左右之内"
	case t.Comparison == "" && have.IsPositive() && t.Unit != "%" && t.Bound != report.AtMost:
		return report.Partial, report.PartlyMet, why
	}
	return report.Missed, report.Contradicts, why
}

// least returns the value that counts: the smaller end, in base units where
// the unit has one.
func least(v report.Value) report.Decimal {
	if v.Base != nil {
		return v.Base.Min
	}
	return v.Min
}

// above tells whether v lies above the upper end of the range.
func above(v, r report.Value) bool { return v.Min.Cmp(r.Max) > 0 }

// near tells whether have is within a twentieth of want.
func near(want, have report.Decimal) bool {
	gap := want.Sub(have).Abs().Mul(report.Whole(20))
	return gap.Cmp(want.Abs()) <= 0
}

func amount(v report.Value) string {
	if v.Min.Equal(v.Max) {
		return v.Min.String() + v.Unit
	}
	return v.Min.String() + "至" + v.Max.String() + v.Unit
}

// byWords reads the verdict off the words of the clause that speaks of the
// promise. A word of completion that is itself only planned proves nothing.
func byWords(c report.Commitment, sentence string, words Words) (report.Status, report.Verdict, string) {
	clause := closest(c, sentence)
	if w := firstOf(clause, words.Failed); w != "" {
		return report.Missed, report.Contradicts, "原文说“" + w + "”"
	}
	if w := firstOf(clause, words.Ongoing); w != "" {
		return report.InProgress, report.Mentions, "原文说“" + w + "”"
	}
	if w := firstOf(clause, words.Completed); w != "" && len(c.Targets) == 0 {
		return report.Done, report.Supports, "原文说“" + w + "”"
	}
	return report.Unverifiable, report.Mentions, "提到同一事项，没有说结果"
}

// closest returns the clause of the sentence that shares most with the
// promise, together with the one behind it, which often says the result.
func closest(c report.Commitment, sentence string) string {
	clauses := strings.FieldsFunc(sentence, func(r rune) bool { return strings.ContainsRune(clauseEnds, r) })
	best, most := 0, -1.0
	for i, words := range clauses {
		if s := alike(words, c.Text); s > most {
			best, most = i, s
		}
	}
	if len(clauses) == 0 {
		return sentence
	}
	return strings.Join(clauses[best:min(best+2, len(clauses))], "，")
}

func firstOf(s string, words []string) string {
	for _, w := range words {
		if strings.Contains(s, w) {
			return w
		}
	}
	return ""
}
