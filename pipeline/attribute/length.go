package attribute

import (
	"strings"

	"taizhang/report"
)

// measured tells whether the length of time at word i is a value and not only
// how long something went on: 审核周期由45天压缩至30天以内, 仅用98天.
func (c *clause) measured(i int) bool {
	w, prev := &c.words[i], c.at(i-1)
	if w.class&isLength == 0 || i == 0 {
		return false
	}
	if prev.plays(isFrom | isTaking) {
		return i > 1
	}
	return prev.is(isUp|isDown|isAmountNoun|isBareAmount) ||
		prev.is(isReach) && i > 1 && (c.words[i-2].is(isUp|isDown|isVerb|isEither|isAmountNoun) || c.noun(i-2)) ||
		len(prev.text) > 3 && prev.is(isReach)
}

// isLengthUnit tells whether a mention is a length in days or less: years and
// months are mostly how long something goes on.
func (v *vocabulary) isLengthUnit(m *report.Mention, text string) bool {
	if m.Type != report.MentionDuration && !(m.Type == report.MentionTime && m.ByWhen) {
		return false
	}
	_, unit, _ := v.lengthOf(m, text)
	return v.of(unit)&isTimeUnit != 0
}

// lengthOf returns the number, unit and bound of a length of time: what the
// recogniser made of it, or where it took 30天以内 for a time to come, what
// its words say.
func (v *vocabulary) lengthOf(m *report.Mention, text string) (report.Decimal, string, report.Bound) {
	if m.Type == report.MentionDuration {
		return m.Value.Max, m.Value.Unit, m.Value.Bound
	}
	bound := report.Exact
	if rest, ok := v.affixes.within.cut(text); ok {
		text, bound = rest, report.AtMost
	}
	digits := len(text) - len(strings.TrimLeft(text, "0123456789."))
	n, err := report.ParseDecimal(text[:digits])
	if err != nil {
		return n, "", bound
	}
	return n, text[digits:], bound
}

// asValue returns the mention with the value its length has.
func (v *vocabulary) asValue(m *report.Mention, text string) *report.Mention {
	if m.Type != report.MentionTime {
		return m
	}
	n, unit, bound := v.lengthOf(m, text)
	length := *m
	length.Value = report.Value{Min: n, Max: n, Unit: unit, Bound: bound}
	return &length
}
