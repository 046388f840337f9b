package track

import (
	"fmt"

	"taizhang/report"
)

// reading is what one sentence says of a promise.
type reading struct {
	status  report.Status
	verdict report.Verdict
	why     string // in Chinese
	late    int    // days behind the due day, where the answer gives its day
}

// byNumber holds the value reached against the target.
func (l *ledger) byNumber(p *promise, t report.Fact, s spot) reading {
	want, have := t.Value.Least(), s.fact.Value.Least()
	if n := timesAYear(t.Value.Per); n > 0 && s.fact.Value.Per == "" {
		want = want.Mul(report.Whole(n))
	}
	if want.IsNegative() { // a fall is promised: a deeper one is better
		want, have = want.Neg(), have.Neg()
	}
	why := fmt.Sprintf("目标%s，实际%s", t.Text, s.fact.Text)
	if s.fact.Modality == report.Forecast {
		why = fmt.Sprintf("目标%s，预计%s", t.Text, s.fact.Text)
	}
	order := have.Cmp(want)
	if order >= 0 != l.ceiling(p, t) && l.after(s.fact.Period, p.Due) {
		return reading{status: report.Late, verdict: report.Supports, why: why + "，晚于期限"}
	}
	if l.ceiling(p, t) {
		return below(t, want, have, why)
	}
	switch {
	case order >= 0:
		return reached(t, *s.fact.Value, want, have, why)
	case t.Value.Bound == report.About && t.Comparison == "" && within5(want, have):
		return reading{status: report.Done, verdict: report.Supports, why: why + "，在左右之内"}
	case soFar(s.fact.Period) && s.fact.Period.End.Before(p.Due):
		return reading{status: report.InProgress, verdict: report.Mentions, why: why + "，只是" + span(s.fact.Period)}
	case t.Comparison == "" && have.IsPositive() && t.Value.Unit != "%" && t.Kind != report.KindRank:
		return reading{status: report.Partial, verdict: report.PartlyMet, why: why}
	}
	return reading{status: report.Missed, verdict: report.Contradicts, why: why}
}

// reached tells done from exceeded.
func reached(t report.Fact, value report.Value, want, have report.Decimal, why string) reading {
	switch {
	case have.Equal(want),
		t.Value.Bound == report.Range && !above(value, *t.Value),
		t.Value.Bound == report.About && !beyond(want, have):
		return reading{status: report.Done, verdict: report.Supports, why: why}
	}
	return reading{status: report.Exceeded, verdict: report.Supports, why: why}
}

// below judges a number that must not be exceeded.
func below(t report.Fact, want, have report.Decimal, why string) reading {
	limit := want
	if t.Value.Bound == report.Range {
		limit = t.Value.Max
		if t.Value.Base != nil {
			limit = t.Value.Base.Max
		}
	}
	switch {
	case have.Cmp(limit) <= 0,
		t.Value.Bound == report.About && within5(limit, have):
		return reading{status: report.Done, verdict: report.Supports, why: why}
	}
	return reading{status: report.Missed, verdict: report.Contradicts, why: why}
}

// ceiling tells whether the target is the most that is allowed: so many days,
// the first ten, an indicator of which less is good.
func (l *ledger) ceiling(p *promise, t report.Fact) bool {
	if t.Value.Min.IsNegative() || t.Value.Bound == report.AtLeast {
		return false
	}
	return t.Value.Bound == report.AtMost || t.Kind == report.KindRank || t.Value.Min.IsZero() ||
		t.Better == report.Less && t.Comparison == "" || firstOf(p.Text, l.v.Ceilings) != ""
}

// after tells whether the days of a result that is dated to the day or month
// lie behind the due day.
func (l *ledger) after(p report.Period, due report.Date) bool {
	return !due.IsZero() && dated(p) && due.Before(p.Start)
}

// dated tells whether a period is short enough to be the date of a result.
func dated(p report.Period) bool {
	return !p.IsZero() && p.End.Before(p.Start.AddDays(62))
}

// timesAYear returns how often a year the period comes.
func timesAYear(p report.Per) int64 {
	switch p {
	case report.PerMonth:
		return 12
	case report.PerQuarter:
		return 4
	case report.PerWeek:
		return 52
	case report.PerYear:
		return 1
	}
	return 0
}

func sameUnit(a, b report.Value) bool {
	if a.Base != nil && b.Base != nil {
		return a.Base.Unit == b.Base.Unit
	}
	return a.Unit == b.Unit
}

// above tells whether v lies above the upper end of the range.
func above(v, r report.Value) bool {
	if v.Base != nil && r.Base != nil {
		return v.Base.Min.Cmp(r.Base.Max) > 0
	}
	return v.Min.Cmp(r.Max) > 0
}

// within5 tells whether have is within a twentieth of want: 左右 leaves so much.
func within5(want, have report.Decimal) bool { return !further(want, have, 20) }

// beyond tells whether have is more than a tenth away from want.
func beyond(want, have report.Decimal) bool { return further(want, have, 10) }

// further tells whether have is more than one nth of want away from it.
func further(want, have report.Decimal, n int64) bool {
	return want.Sub(have).Abs().Mul(report.Whole(n)).Cmp(want.Abs()) > 0
}

// span writes the months of a period: 1—11月累计.
func span(p report.Period) string {
	return fmt.Sprintf("%d—%d月累计", p.Start.Month, p.End.Month)
}

// together makes one status of those of several targets: done only if all are.
func together(all []reading) reading {
	out := all[0]
	met := 0
	for i, r := range all {
		if r.verdict == report.Supports {
			met++
		}
		if i > 0 {
			out.why += "；" + r.why
		}
	}
	switch {
	case len(all) == 1:
	case met == len(all):
		out.verdict = report.Supports
		for _, r := range all {
			if r.status != report.Exceeded {
				out.status = r.status
			}
		}
	case met > 0:
		out.status, out.verdict = report.Partial, report.PartlyMet
	}
	return out
}
