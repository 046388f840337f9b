package attribute

import (
	"slices"
	"strings"
	"unicode"

	"taizhang/report"
)

// cell attributes the values of a cell that holds numbers or dates alone, by
// the names of its row and column. It returns false for a cell that is read as
// a sentence.
func (x *scene) cell() bool {
	if x.s.Cell == nil {
		return false
	}
	if x.s.Cell.Role == report.CellLabel || x.s.Cell.Role == report.CellNone {
		x.skipRest("是表头、行名或单位")
		return true
	}
	if !x.valuesOnly() {
		return false
	}
	v := x.view()
	for i, m := range x.s.Mentions {
		switch {
		case m.Type == report.MentionTime:
			if v.promises(m) {
				v.deadline(i, m)
			}
		case kindOf(m.Type) != "" && !v.isDue():
			v.value(i, m)
		}
	}
	x.skipRest("表格里没有用到")
	return true
}

// valuesOnly tells whether nothing but marks stands beside the mentions.
func (x *scene) valuesOnly() bool {
	at := x.s.Span.Start
	body := x.d.Text.Body
	for _, m := range x.s.Mentions {
		if m.Span.Start > at && hasLetters(body[at:m.Span.Start]) {
			return false
		}
		at = max(at, m.Span.End)
	}
	return len(x.s.Mentions) > 0 && !hasLetters(body[at:max(at, x.s.Span.End)])
}

func hasLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r)
	})
}

// value attributes one value.
func (v *cellView) value(i int, m report.Mention) {
	out := report.Attribution{Kind: kindOf(m.Type), Value: m.Value, Subject: v.subject()}
	measures := v.heads
	if measures.measures == itself {
		measures = v.name
	}
	switch measures.measures {
	case fall:
		if out.Kind == report.KindRatio && out.Value.Min.IsPositive() {
			out.Value = out.Value.Negated()
		}
		fallthrough
	case growth:
		out.Comparison = v.comparison(measures)
	case place:
		out.Scope = v.scope(measures)
	}
	v.time(measures, &out)
	if out.Modality == report.Target {
		out.Owner = v.owner()
	}
	if v.x.telling {
		out.Why = []string{"表格：行“" + v.x.s.Cell.Row + "”，列“" + v.x.s.Cell.Column + "”"}
	}
	made := v.x.put(i, &out)
	made.whole, made.part = v.whole()
}

// comparison returns what a change under a name is measured against.
func (v *cellView) comparison(measures label) report.Comparison {
	w := &v.x.a.tables
	year := v.x.anchor().Year
	switch {
	case containsOne(measures.name, w.average):
		return report.Average
	case !measures.base.IsZero() && measures.base.End.Year != year-1:
		return report.AgainstAny
	case strings.Contains(measures.word, "环比"):
		return ""
	}
	return report.YearOnYear
}

// scope returns among whom a rank is: 全省排名.
func (v *cellView) scope(measures label) string {
	for _, w := range v.x.a.tables.scope {
		if strings.Contains(measures.name, w) {
			return w
		}
	}
	return ""
}

func containsOne(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// isDue tells whether the column says by when things shall be done.
func (v *cellView) isDue() bool {
	return containsOne(bareName(v.x.s.Cell.Column), v.x.a.tables.due)
}

// promises tells whether a date in the cell is that by which something planned
// shall be done.
func (v *cellView) promises(m report.Mention) bool {
	if m.Due.IsZero() || v.heads.modality == report.Actual && v.x.part() != report.Plan {
		return false
	}
	return v.heads.modality == report.Target || v.isDue() && v.x.part() == report.Plan
}

func (v *cellView) deadline(i int, m report.Mention) {
	subject := v.name.name
	if v.name.noun == "" {
		subject = v.nounAbove()
	}
	out := report.Attribution{
		Kind: report.KindDeadline, Subject: clean(subject), Modality: report.Target,
		Period: v.x.usualPeriod(), Due: m.Due, Owner: v.owner(),
	}
	v.x.tell(&out, "表格里的完成时限", "")
	v.x.put(i, &out)
}

// underHead gives the values of a cell read as a sentence what the head says
// of them, and those without subject the name of the row.
func (x *scene) underHead() {
	if x.s.Cell == nil {
		return
	}
	var v *cellView
	for i := range x.made {
		a := &x.made[i].Attribution
		if a.Skip != "" {
			continue
		}
		if v == nil {
			read := x.view()
			v = &read
		}
		if v.heads.modality == report.Target && a.Modality == report.Actual {
			a.Modality = report.Target
		}
		if a.Subject == "" {
			a.Subject = clean(v.name.name)
		}
		if a.Owner == "" && a.Modality == report.Target {
			a.Owner = v.owner()
		}
	}
}
