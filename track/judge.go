package track

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"taizhang/report"
)

// mostAnswers is how many candidates are kept with a promise; mostRead is how
// many are read for it.
const (
	mostAnswers = 3
	mostRead    = 24
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

	objects [][]rune          // what the plan being judged is about
	holding map[string]int    // a short name → objects of the plan that hold it
	chars   map[rune]int      // character → sentences that hold it
	plain   map[string][]rune // name → its plain form
	own     map[string]bool   // a word and a name it is of → it stands by itself
}

// plan takes the promises of one report for those that are judged next.
func (l *ledger) plan(promises []promise) {
	l.objects, l.holding = nil, map[string]int{}
	seen := map[string]bool{}
	for _, p := range promises {
		if p.Subject != "" && !seen[p.Subject] {
			seen[p.Subject] = true
			l.objects = append(l.objects, []rune(p.Subject))
		}
	}
}

// judgePlan judges the promises of one plan.
func (l *ledger) judgePlan(promises []promise) {
	l.plan(promises)
	for i := range promises {
		l.judge(&promises[i])
	}
	l.spare(promises)
	l.spareWords(promises)
}

// judge writes the answers and the status they prove into the promise. No
// status but silence comes without a quoted sentence.
func (l *ledger) judge(p *promise) {
	told := l.overParts(p)
	if len(told) == 0 {
		told = l.overYears(p)
	}
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

// overParts answers a promise of several works work by work: it is done where
// all are, partly where some are or go on. Where no answer names one it is
// answered as a whole.
func (l *ledger) overParts(p *promise) []answered {
	var out []answered
	best, worst, named := 0, 5, 0
	for _, part := range p.parts {
		q := *p
		q.object, q.names, q.parts, q.Text = part, l.v.namesOf(part), nil, itemOf(p.Text, part)+p.Action
		told := l.overYears(&q)
		rank := 0
		if len(told) > 0 {
			named++
			rank = rankOf(told[0].status)
			out = append(out, told[0])
		}
		best, worst = max(best, rank), min(worst, rank)
	}
	if named == 0 || named == 1 && len(p.parts) > 1 && worst == 0 && best < 2 {
		return nil
	}
	slices.SortStableFunc(out, func(x, y answered) int { return cmp.Compare(rankOf(y.status), rankOf(x.status)) })
	if best == 4 && worst < 4 {
		out[0].status, out[0].Verdict = report.Partial, report.PartlyMet
		out[0].Why += fmt.Sprintf("，共%d项，不是每项都完成", len(p.parts))
	}
	return slices.CompactFunc(out, func(a, b answered) bool { return a.Place == b.Place && a.Report == b.Report })
}

// overYears returns the answers of the years that the promise was given, the
// one that decides first. Before the last of them nothing is missed.
func (l *ledger) overYears(p *promise) []answered {
	var out []answered
	for year := p.from; year <= p.Year; year++ {
		found := l.find(p, year)
		told := l.byCourse(p, year)
		if told == nil {
			told = l.byNumbers(p, year, found)
			if len(told) == 0 && p.from == p.Year {
				told = l.derived(p, year, found)
			}
			told = append(told, l.byWords(p, found, told)...)
		}
		for i := range told {
			if year < p.Year && told[i].verdict() != report.Supports && !p.each {
				told[i].status, told[i].Verdict = report.InProgress, report.Mentions
			}
		}
		out = append(out, told...)
	}
	if p.from < p.Year {
		slices.SortStableFunc(out, func(x, y answered) int {
			latest := cmp.Compare(y.Year, x.Year)
			if p.each {
				latest = -latest // every year has the target: the first is asked first
			}
			return cmp.Or(cmp.Compare(rankOf(y.status), rankOf(x.status)), latest)
		})
	}
	return out
}

func (a answered) verdict() report.Verdict { return a.Verdict }

// rankOf orders what the answers of several years say: what ends the promise
// first.
func rankOf(s report.Status) int {
	switch s {
	case report.Done, report.Exceeded:
		return 4
	case report.Late, report.Missed, report.Partial:
		return 3
	case report.InProgress:
		return 2
	}
	return 1
}

// byNumbers answers the targets of the promise by the numbers of the reviews.
func (l *ledger) byNumbers(p *promise, year int, found []candidate) []answered {
	return l.byTargets(p, func(i int) (spot, bool) { return l.bestSpot(p, p.facts[i], year, found) })
}

// byTargets answers each target of the promise by the number that is picked for
// it, by its place among the facts.
func (l *ledger) byTargets(p *promise, pick func(int) (spot, bool)) []answered {
	var out []answered
	var all []reading
	for i, t := range p.facts {
		if t.Value == nil {
			continue
		}
		s, ok := pick(i)
		if !ok {
			continue
		}
		r := l.byNumber(p, t, s)
		if w := l.onlyStage(t, s); w != "" && r.verdict == report.Supports {
			r = reading{status: report.Partial, verdict: report.PartlyMet, why: r.why + "，只到" + w}
			if l.v.stageOf(w) == begun {
				r.status, r.verdict = report.InProgress, report.Mentions
			}
		}
		all = append(all, r)
		a := answered{s.answer(r), r.status}
		a.Percent = l.percent(p, t, s)
		if r.status == report.Late {
			a.DaysLate = daysLate(p.Due, s.fact.Period.Start)
		}
		out = append(out, a)
	}
	if len(all) > 0 {
		whole := together(all)
		out[0].status, out[0].Verdict, out[0].Why = whole.status, whole.verdict, whole.why
	}
	return slices.CompactFunc(out, func(a, b answered) bool { return a.Place == b.Place && a.Report == b.Report })
}

// percent returns how much of the target was reached, in percent; 0 where less
// is better or nothing can be said.
func (l *ledger) percent(p *promise, t report.Fact, s spot) int {
	want, have := t.Value.Least().Abs(), s.fact.Value.Least().Abs()
	if l.ceiling(p, t) || !want.IsPositive() || t.Kind == report.KindRank {
		return 0
	}
	share := have.Mul(report.Whole(100)).DivRound(want, 0)
	n, err := strconv.Atoi(share.String())
	if err != nil {
		return 0
	}
	return n
}

// daysLate returns the days from the due day to the day of the answer.
func daysLate(due, day report.Date) int {
	if due.IsZero() || day.IsZero() || !due.Before(day) {
		return 0
	}
	return int(day.Time().Sub(due.Time()).Hours() / 24)
}

func (s spot) answer(r reading) report.Answer {
	a := s.candidate.answer(r)
	a.Value, a.Fact, a.Score = s.fact.Value, s.fact.ID, (1+s.fit)/2
	return a
}

func (c candidate) answer(r reading) report.Answer {
	return report.Answer{Report: c.report, Year: c.year, Sentence: c.words, Place: c.place,
		Verdict: r.verdict, Score: c.score, Why: r.why, DaysLate: r.late}
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
		if ok && len(p.Targets) > 0 && r.status != report.Missed && !l.provable(p) && !l.namesHead(p, c) {
			continue
		}
		if ok && r.verdict == report.Supports && l.oneOfSeveral(p, c) {
			r = reading{status: report.Partial, verdict: report.PartlyMet, why: r.why + "，说的只是其中一个"}
		} else if ok && len(p.Targets) > 0 && !l.tells(p, c, r) {
			r, ok = reading{status: report.Unverifiable, verdict: report.Mentions, why: "提到同一事项，没有可比的数"}, c.name >= leastBare && !c.plan
		}
		if ok && r.status == report.Unverifiable && len(p.Targets) > 0 && !p.toldOtherwise(c) {
			r.status = report.Unreported // a number was promised, and none is told
		}
		if ok && (len(counted) == 0 || c.score >= 0.75 && r.verdict == report.Mentions) {
			out = append(out, answered{c.answer(r), r.status})
		}
	}
	slices.SortStableFunc(out, func(x, y answered) int { return cmp.Compare(y.weight(), x.weight()) })
	return out
}

