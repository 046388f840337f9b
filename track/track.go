// Package track follows promises from the plan that made them to the reports
// that answer them, and indicators through the years. It is pure: reports in,
// ledger out; the day is an argument.
package track

import (
	"cmp"
	"slices"

	"taizhang/report"
)

// Words are the word lists that verdicts rest on; they come from
// rules/lexicon/track.yaml.
type Words struct {
	Completed []string // 竣工, 投入使用: the work is done
	Ongoing   []string // 正在, 稳步推进: it is not
	Failed    []string // 未完成, 推迟: it is said to have failed
}

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
	for _, office := range byOffice(reports) {
		answers := newAnswers(office)
		for _, r := range office {
			for _, c := range promises(r) {
				judge(&c, answers.find(c), words)
				settle(&c, answers, o)
				out = append(out, c)
			}
		}
	}
	link(out)
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
func settle(c *report.Commitment, a *answers, o Options) {
	if len(c.Answers) == 0 {
		switch {
		case a.reported(c.Year):
			c.Status = report.Unreported
		case o.Today.IsZero() || !c.Due.Before(o.Today):
			c.Status = report.NotDue
		default:
			c.Status = report.Unreported
		}
	}
	c.Light = light(*c, o)
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
