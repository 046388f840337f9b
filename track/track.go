// Package track follows promises from the plan that made them to the reports
// that answer them. It is pure: reports in, ledger out; the day is an argument.
package track

import (
	"runtime"
	"slices"
	"sync"

	"taizhang/report"
)

// Options are the day on which the ledger is looked at, how many days before
// its due day a promise is due soon, and the schemes of offices that do
// otherwise.
type Options struct {
	Today       report.Date
	DueSoonDays int
	Lights      []LightScheme
}

// Ledger returns every promise of the reports with what became of it, by
// office, year and place in the text. Offices are followed side by side.
func Ledger(reports []report.Report, words Words, o Options) []report.Commitment {
	v := newVocabulary(words)
	offices := report.ByOffice(reports)
	lines := make([][]report.Commitment, len(offices))
	var workers sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(offices)) {
		workers.Go(func() {
			for i := range next {
				lines[i] = v.office(offices[i], o)
			}
		})
	}
	for i := range offices {
		next <- i
	}
	close(next)
	workers.Wait()
	return slices.Concat(lines...)
}

// Office returns the ledger of one office. It depends on nothing but the
// reports of that office and the options, so that a new report changes the
// lines of its own office only. The reports may come in any order; all are
// taken to be of one office.
func Office(reports []report.Report, words Words, o Options) []report.Commitment {
	reports = slices.Clone(reports)
	slices.SortStableFunc(reports, report.ByYear)
	return newVocabulary(words).office(reports, o)
}

// office follows the promises of one office, its reports in order.
func (v *vocabulary) office(reports []report.Report, o Options) []report.Commitment {
	l := &ledger{a: newAnswers(reports, v), v: v, o: o}
	var lines []promise
	var ends []int // of the promises of each report
	for _, r := range reports {
		lines = append(lines, v.promises(r)...)
		ends = append(ends, len(lines))
	}
	for i := range lines {
		l.know(&lines[i])
	}
	chains := link(lines, v)
	chains.wordings(lines)
	from := 0
	for _, end := range ends {
		l.judgePlan(lines[from:end])
		from = end
	}
	chains.write(lines)
	out := make([]report.Commitment, len(lines))
	for i, p := range lines {
		out[i] = p.Commitment
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
