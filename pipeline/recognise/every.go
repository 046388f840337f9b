package recognise

import (
	"strings"

	"taizhang/report"
)

// every reads how often: 每周, 每个月, 每季度, 每半年, 每隔3天, 逐年. Value.Per says
// it where it is one of report's; every half-year, every two years and the like
// leave it empty, and Grain holds half, years, months, weeks or days.
func (r *timeReader) every(i int) (report.Mention, int) {
	if unit, j := r.words.everyWord.at(r.s, i); j > 0 {
		return everyMention(i, j, unit, 1)
	}
	_, j := r.words.everyMark.at(r.s, i)
	if j == 0 || strings.HasPrefix(r.s[j:], "人") {
		return report.Mention{}, 0
	}
	half := r.rune(j, '半')
	if half > 0 {
		j = half
	}
	n, k := 1, j
	if num := r.numeral(j); num.end > 0 && half == 0 {
		n, k = num.n, skipBlanks(r.s, num.end)
	}
	unit, end := r.words.everyUnits.at(r.s, k)
	if end == 0 || n < 1 || r.words.notUnit.has(r.s, end) {
		return report.Mention{}, 0
	}
	if half > 0 {
		unit = grainHalf
		if !strings.HasSuffix(r.s[:end], "年") {
			return report.Mention{}, 0
		}
	}
	m, end := everyMention(i, end, unit, n)
	return r.everyAt(m, end, unit)
}

// everyAt reads the part of the year that an every names: 每年9月.
func (r *timeReader) everyAt(m report.Mention, end int, unit string) (report.Mention, int) {
	if unit == grainMonth {
		if st, ok := r.inMonth(stretch{end: end, grain: grainMonth}, 0, 0, false); ok {
			m.Span.End = st.end
			return m, st.end
		}
	}
	if unit == grainQuarter {
		if _, k := r.words.yearEdgeShort.at(r.s, end); k > 0 {
			m.Span.End = k
			return m, k
		}
	}
	if unit != grainYear {
		return m, end
	}
	y := years{first: 0, last: 0, said: true, end: end}
	st, ok := r.inYear(r.of(end), y, context{said: true})
	if !ok || st.edge == whole {
		return m, end
	}
	st = r.to(st)
	m.Span.End = st.end
	return m, st.end
}

func everyMention(start, end int, unit string, n int) (report.Mention, int) {
	span := report.Span{Start: start, End: end}
	m := report.Mention{Type: report.MentionEvery, Span: span, Core: span, Grain: unit}
	switch per := report.Per(unit); per {
	case report.PerDay, report.PerWeek, report.PerMonth, report.PerQuarter, report.PerYear:
		if n == 1 {
			m.Value.Per = per
		} else {
			m.Grain = unit + "s"
		}
	}
	return m, end
}
