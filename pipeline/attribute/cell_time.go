package attribute

import (
	"sort"

	"taizhang/report"
)

// time fills in modality, period and due: of the column, the row, the caption
// of the table, the section.
func (v *cellView) time(measures label, out *report.Attribution) {
	anchor := v.x.anchor()
	out.Modality, out.Period = v.modality(measures), v.x.usualPeriod()
	said := true
	switch {
	case !v.heads.period.IsZero():
		out.Period, out.Due = v.heads.period, v.heads.due
	case !v.name.period.IsZero():
		out.Period, out.Due = v.name.period, v.name.due
	default:
		var p report.Period
		if p, said = v.captionPeriod(); said {
			out.Period = p
		}
	}
	if out.Modality == "" {
		out.Modality = report.Actual
		coming := anchor.Reviewed > 0 && said && out.Period.Start.Year > anchor.Reviewed
		past := anchor.Reviewed > 0 && said && out.Period.End.Year <= anchor.Reviewed
		if coming || v.x.part() == report.Plan && !past {
			out.Modality = report.Target
		}
	}
	if out.Modality != report.Target {
		out.Due = report.Date{}
	}
}

// modality returns what the names say of it, "" for nothing. A rate of
// completion tells what was done, whatever was planned.
func (v *cellView) modality(measures label) report.Modality {
	switch {
	case measures.measures == completion && v.heads.modality != report.Forecast:
		return report.Actual
	case v.heads.modality != "":
		return v.heads.modality
	case v.name.noun == "":
		return v.name.modality
	}
	return ""
}

// captionPeriod returns the year the caption of the table names.
func (v *cellView) captionPeriod() (report.Period, bool) {
	if v.table == nil || v.table.Caption == "" || len(v.table.Rows) == 0 {
		return report.Period{}, false
	}
	_, first := v.sentenceAt(v.table.Rows[0].Span)
	all := v.x.d.Sentences
	start := v.table.Rows[0].Span.Start
	i := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= start }) - 1
	for ; first != nil && i >= 0 && all[i].Cell == nil; i-- {
		if all[i].Paragraph+2 < first.Paragraph {
			break
		}
		for _, m := range all[i].Mentions {
			if m.Type == report.MentionTime && m.Grain == "year" && !m.Period.IsZero() {
				return m.Period, true
			}
		}
	}
	return report.Period{}, false
}
