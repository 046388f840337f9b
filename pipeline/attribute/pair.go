package attribute

import (
	"strings"

	"taizhang/report"
)

// paired gives the two ends of 由A增加到B their years, where those stand
// elsewhere: in 从1978年到1982年 over the clause, in 1982年同1978年相比 before
// it, or with the pair before.
func (x *scene) paired(r *reading, t *timeAt, out *report.Attribution) {
	if !r.fromEnd && !r.toEnd {
		return
	}
	end := 0
	if r.toEnd {
		end = 1
	}
	if t != nil && t.own >= 0 {
		x.flow.pair[end] = out.Period
		return
	}
	if t != nil {
		x.spans(t)
	}
	if p := x.flow.pair; !p[0].IsZero() && !p[1].IsZero() {
		out.Period = p[end]
	}
}

// spans notes the two ends of a span written with both years.
func (x *scene) spans(t *timeAt) {
	if x.twoYears(t.Span.Of(x.d.Text.Body)) {
		x.flow.pair = [2]report.Period{
			report.YearPeriod(t.Period.Start.Year), report.YearPeriod(t.Period.End.Year)}
	}
}

// twoYears tells whether a span of time is written with both its years.
func (x *scene) twoYears(w string) bool {
	return strings.Count(w, "年") == 2 && x.a.words.affixes.to.in(w)
}

// pairs marks the values of 由A增加到B.
func (c *clause) pairs(rs []reading) {
	for i := range rs {
		k := rs[i].at - 1
		for k >= rs[i].from && c.words[k].is(isTime|isOf|isEvery|isSingle) {
			k--
		}
		if k < rs[i].from || !c.words[k].plays(isFrom) {
			continue
		}
		if i+1 < len(rs) && rs[i+1].before.level && rs[i+1].before.empty() {
			rs[i].fromEnd, rs[i+1].toEnd = true, true
		}
	}
}
