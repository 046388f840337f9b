package track

import (
	"cmp"
	"slices"
	"strings"

	"taizhang/report"
)

// mostAnswers is how many candidates are kept with a promise; mostRead is how
// many are read for it.
const (
	mostAnswers = 3
	mostRead    = 12
)

// answered is a sentence with what it says of a promise.
type answered struct {
	report.Answer
	status report.Status
}

// ledger is what verdicts on one office's promises rest on.
type ledger struct {
	a *answers
	v *vocabulary
	o Options
}

// judge writes the answers and the status they prove into the promise. No
// status but silence comes without a quoted sentence.
func (l *ledger) judge(p *promise) {
	l.know(p)
	found := l.find(p, p.Year)
	told := l.byNumbers(p, found)
	told = append(told, l.byWords(p, found, told)...)
	if later, ok := l.later(p, told); ok {
		told = append([]answered{later}, told...)
	}
	for _, t := range told[:min(mostAnswers, len(told))] {
		p.Answers = append(p.Answers, t.Answer)
	}
	if len(told) > 0 {
		p.Status = told[0].status
	}
	l.settle(p)
}

// know finds the words by which the promise's object is known, and the stage of
// a project it is to reach.
func (l *ledger) know(p *promise) {
	p.object = l.v.core(p.Subject)
	switch {
	case p.facts[0].Kind == report.KindAward && !strings.Contains(p.Text, p.Subject):
		p.object = p.facts[0].Text // the office itself aims at it
	case len(grams(l.v.solid(p.Subject))) == 0:
		p.object = p.Text
	}
	if p.goal = l.v.stageOf(p.Action); p.goal == 0 {
		p.goal = l.v.stageOf(strings.ReplaceAll(p.Text, p.Subject, "")) // 建成区绿化工程 is a name
	}
}

// byNumbers answers the targets of the promise by the numbers of the reviews.
func (l *ledger) byNumbers(p *promise, found []candidate) []answered {
	var out []answered
	var all []reading
	for _, t := range p.facts {
		if t.Value == nil {
			continue
		}
		s, ok := l.bestSpot(p, t, found)
		if !ok {
			continue
		}
		r := l.byNumber(p, t, s)
		all = append(all, r)
		out = append(out, answered{s.answer(r), r.status})
	}
	if len(all) > 0 {
		whole := together(all)
		out[0].status, out[0].Verdict, out[0].Why = whole.status, whole.verdict, whole.why
	}
	return slices.CompactFunc(out, func(a, b answered) bool { return a.Place == b.Place && a.Report == b.Report })
}

func (s spot) answer(r reading) report.Answer {
	a := s.candidate.answer(r)
	a.Value, a.Fact, a.Score = s.fact.Value, s.fact.ID, (1+s.fit)/2
	return a
}

func (c candidate) answer(r reading) report.Answer {
	return report.Answer{Report: c.report, Year: c.year, Sentence: c.words, Place: c.place,
		Verdict: r.verdict, Score: c.score, Why: r.why}
}

// byWords answers the promise by the words of the reviews, what decides first.
// A number that was promised is not reached by words: there they can only tell
// that it failed, that work goes on, or that an award was won.
func (l *ledger) byWords(p *promise, found []candidate, counted []answered) []answered {
	var out []answered
	for _, c := range found[:min(mostRead, len(found))] {
		if c.name < leastName || c.score < leastName || quoted(counted, c) {
			continue
		}
		r, ok := l.read(p, c)
		if ok && len(p.Targets) > 0 && !l.tells(p, c, r) {
			r, ok = reading{report.Unverifiable, report.Mentions, "提到同一事项，没有可比的数"}, c.name >= leastMention
		}
		if ok && (len(counted) == 0 || c.score >= 0.75 && r.verdict == report.Mentions) {
			out = append(out, answered{c.answer(r), r.status})
		}
	}
	slices.SortStableFunc(out, func(x, y answered) int { return cmp.Compare(y.weight(), x.weight()) })
	return out
}

// quoted tells whether the sentence already answers by a number.
func quoted(counted []answered, c candidate) bool {
	return slices.ContainsFunc(counted, func(a answered) bool { return a.Report == c.report && a.Place == c.place })
}

// tells tells whether words prove what they say of a promise with a number: a
// result only where nothing is to happen or an award is to be won, a failure
// only where the object is named well.
func (l *ledger) tells(p *promise, c candidate, r reading) bool {
	if r.verdict == report.Supports {
		return l.provable(p)
	}
	return r.status == report.Missed || c.score >= 0.7 && len([]rune(p.Subject)) > 2 || l.provable(p)
}

// weight orders answers by words: what says a result before what only mentions,
// what names more of the promise before what names less.
func (a answered) weight() float64 {
	w := a.Score
	if d := decisive(a.status); d > 1 {
		w += 0.25
	} else if d == 1 {
		w += 0.15
	}
	return w
}

// provable tells whether words can prove a promise with a number: that nothing
// happens, that an award is won.
func (l *ledger) provable(p *promise) bool {
	return firstOf(p.Text, l.v.Never) != "" || p.award()
}

// later looks for the end of a work that was not done in time in the reports of
// the two years that follow.
func (l *ledger) later(p *promise, told []answered) (answered, bool) {
	if len(told) == 0 || len(p.Targets) > 0 || p.goal < 2 {
		return answered{}, false
	}
	switch told[0].status {
	case report.Done, report.Exceeded, report.Late, report.Partial:
		return answered{}, false
	}
	for year := p.Year + 1; year <= p.Year+2; year++ {
		for _, c := range l.find(p, year) {
			if c.name < 0.75 {
				continue
			}
			if r, ok := l.read(p, c); ok && (r.status == report.Done || r.status == report.Late) {
				r.status = report.Late
				return answered{c.answer(r), r.status}, true
			}
		}
	}
	return answered{}, false
}
