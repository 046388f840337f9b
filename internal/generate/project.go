package generate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// project is a work of several stages, known by ever shorter names.
type project struct {
	id     string
	names  []string // from full to short
	stages []string
	name   int       // the name last used
	stage  int       // the stage to be reached next
	moved  int       // the month that a review has put its end off to
	unmet  []*pledge // of this stage, not reached when they were due
}

func (p *project) called() string { return p.names[p.name] }

// shorten takes the next shorter name, if there is one.
func (p *project) shorten() { p.name = min(p.name+1, len(p.names)-1) }

func fatesOfProjects() []share {
	return []share{{Kept, 40}, {Late, 9}, {Later, 6}, {Underway, 9}, {Missed, 7}, {Moved, 7}, {Silent, 19}}
}

// newProject draws a project none of whose names holds one of another project.
func (w *writer) newProject() *project {
	for tries := 0; ; tries++ {
		if tries%50 == 49 {
			w.sites = append(w.sites, w.newSite()) // the names of those there are may be used up
		}
		f := fields(w.pick(w.kind.lists["project"]))
		names := strings.Split(strings.ReplaceAll(f[0], "{x}", w.pick(w.sites)), ">")
		if w.clashes(names) {
			continue
		}
		w.names = append(w.names, names...)
		w.serial++
		p := &project{id: fmt.Sprintf("%s/p%d", w.office.Org, w.serial), names: names, stages: strings.Split(f[1], "、")}
		if w.chance(50) {
			p.stage = len(p.stages) - 1 - w.between(0, 1)
		}
		return p
	}
}

func (w *writer) clashes(names []string) bool {
	for _, other := range w.names {
		if slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, other) || strings.Contains(other, n) }) {
			return true
		}
	}
	return false
}

// planProject promises the next stage of a project under way, or of a new one.
func (w *writer) planProject(p *project) piece {
	return w.promise(w.projectPledge(p, w.fate(fatesOfProjects())), "plan.project")
}

func (w *writer) projectPledge(p *project, fate Fate) *pledge {
	l := w.newPledge("project", fate)
	l.Name, l.Chain, l.project = p.called(), p.id, p
	l.words["p"], l.words["stage"] = p.called(), p.stages[p.stage]
	if p.moved > 0 {
		month := strconv.Itoa(p.moved)
		l.due = due{fill(w.kind.lists["due.moved"][0], slots{"m": month}, w.dice, nil), p.moved}
		p.moved = 0
	}
	return l
}

// pair draws two new projects that are to reach the same stage.
func (w *writer) pair() (a, b *project) {
	a, b = w.newProject(), w.newProject()
	for b.stages[b.stage] != a.stages[a.stage] {
		if i := slices.Index(b.stages, a.stages[a.stage]); i >= 0 {
			b.stage = i
			break
		}
		b = w.newProject()
	}
	return a, b
}

// planMerged promises two projects apart that one sentence will answer.
func (w *writer) planMerged() []piece {
	a, b := w.pair()
	first, second := w.projectPledge(a, Merged), w.projectPledge(b, Merged)
	first.partner, second.partner = second, first
	return []piece{w.promise(first, "plan.project"), w.promise(second, "plan.project")}
}

// planTwo promises a stage of two projects at once.
func (w *writer) planTwo() piece {
	a, b := w.pair()
	l := w.newPledge("two", w.fate([]share{{Split, 60}, {Partly, 20}, {Silent, 20}}))
	l.Name, l.project, l.other = a.called()+"、"+b.called(), a, b
	l.words["p"], l.words["q"], l.words["stage"] = a.called(), b.called(), a.stages[a.stage]
	return w.promise(l, "plan.two")
}

