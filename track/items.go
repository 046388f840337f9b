package track

import (
	"slices"
	"strings"

	"taizhang/report"
)

// itemsOf returns the items of a clause that lists several things, each with what
// it is to come to (甲厂竣工投产、乙路建成通车); none where it is no such list.
func (v *vocabulary) itemsOf(clause string) []report.Span {
	if !strings.Contains(clause, "、") || strings.ContainsAny(clause, "“《（") {
		return nil
	}
	var out []report.Span
	start := 0
	for _, item := range strings.Split(clause, "、") {
		s := report.Span{Start: start, End: start + len(item)}
		start = s.End + len("、")
		if len(out) == 0 {
			s.Start += v.skipLead(item)
			if verb, _ := v.verbAt(clause[s.Start:s.End]); slices.Contains(v.Tasks.StepLeads, verb) {
				s.Start += len(verb)
			}
		}
		w := v.resultOf(words(clause, s))
		if w == "" || letters(v.trimManner(strings.TrimSuffix(words(clause, s), w))) < leastObject {
			return nil
		}
		out = append(out, s)
	}
	return out
}

// split makes a promise of each thing that the promise of a task lists with what
// it is to come to.
func (v *vocabulary) split(r report.Report, made []promise) []promise {
	var out []promise
	for _, p := range made {
		var items []report.Span
		if len(p.Targets) == 0 && !p.dated && !p.award() {
			items = v.itemsOf(p.Text)
		}
		if len(items) < 2 {
			out = append(out, p)
			continue
		}
		sentence := p.Place.Start - max(0, strings.Index(p.Sentence, p.facts[0].Text))
		for i, s := range items {
			q := p
			q.span = report.Span{Start: p.span.Start + s.Start, End: p.span.Start + s.End}
			q.Text = words(p.Text, s)
			q.Action = v.resultOf(q.Text)
			q.Subject = v.trimManner(strings.TrimSuffix(q.Text, q.Action))
			if i > 0 { // the fact is of the first
				q.facts, q.Facts = nil, nil
				q.Place = r.Text.Place(report.Span{Start: sentence + q.span.Start, End: sentence + q.span.End})
			}
			out = append(out, q)
		}
	}
	return out
}
