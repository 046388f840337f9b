package service

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"time"

	"taizhang/decision"
	"taizhang/index"
	"taizhang/pipeline"
	"taizhang/report"
)

// RuleEffectRequest asks what a change to own rules would do to the facts of the
// library.
type RuleEffectRequest struct {
	RuleChange
	Reports int           `json:"reports"` // at most so many, the newest first; 0: all
	Time    time.Duration `json:"-"`       // after which no further report is begun; 0: none
}

// RuleEffect is what would become of the facts of the newest reports.
type RuleEffect struct {
	Check   pipeline.RuleCheck `json:"check"`
	Reports int                `json:"reports"` // looked at, the newest
	Of      int                `json:"of"`      // in the library
	Before  int                `json:"before"`  // facts of those looked at, under the rules in force
	After   int                `json:"after"`

	Appear  int               `json:"appear"`
	Vanish  int               `json:"vanish"`
	Change  int               `json:"change"`
	Changes []pipeline.Change `json:"changes"` // the first of them, newest reports first
	Lost    []report.Decision `json:"lost"`    // decisions that would lose their ground

	Late    bool    `json:"late,omitempty"` // the time was up before all wanted were looked at
	Seconds float64 `json:"seconds"`
}

// mostChanges is how many changes are listed; all are counted.
const mostChanges = 200

// RuleEffect compares the facts that the rules in force make of stored reports
// with those that they would make under a change. Nothing is written. progress,
// which may be nil, is told how many of how many reports are done. What was
// asked last is not worked out twice.
func (s *Service) RuleEffect(
	ctx context.Context, q RuleEffectRequest, progress func(done, of int),
) (RuleEffect, error) {
	trial, check, err := s.trial(&q.RuleChange)
	if err != nil {
		return RuleEffect{}, err
	}
	state, err := s.library.State()
	if err != nil {
		return RuleEffect{}, err
	}
	with := fmt.Sprint(q, s.RulesFingerprint())
	return s.memos.effect.get(state, with, func() (RuleEffect, error) { return s.ruleEffect(ctx, q, trial, check, progress) })
}

func (s *Service) ruleEffect(
	ctx context.Context, q RuleEffectRequest, trial *pipeline.Pipeline, check pipeline.RuleCheck,
	progress func(done, of int),
) (RuleEffect, error) {
	out := RuleEffect{Check: check, Changes: []pipeline.Change{}, Lost: []report.Decision{}}
	entries := newestFirst(s.entries())
	if out.Of = len(entries); q.Reports > 0 {
		entries = entries[:min(q.Reports, len(entries))]
	}
	inForce, err := s.library.InForce()
	if err != nil {
		return out, err
	}
	w := effectWork{now: s.rules.Load().pipeline, trial: trial, inForce: inForce, entries: entries, progress: progress,
		began: time.Now(), time: q.Time}
	found, err := w.run(ctx, s)
	for _, r := range found {
		out.add(r)
	}
	out.Late, out.Seconds = out.Reports < len(entries), time.Since(w.began).Seconds()
	return out, err
}

// newestFirst sorts reports by the year they are about.
func newestFirst(all []index.Entry) []index.Entry {
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b index.Entry) int { return cmp.Compare(b.Year, a.Year) })
	return out
}

// effectWork is a comparison under way.
type effectWork struct {
	now, trial *pipeline.Pipeline
	inForce    []report.Decision
	entries    []index.Entry
	progress   func(done, of int)
	began      time.Time
	time       time.Duration
}

// effect is what becomes of the facts of one report.
type effect struct {
	before, after int
	changes       []pipeline.Change
	lost          []report.Decision
}

// run looks at the reports, several at a time, in their order, until the time is
// up. It returns those that were looked at.
func (w *effectWork) run(ctx context.Context, s *Service) ([]effect, error) {
	found := make([]*effect, len(w.entries))
	errs := make([]error, len(w.entries))
	var mutex sync.Mutex
	var group sync.WaitGroup
	next, done := 0, 0
	take := func() int { // the next report, -1 where there is none any more
		mutex.Lock()
		defer mutex.Unlock()
		if next == len(w.entries) || ctx.Err() != nil || w.time > 0 && time.Since(w.began) > w.time {
			return -1
		}
		next++
		return next - 1
	}
	for range min(runtime.GOMAXPROCS(0), len(w.entries)) {
		group.Go(func() {
			for i := take(); i >= 0; i = take() {
				found[i], errs[i] = w.one(s, w.entries[i])
				mutex.Lock()
				if done++; w.progress != nil {
					w.progress(done, len(w.entries))
				}
				mutex.Unlock()
			}
		})
	}
	group.Wait()
	var out []effect
	for i, f := range found {
		if errs[i] != nil {
			return out, errs[i]
		}
		if f != nil {
			out = append(out, *f)
		}
	}
	return out, context.Cause(ctx)
}

func (w *effectWork) one(s *Service, e index.Entry) (*effect, error) {
	stored, err := s.library.Extracted(e.ID)
	if err != nil {
		return nil, err
	}
	old, fresh := *stored, *stored
	old.Facts, fresh.Facts = w.now.Again(stored), w.trial.Again(stored)
	return &effect{len(old.Facts), len(fresh.Facts), pipeline.Compare(old.Facts, fresh.Facts),
		decision.Lost(&old, &fresh, w.inForce)}, nil
}

func (r *RuleEffect) add(e effect) {
	r.Reports, r.Before, r.After = r.Reports+1, r.Before+e.before, r.After+e.after
	r.Lost = append(r.Lost, e.lost...)
	for _, c := range e.changes {
		switch c.Type {
		case pipeline.Appears:
			r.Appear++
		case pipeline.Vanishes:
			r.Vanish++
		case pipeline.Changes:
			r.Change++
		}
		if len(r.Changes) < mostChanges {
			r.Changes = append(r.Changes, c)
		}
	}
}