// tellProject answers a project and says what the next plan may promise of it.
func (w *writer) tellProject(l *pledge) []piece {
	w.date(l)
	p := l.project
	p.shorten()
	if w.chance(50) {
		l.words["p"] = p.called()
	}
	switch l.Fate {
	case Kept:
		return w.tellReached(l, "done.project", "done")
	case Merged:
		return w.tellMerged(l)
	case Late:
		return w.tellReached(l, "late.project", "late", "missed")
	case Later:
		l.settle("late", "unreported")
		w.owed = append(w.owed, l)
	case Underway:
		return w.tellUnmet(l, "underway.project", "in_progress", "missed")
	case Missed:
		return w.tellUnmet(l, "miss.project", "missed", "in_progress")
	case Moved:
		p.moved, _ = strconv.Atoi(l.words["m"])
		return w.tellUnmet(l, "move.project", "in_progress", "missed")
	default:
		l.settle("unreported")
	}
	return nil
}

// tellReached tells that a stage was reached, which also answers, late, what
// was promised of it before.
func (w *writer) tellReached(l *pledge, list string, status ...string) []piece {
	l.settle(status...)
	out := w.answer(l, list)
	w.goOn(l.project, out.quotes[0])
	return []piece{out}
}

// tellUnmet tells what became of a stage that was not reached; the next plan
// may promise it again.
func (w *writer) tellUnmet(l *pledge, list string, status ...string) []piece {
	l.settle(status...)
	l.project.unmet = append(l.project.unmet, l)
	w.running = append(w.running, l.project)
	return []piece{w.answer(l, list)}
}

// tellMerged answers two promises of the same stage in one sentence.
func (w *writer) tellMerged(l *pledge) []piece {
	if l.told {
		return nil
	}
	other := l.partner
	l.words["q"] = other.project.called()
	out := w.answer(l, "done.project.two")
	other.Answers, other.told = append(other.Answers, out.quotes[0]), true
	for _, p := range []*pledge{l, other} {
		p.settle("done")
		w.goOn(p.project, out.quotes[0])
	}
	return []piece{out}
}

// tellOwed tells the end of a project that the review before passed over.
func (w *writer) tellOwed(l *pledge) []piece {
	w.date(l)
	return []piece{w.answer(l, "late.next")}
}

// tellTwo answers two projects in sentences of their own.
func (w *writer) tellTwo(l *pledge) []piece {
	w.date(l)
	if l.Fate == Silent {
		l.settle("unreported")
		return nil
	}
	first := w.answer(l, "done.project")
	l.words["p"] = l.words["q"]
	if l.Fate == Partly {
		l.settle("partial", "in_progress", "missed")
		return []piece{first, w.answer(l, "underway.project")}
	}
	l.settle("done")
	return []piece{first, w.answer(l, "done.project")}
}

// goOn makes a project that reached its stage, as the quote says, ready for the
// next one.
func (w *writer) goOn(p *project, told *Quote) {
	for _, l := range p.unmet {
		l.settle(append(l.Status, "late")...)
		l.Answers = append(l.Answers, told)
	}
	p.unmet = nil
	if p.stage++; p.stage < len(p.stages) {
		w.running = append(w.running, p)
	}
}

// date draws when a stage was reached: before the due day, or some months after
// it.
func (w *writer) date(l *pledge) {
	month := 12
	if l.due.month > 0 {
		month = l.due.month
	}
	m := w.between(max(1, month-3), month)
	if l.Fate == Late {
		behind := w.between(1, max(1, 12-month))
		m = min(12, month+behind)
		l.words["k"] = strconv.Itoa(m - month)
	}
	if l.Fate == Later {
		m = w.between(2, 10)
	}
	l.words["m"], l.words["d"] = strconv.Itoa(m), strconv.Itoa(w.between(2, 28))
	l.words["pct"] = strconv.Itoa(w.between(35, 90))
	l.words["money"] = amount{int64(w.between(12, 96)), 1}.String() + "亿元"
	l.words["next"] = strconv.Itoa(w.year + 1)
	l.words["cause"] = w.pick(w.kind.lists["cause"])
	if l.Fate == Moved {
		l.words["m"] = strconv.Itoa(w.between(3, 10))
	}
}
