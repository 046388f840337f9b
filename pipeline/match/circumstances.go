package match

import (
	"strings"

	"taizhang/report"
)

// due returns the last day named in the clause by which something is promised.
func (w *work) due(v *view, clause int) report.Date {
	for k := range v.mentions {
		m := &v.mentions[k]
		if m.Type == report.MentionTime && m.ByWhen && clause >= 0 && v.clauses()[clause].Contains(v.span(k)) {
			return m.Due
		}
	}
	return report.Date{}
}

// period returns the time named in the clause, else the given one.
func (w *work) period(v *view, clause int, otherwise report.Period) report.Period {
	for k := range v.mentions {
		m := &v.mentions[k]
		if m.Type == report.MentionTime && !m.Period.IsZero() && clause >= 0 &&
			v.clauses()[clause].Contains(v.span(k)) {
			return m.Period
		}
	}
	return otherwise
}

// level returns the level of an award from its own words, else from those
// before it in the clause (湖南省建设工程“芙蓉奖”).
func (m *Matcher) level(v *view, award report.Span, clause int) string {
	before := award
	if clause >= 0 {
		before = report.Span{Start: min(v.clauses()[clause].Start, award.Start), End: award.Start}
	}
	for _, words := range []string{award.Of(v.text), before.Of(v.text)} {
		for _, other := range m.vocab.levelless { // the 市 of 市场 is no level
			words = strings.ReplaceAll(words, other, "")
		}
		for _, l := range m.vocab.levels {
			if containsAny(words, l.words) {
				return l.level
			}
		}
	}
	return ""
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if w != "" && strings.Contains(s, w) {
			return true
		}
	}
	return false
}