// namesHead tells whether the sentence names the last word of what is counted:
// 基本公共卫生服务 is not its 经费标准.
func (l *ledger) namesHead(p *promise, c candidate) bool {
	for _, n := range p.names {
		pairs := grams(l.v.core(n))
		if len(pairs) > 0 && strings.Contains(c.words, pairs[len(pairs)-1]) {
			return true
		}
	}
	return false
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
		return l.provable(p) || r.status == report.Done && c.name >= leastProof && l.sameCount(p, c) || c.name >= 0.75 && r.status == report.Done && l.taskDone(p, c)
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
	return firstOf(p.Text, l.v.Never) != "" || p.award() || p.told || p.all()
}

// all tells whether the promise is of all there are: 达标率100%, 全覆盖.
func (p *promise) all() bool {
	return len(p.Targets) == 1 && p.Targets[0].Unit == "%" && p.Targets[0].Comparison == "" &&
		p.Targets[0].Min.Equal(report.Whole(100))
}

// undecided tells whether no answer says more than that the thing is spoken of.
func undecided(told []answered) bool {
	return len(told) == 0 || told[0].status == report.Unverifiable
}

// later looks for the end of a work that was not done in time in the reports of
// the two years that follow.
func (l *ledger) later(p *promise, told []answered) (answered, bool) {
	if len(p.Targets) > 0 || len(p.parts) > 0 || p.goal < begun || p.from < p.Year || !l.a.reported(p.Year) {
		return answered{}, false
	}
	leastLater, own := 0.75, *p
	switch {
	case undecided(told) && (strings.ContainsAny(p.object, "、和及与") || len(told) > 0 && p.goal == begun):
		return answered{}, false // what is spoken of may have begun
	case undecided(told):
		leastLater, own.wordings = 0.85, nil
	case told[0].status != report.Missed:
		return answered{}, false
	}
	for year := p.Year + 1; year <= p.Year+2; year++ {
		for _, c := range l.find(&own, year) {
			if c.name < leastLater || l.v.areaOf([]rune(p.object)) != l.v.areaOf([]rune(l.clauseOf(p, c))) {
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
