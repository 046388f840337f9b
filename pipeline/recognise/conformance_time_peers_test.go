package recognise

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"taizhang/report"
)

// sameValue tells whether the mention has the value that the peer expects,
// after the peer's convention has been brought to ours.
func (t *times) sameValue(c timeCase, e timeExpected, m report.Mention) bool {
	switch {
	case string(e.Resolution) == "null":
		return true
	case strings.HasPrefix(c.Suite, "recognizers"):
		return t.sameAsRecognizers(c, e, m)
	case c.Suite == "duckling-duration":
		return sameAsDucklingLength(e, m)
	case c.Suite == "duckling-time":
		return t.sameAsDuckling(c, e, m)
	case c.Suite == "jionlp-time":
		return t.sameAsJio(c, e, m)
	case c.Suite == "fst-time":
		return t.sameAsFst(c, e, m)
	}
	return sameAsWritten(e, m)
}

// peerSpan is a stretch of days as a peer gives it; both ends belong to it,
// and the zero Date stands for an open end.
type peerSpan struct{ first, last report.Date }

func (p peerSpan) is(q report.Period) bool { return p.first == q.Start && p.last == q.End }

func peerDay(s string) report.Date {
	if len(s) < len("2017-03-22") {
		return report.Date{}
	}
	d, err := report.ParseDate(s[:len("2017-03-22")])
	if err != nil {
		return report.Date{}
	}
	return d
}

// --- Recognizers-Text ---------------------------------------------------

type recognizersValue struct {
	Timex, Type, Mod, Value, Start, End string
	IsLunar                             string `json:"isLunar"`
}

// recognizersValues gathers the values of a model case and those of a parser
// case, which have other names.
func recognizersValues(e timeExpected) []recognizersValue {
	var model struct{ Values []recognizersValue }
	if json.Unmarshal(e.Resolution, &model) == nil && len(model.Values) > 0 {
		return model.Values
	}
	var parser struct {
		Timex                            string
		FutureResolution, PastResolution map[string]string
	}
	if json.Unmarshal(e.Resolution, &parser) != nil {
		return nil
	}
	var out []recognizersValue
	for _, m := range []map[string]string{parser.FutureResolution, parser.PastResolution} {
		v := recognizersValue{Timex: parser.Timex, Type: e.Type, Start: m["startDate"], End: m["endDate"]}
		v.Value = m["date"] + m["duration"]
		out = append(out, v)
	}
	return out
}

// sameAsRecognizers accepts any of the peer's values (an ambiguous date has a
// past and a future one). Ends of a date range are exclusive; of a range from
// a named year to a named year (P2Y) the peer gives the first day of the last.
func (t *times) sameAsRecognizers(c timeCase, e timeExpected, m report.Mention) bool {
	for _, v := range recognizersValues(e) {
		if t.isRecognizersValue(c, v, m) {
			return true
		}
	}
	return false
}

func (t *times) isRecognizersValue(c timeCase, v recognizersValue, m report.Mention) bool {
	kind := strings.TrimPrefix(v.Type, "datetimeV2.")
	switch {
	case kind == "set" || strings.HasSuffix(c.Part, "SetParser"):
		return map[string]report.Per{"P1D": report.PerDay, "P1W": report.PerWeek,
			"P1M": report.PerMonth, "P1Y": report.PerYear}[v.Timex] == m.Value.Per
	case kind == "duration":
		return v.Value == seconds(m)
	case kind == "date":
		return t.isRecognizersDay(c, v, m)
	case v.Mod != "":
		return isRecognizersMod(v, m)
	}
	return isRecognizersRange(v, m)
}

// isRecognizersDay compares a day. A lunar day stands at its lunar month and
// day as if it were Gregorian, a lunar festival too.
func (t *times) isRecognizersDay(c timeCase, v recognizersValue, m report.Mention) bool {
	want := peerDay(v.Value)
	if m.Period.Start == want && m.Period.End == want {
		return true
	}
	if v.IsLunar != "" || lunarWords.MatchString(c.Input) {
		return t.calendar.day(want.Year, int(want.Month), want.Day, false) == m.Period
	}
	return false
}

var lunarWords = regexp.MustCompile(`农历|阴历|初|廿|正月|腊月|重阳|中秋|端午|春节|元宵|除夕|七夕`)

func isRecognizersMod(v recognizersValue, m report.Mention) bool {
	switch v.Mod {
	case "before":
		return peerDay(v.End) == m.Period.Start && (m.ByWhen || m.Rolled || m.Period.Start.Month == 1)
	case "until":
		return peerDay(v.End) == m.Period.End && m.ByWhen
	}
	return peerDay(v.Start) == m.Period.Start
}

