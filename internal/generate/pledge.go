package generate

import (
	"strings"
)

// pledge is a promise on its way from the plan that makes it to the review that
// answers it.
type pledge struct {
	*Promise
	words   slots // for the templates of plan and answer
	due     due
	target  amount
	unit    string
	noun    noun
	project *project
	other   *project
	level   *level
	partner *pledge // answered in the same sentence
	told    bool
}

// newPledge starts a promise for the year after the one under review.
func (w *writer) newPledge(family string, fate Fate) *pledge {
	p := &pledge{Promise: &Promise{ID: w.nextID(), Org: w.office.Org, Family: family, Year: w.year + 1, Fate: fate},
		words: slots{"place": fill(w.kind.lists["town"][0], slots{"x": w.pick(w.sites)}, w.dice, nil)}}
	p.Chain = p.ID
	w.office.Truth.Promises = append(w.office.Truth.Promises, p.Promise)
	w.pledges = append(w.pledges, p)
	return p
}

// promise writes the pledge by a template of the list, whose second field is
// the bound, and returns it as a piece of the plan.
func (w *writer) promise(p *pledge, list string) piece {
	f := fields(w.pick(w.kind.lists[list]))
	if strings.Contains(f[0], "{due}") {
		if p.due.month == 0 {
			p.due = w.drawDue()
		}
		if p.Fate == Late && p.due.month > 9 {
			p.due = readDue(w.kind.lists["due.june"][0])
		}
		p.words["due"] = p.due.words
	}
	p.words["owner"] = ""
	if strings.Contains(f[0], "{owner}") {
		p.Owner = w.pick(w.kind.lists["dept"])
		p.words["owner"] = strings.ReplaceAll(w.pick(w.kind.lists["owner"]), "{dept}", p.Owner)
	}
	if len(f) > 1 {
		for i := range p.Targets {
			p.Targets[i].Bound = f[1]
		}
	}
	p.Due = p.due.on(p.Year)
	text := fill(f[0], p.words, w.dice, w.kind.lists)
	p.Made = Quote{Report: w.year, Text: strings.TrimPrefix(text, p.words["owner"])}
	return piece{text, []*Quote{&p.Made}}
}

func (p *pledge) aim(value amount, unit string) {
	p.Targets = append(p.Targets, Target{Value: value.String(), Unit: unit})
}

// answer writes an answer to the pledge by a template of the list.
func (w *writer) answer(p *pledge, list string) piece {
	text := fill(fields(w.pick(w.kind.lists[list]))[0], p.words, w.dice, w.kind.lists)
	out, q := quoted(text, w.year)
	p.Answers = append(p.Answers, q)
	p.told = true
	return out
}

// leaveOpen settles the promises of the last plan, whose review is not written.
func (w *writer) leaveOpen() {
	for _, p := range w.pledges {
		p.Fate = Pending
		p.settle("not_due", "unreported")
	}
	for _, p := range w.owed {
		p.Fate = Silent
		p.settle("unreported")
	}
}

func (p *pledge) settle(status ...string) { p.Status = status }
