// Package track follows promises from the plan that made them to the reports
// that answer them, and indicators through the years. It is pure: reports in,
// ledger out; the day is an argument.
package track

import (
	"cmp"
	"slices"

	"taizhang/report"
)

// Options are the day on which the ledger is looked at, and how many days
// before its due day a promise is due soon.
type Options struct {
	Today       report.Date
	DueSoonDays int
}

// Ledger returns every promise of the reports with what became of it, by
// office, year and place in the text.
func Ledger(reports []report.Report, words Words, o Options) []report.Commitment {
	var out []report.Commitment
	v := newVocabulary(words)
	for _, office := range byOffice(reports) {
		l := &ledger{newAnswers(office, v), v, o}
		var lines []promise
		for _, r := range office {
			for _, p := range v.promises(r) {
				l.judge(&p)
				lines = append(lines, p)
			}
		}
		link(lines, v)
		for _, p := range lines {
			out = append(out, p.Commitment)
		}
	}
	return out
}

// byOffice groups reports by the office's full name, each group by year.
func byOffice(reports []report.Report) [][]report.Report {
	groups := map[string][]report.Report{}
	var names []string
	for _, r := range reports {
		name := r.Outline.Org
		if groups[name] == nil {
			names = append(names, name)
		}
		groups[name] = append(groups[name], r)
	}
	slices.Sort(names)
	var out [][]report.Report
	for _, n := range names {
		slices.SortStableFunc(groups[n], func(a, b report.Report) int {
			return cmp.Or(cmp.Compare(a.Year(), b.Year()), cmp.Compare(a.ID, b.ID))
		})
		out = append(out, groups[n])
	}
	return out
}

// settle gives a promise that nothing answers its honest status, and its light.
func (l *ledger) settle(p *promise) {
	if len(p.Answers) == 0 {
		switch {
		case l.a.reported(p.Year):
			p.Status = report.Unreported
		case l.o.Today.IsZero() || !p.Due.Before(l.o.Today):
			p.Status = report.NotDue
		default:
			p.Status = report.Unreported
		}
	}
	if p.from < p.Year && !l.a.reported(p.Year) && !l.o.Today.IsZero() && !p.Due.Before(l.o.Today) &&
		p.Status != report.Done && p.Status != report.Exceeded {
		p.Status = report.NotDue
	}
	p.Light = light(p.Commitment, l.o)
}

func light(c report.Commitment, o Options) report.Light {
	switch c.Status {
	case report.Done, report.Exceeded, report.Late:
		return report.LightClosed
	}
	switch {
	case c.Due.IsZero() || o.Today.IsZero():
		return report.LightNone
	case c.Due.Before(o.Today):
		return report.LightOverdue
	case c.Due.Before(o.Today.AddDays(o.DueSoonDays + 1)):
		return report.LightDueSoon
	}
	return report.LightNone
}
