package recognise

import (
	"encoding/json"
	"regexp"
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
		end := peerDay(v.End)
		return m.ByWhen && (end == m.Period.End || end == m.Period.End.AddDays(1))
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
		if next := timesIn(t, c.Input, a); len(next) == 1 {
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
		end := floorDate(addUnit(p.End, grain), grain)
		return report.Period{Start: floorDate(next, grain), End: end.AddDays(-1)}
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
