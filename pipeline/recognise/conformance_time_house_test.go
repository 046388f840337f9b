package recognise

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"taizhang/report"
)

// --- JioNLP and fst-time --------------------------------------------------

// A peer's house rule that ours is brought to: what the words must look like,
// and how the ends are compared then.
type houseRule struct {
	name  string
	words *regexp.Regexp
	same  func(w peerSpan, m report.Mention, ref report.Date) bool
}

// houseRules are those that JioNLP and fst-time share.
var houseRules = []houseRule{
	{"底 and 末 are the last months, weeks or days: the last day counts",
		regexp.MustCompile(`[底末][，,]?$`),
		func(w peerSpan, m report.Mention, _ report.Date) bool {
			return w.last == m.Due && !w.first.Before(m.Period.Start)
		}},
	{"初 is one to ten days, or one to two months: the first day counts",
		regexp.MustCompile(`初[，,]?$`),
		func(w peerSpan, m report.Mention, _ report.Date) bool { return w.first == m.Period.Start }},
	{"前 is from now to the end, or to the start, of what is named",
		regexp.MustCompile(`[之以]?前[，,]?$`),
		func(w peerSpan, m report.Mention, ref report.Date) bool {
			return m.ByWhen && (w.first == ref || w.first.IsZero()) &&
				!w.last.Before(m.Period.Start) && !m.Period.End.Before(w.last)
		}},
	{"到 and 截至 start now, or are open before: the last day counts",
		regexp.MustCompile(`^(截|到|至)`),
		func(w peerSpan, m report.Mention, ref report.Date) bool {
			return (w.first == ref || w.first.IsZero()) && w.last == m.Period.End
		}},
	{"后 is open, from the start or the end of what is named",
		regexp.MustCompile(`后[，,]?$`),
		func(w peerSpan, m report.Mention, ref report.Date) bool {
			return !m.Rolled && (w.last.IsZero() || w.last == ref) &&
				w.first.Year-m.Period.Start.Year <= 1 && !w.first.Before(m.Period.Start)
		}},
	{"a stretch counted from now ends with today or the day before",
		regexp.MustCompile(`来|近|过去|未来|内|前|后|上|下|间|这|今`),
		func(w peerSpan, m report.Mention, ref report.Date) bool {
			return m.Rolled && near(w.first, m.Period.Start) && near(w.last, m.Period.End)
		}},
	{"a time far from now is widened to its month or year, or left open",
		regexp.MustCompile(`[前后]|过|来`),
		func(w peerSpan, m report.Mention, ref report.Date) bool {
			return m.Rolled && m.Grain == grainDay && !m.Period.Start.Before(w.first) &&
				(w.last.IsZero() || !w.last.Before(m.Period.Start))
		}},
	{"起 and 以来 reach to today",
		regexp.MustCompile(`起|来|今|现在|目前`),
		func(w peerSpan, m report.Mention, ref report.Date) bool {
			return w.first == m.Period.Start && w.last == ref && m.Period.End == ref
		}},
	{"a holiday is its days off, or a week around it: the day itself must lie in it",
		regexp.MustCompile(`[节庆秋]`),
		func(w peerSpan, m report.Mention, _ report.Date) bool {
			return m.Grain != grainYear && !m.Period.Start.Before(w.first) && !w.last.Before(m.Period.Start)
		}},
}

// near tells whether two days are at most one apart.
func near(d, e report.Date) bool {
	return d == e || d.AddDays(1) == e || e.AddDays(1) == d
}

func sameByHouseRule(c timeCase, w peerSpan, m report.Mention) bool {
	if w.is(m.Period) {
		return true
	}
	return slices.ContainsFunc(houseRules, func(r houseRule) bool {
		return r.words.MatchString(c.Input) && r.same(w, m, c.reference())
	})
}

func (t *times) sameAsJio(c timeCase, e timeExpected, m report.Mention) bool {
	var v struct {
		Type string
		Time json.RawMessage
	}
	if json.Unmarshal(e.Resolution, &v) != nil {
		return false
	}
	switch v.Type {
	case "time_delta":
		return sameAsJioLength(v.Time, m)
	case "time_period":
		return sameAsJioEvery(v.Time, m)
	}
	var ends []string
	if json.Unmarshal(v.Time, &ends) != nil || len(ends) != 2 || m.Type != report.MentionTime {
		return false
	}
	return sameByHouseRule(c, peerSpan{peerDay(ends[0]), peerDay(ends[1])}, m)
}

func sameAsJioLength(data json.RawMessage, m report.Mention) bool {
	ends := []map[string]float64{{}, {}}
	if json.Unmarshal(data, &ends[0]) == nil {
		ends[1] = ends[0]
	} else if json.Unmarshal(data, &ends) != nil || len(ends) != 2 {
		return false
	}
	return m.Type == report.MentionDuration &&
		isJioLength(ends[0], m.Value.Min, m.Value.Unit) && isJioLength(ends[1], m.Value.Max, m.Value.Unit)
}

func isJioLength(want map[string]float64, n report.Decimal, unit string) bool {
	days := map[string]float64{"day": 1, "month": 30, "year": 365, "week": 7, "workday": 1}
	ours := map[string]float64{"年": 365, "个月": 30, "周": 7, "天": 1, "个工作日": 1}[unit]
	sum := 0.0
	for k, v := range want {
		sum += days[k] * v
	}
	got, _ := n.Float64()
	return sum == got*ours
}

func sameAsJioEvery(data json.RawMessage, m report.Mention) bool {
	var v struct{ Delta map[string]float64 }
	if json.Unmarshal(data, &v) != nil || m.Type != report.MentionEvery {
		return false
	}
	for unit, n := range v.Delta {
		switch {
		case n == 1:
			return string(m.Value.Per) == unit
		case n == 0.5:
			return m.Grain == grainHalf
		default:
			return m.Grain == unit+"s"
		}
	}
	return false
}

func (t *times) sameAsFst(c timeCase, e timeExpected, m report.Mention) bool {
	var v struct{ Time []string }
	if json.Unmarshal(e.Resolution, &v) != nil || len(v.Time) == 0 {
		return false
	}
	w := peerSpan{peerDay(v.Time[0]), peerDay(v.Time[len(v.Time)-1])}
	return sameByHouseRule(c, w, m)
}

// --- written and spoken forms ----------------------------------------------

// sameAsWritten compares a date with the peer's written form, 2008-08-08 or
// 1834-08 or 1798. Other written forms are compared as text: 8月, 85/02/27.
func sameAsWritten(e timeExpected, m report.Mention) bool {
	var v struct{ Timex, Written, Value string }
	if json.Unmarshal(e.Resolution, &v) != nil {
		return false
	}
	p := m.Period
	if p.IsZero() {
		return false
	}
	for _, form := range []string{
		p.Start.String(), p.Start.String()[:7], p.Start.String()[:4],
		strings.ReplaceAll(p.Start.String()[2:], "-", "/"),
		strings.ReplaceAll(p.Start.String()[:7], "-", "/"),
		strconv.Itoa(int(p.Start.Month)) + "月",
	} {
		if form == v.Timex || v.Timex == "" && (form == v.Written || form == v.Value) {
			return true
		}
	}
	return false
}
