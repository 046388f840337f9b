package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"taizhang/decision"
	"taizhang/index"
	"taizhang/report"
)

// appliedFile holds, in a generation, how many decisions it takes account of.
const appliedFile = "decisions"

// follow makes index and catalogue agree with all decisions, of which made are
// new. Readers of this process see reports as they were before or as they are
// after, never between. The caller holds changing.
func (l *Library) follow(all, made []report.Decision) error {
	stale, err := l.touched(all, made)
	if err != nil {
		return err
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.addVersions(stale)
	l.apply(all, len(stale) > 0)
	if len(stale) > 0 {
		l.addVersions(stale)
	}
	for id := range stale {
		l.forget(id)
	}
	if len(stale) > 0 {
		if err := l.settle(stale); err != nil {
			return err
		}
	}
	return l.noteApplied(all)
}

// apply makes decisions hold for the catalogue, if it is there, and for reports:
// decisions about a version that does not count move to the one that does.
func (l *Library) apply(all []report.Decision, regroup bool) {
	inForce := decision.InForce(all)
	a := decision.Prepare(inForce)
	if l.catalogue != nil {
		if l.catalogue.applied = a; regroup {
			l.catalogue.regroup(a)
		}
		a = decision.Prepare(decision.Move(inForce, l.catalogue.homes()))
		l.catalogue.applied = a
	}
	l.applied.Store(a)
}

// addVersions adds the other versions of reports: decisions move between them.
func (l *Library) addVersions(ids map[string]bool) {
	var more []string
	for id := range ids {
		if g := l.catalogue.groups[id]; g != nil && len(g.members) > 1 {
			for _, k := range g.members {
				more = append(more, k.ID)
			}
		}
	}
	for _, id := range more {
		ids[id] = true
	}
}

// InForce returns the decisions that hold, oldest first, those about a version
// that does not count moved to the one that does. They are what the ledger is to
// follow.
func (l *Library) InForce() ([]report.Decision, error) {
	l.changing.Lock()
	defer l.changing.Unlock()
	all, err := l.Decisions()
	if err != nil {
		return nil, err
	}
	if err := l.loadCatalogue(); err != nil {
		return nil, err
	}
	return decision.Move(decision.InForce(all), l.catalogue.homes()), nil
}

// touched returns the ids of reports that look otherwise by new decisions.
func (l *Library) touched(all, made []report.Decision) (map[string]bool, error) {
	byID := map[string]report.Decision{}
	for _, d := range all {
		byID[d.ID] = d
	}
	out := map[string]bool{}
	for _, d := range made {
		for range all { // a chain of taking back ends
			if d.Kind != report.DecisionUndo {
				break
			}
			d = byID[d.Undoes]
		}
		if err := l.touchedBy(d, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (l *Library) touchedBy(d report.Decision, out map[string]bool) error {
	switch d.Kind {
	case report.DecisionReport, report.DecisionFact, report.DecisionReject, report.DecisionRemove, report.DecisionVersion:
		out[d.Target.Report()] = true
	case report.DecisionMerge:
		switch d.Field {
		case report.FieldOrg:
			l.touchedOrg(d, out)
		case report.FieldIndicator:
			return l.touchedIndicator(d, out)
		}
	}
	return nil
}

// touchedOrg adds the reports of offices that are merged, or no longer: those
// filed under either name, or the one it went by so far.
func (l *Library) touchedOrg(d report.Decision, out map[string]bool) {
	a := l.applied.Load()
	names := []string{d.Subject, d.Full, a.Org(d.Subject), a.Org(d.Full)}
	for e := range l.index.Each() {
		if slices.Contains(names, e.Org) {
			out[e.ID] = true
		}
	}
}

// touchedIndicator adds the reports that have facts of indicators that are
// merged, or no longer.
func (l *Library) touchedIndicator(d report.Decision, out map[string]bool) error {
	a := l.applied.Load()
	for _, name := range []string{d.Subject, d.Full, a.Indicator(d.Subject), a.Indicator(d.Full)} {
		q, err := index.Parse(`indicator:"` + strings.ReplaceAll(name, `"`, "") + `"`)
		if err != nil {
			return fmt.Errorf("find indicator %s: %w", name, err)
		}
		facts, _, err := l.index.Facts(context.Background(), q, index.Page{}, l)
		if err != nil {
			return err
		}
		for _, f := range facts {
			out[f.Report] = true
		}
	}
	return nil
}

// settle makes the index hold what is to be seen and nothing else; the entries
// of stale reports are made again. The caller holds changing and keeps readers
// out.
func (l *Library) settle(stale map[string]bool) error {
	for e := range l.index.Each() {
		if !l.catalogue.visible(e.ID) {
			if err := l.index.Remove(e.ID); err != nil {
				return err
			}
		}
	}
	var come []string
	for _, id := range l.catalogue.order {
		if _, there := l.index.Entry(id); l.catalogue.visible(id) && (!there || stale[id]) {
			come = append(come, id)
		}
	}
	return l.indexStored(context.Background(), l.index, come, nil)
}

// decisionsApplied returns how many of the decisions the index takes account of,
// 0 where it is of others.
func (l *Library) decisionsApplied(all []report.Decision) int {
	name, err := l.current()
	if err != nil {
		return 0
	}
	data, err := os.ReadFile(l.path(indexDir, name, appliedFile))
	if err != nil {
		return 0
	}
	for n := len(all); n > 0; n-- {
		if string(data) == appliedMark(all[:n]) {
			return n
		}
	}
	return 0
}

// appliedMark names decisions by their number and the last of them.
func appliedMark(all []report.Decision) string {
	if len(all) == 0 {
		return "0\n"
	}
	return fmt.Sprintf("%d %s\n", len(all), all[len(all)-1].ID)
}

func (l *Library) noteApplied(all []report.Decision) error {
	name, err := l.current()
	if err != nil {
		return err
	}
	return l.noteAppliedIn(name, all)
}

func (l *Library) noteAppliedIn(generation string, all []report.Decision) error {
	path := l.path(indexDir, generation, appliedFile)
	return errors.Join(l.write(path, []byte(appliedMark(all))), l.sync(filepath.Join(indexDir, generation)))
}

// prepare cuts a report for the index, as people corrected it.
func (l *Library) prepare(to *index.Index, r *report.Report) (index.Prepared, error) {
	return to.Prepare(l.applied.Load().Report(r))
}