func isRecognizersRange(v recognizersValue, m report.Mention) bool {
	first, end := peerDay(v.Start), peerDay(v.End)
	p := m.Period
	if m.Rolled && !p.Start.IsZero() && p.Start.AddDays(1) == first {
		p.Start = first // the peer counts the future from the day after
	}
	if first != p.Start {
		return false
	}
	switch {
	case end == p.End, end == p.End.AddDays(1):
		return true
	case strings.HasSuffix(v.Timex, "Y)"):
		return end == report.NewDate(p.End.Year, 1, 1)
	case strings.HasSuffix(v.Timex, "M)"):
		return end == report.NewDate(p.End.Year, p.End.Month, 1)
	}
	return false
}

// seconds is the length of a duration in seconds as Recognizers-Text counts:
// a year has 365 days, a month 30.
func seconds(m report.Mention) string {
	days := map[string]int64{"年": 365, "个季度": 91, "个月": 30, "周": 7, "天": 1}[m.Value.Unit]
	return m.Value.Min.Mul(report.Whole(days * 24 * 3600)).String()
}

// --- Duckling -----------------------------------------------------------

func sameAsDucklingLength(e timeExpected, m report.Mention) bool {
	var v struct {
		Value int64
		Unit  string
	}
	if json.Unmarshal(e.Resolution, &v) != nil {
		return false
	}
	unit := map[string]string{"day": "天", "week": "周", "month": "个月", "year": "年"}[v.Unit]
	return m.Value.Unit == unit && m.Value.Min.Equal(report.Whole(v.Value))
}

type ducklingTime struct {
	Value, Type, From, Grain, Holiday string
	To                                string `json:"to_exclusive"`
}

// sameAsDuckling compares times. The peer takes the next day, month or holiday
// to come where ours belongs to the year of speaking; and its 前两个月 are whole
// months where ours are two months up to today.
func (t *times) sameAsDuckling(c timeCase, e timeExpected, m report.Mention) bool {
	var v ducklingTime
	if json.Unmarshal(e.Resolution, &v) != nil {
		return false
	}
	p := m.Period
	ref := c.reference()
	if v.Type == "interval" {
		want := peerSpan{peerDay(v.From), peerDay(v.To).AddDays(-1)}
		return want.is(p) || m.Rolled && want.is(aligned(p, ref, v.Grain))
	}
	first := peerDay(v.Value)
	if first.Year > p.Start.Year && p.Start.Before(ref) {
		a := c.anchor()
		a.Date = report.NewDate(ref.Year+1, 1, 1)
		if next := t.scan(c.Input, 0, a); len(next) == 1 {
			p = next[0].Period
		}
	}
	last := map[string]report.Date{"day": first, "month": addMonths(first, 1).AddDays(-1),
		"year": report.NewDate(first.Year, 12, 31)}[v.Grain]
	return peerSpan{first, last}.is(p)
}

// aligned brings a stretch that ends or starts at ref to whole units before or
// after the one ref lies in.
func aligned(p report.Period, ref report.Date, grain string) report.Period {
	if p.Start == ref {
		next := addUnit(ref, grain)
		return report.Period{Start: floorDate(next, grain), End: floorDate(addUnit(p.End, grain), grain).AddDays(-1)}
	}
	return report.Period{Start: floorDate(p.Start, grain), End: floorDate(ref, grain).AddDays(-1)}
}

func addUnit(d report.Date, grain string) report.Date {
	switch grain {
	case "day":
		return d.AddDays(1)
	case "week":
		return d.AddDays(7)
	case "month":
		return addMonths(d, 1)
	}
	return addMonths(d, 12)
}

func floorDate(d report.Date, grain string) report.Date {
	switch grain {
	case "day":
		return d
	case "week":
		return firstMonday(d.AddDays(-6))
	case "month":
		return report.NewDate(d.Year, d.Month, 1)
	}
	return report.NewDate(d.Year, 1, 1)
}

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
			return m.ByWhen && (w.first == ref || w.first.IsZero()) && !w.last.Before(m.Period.Start) && !m.Period.End.Before(w.last)
		}},
	{"到 and 截至 start now, or are open before: the last day counts",
		regexp.MustCompile(`^(截|到|至)`),
		func(w peerSpan, m report.Mention, ref report.Date) bool {
			return (w.first == ref || w.first.IsZero()) && w.last == m.Period.End
		}},
	{"后 is open, from the start or the end of what is named",
		regexp.MustCompile(`后[，,]?$`),
		func(w peerSpan, m report.Mention, ref report.Date) bool {
			return !m.Rolled && (w.last.IsZero() || w.last == ref) && w.first.Year-m.Period.Start.Year <= 1 &&
				!w.first.Before(m.Period.Start)
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
