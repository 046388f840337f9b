package index

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// hit is a fact or a sentence that was found: its report's place among the
// candidates, its own place in the report, and what it is sorted by.
type hit struct {
	report, item int32
	key          sortKey
}

// stretch is how many reports one goroutine looks at before it asks for more.
const stretch = 64

// each looks at all reports, several goroutines at once. visit is called for
// every report that may hold something, by one goroutine at a time for each
// stretch; what it collects for its stretch keeps the order.
func (p *plan) each(ctx context.Context, reports []*listed, visit func(stretch, report int, l *look)) error {
	stretches := (len(reports) + stretch - 1) / stretch
	var next atomic.Int64
	var failed atomic.Pointer[error]
	work := func(worker int) {
		l := p.look(worker)
		for failed.Load() == nil && ctx.Err() == nil {
			s := int(next.Add(1) - 1)
			if s >= stretches {
				return
			}
			from := s * stretch
			err := l.through(reports[from:min(from+stretch, len(reports))], func(i int) { visit(s, from+i, l) })
			if err != nil {
				failed.CompareAndSwap(nil, &err)
			}
		}
	}
	var workers sync.WaitGroup
	for i := range p.workers(reports) {
		workers.Go(func() { work(i) })
	}
	workers.Wait()
	if err := failed.Load(); err != nil {
		return *err
	}
	return ctx.Err()
}

// workers is how many goroutines look at reports.
func (p *plan) workers(reports []*listed) int {
	return min((len(reports)+stretch-1)/stretch, runtime.GOMAXPROCS(0))
}

// damaged turns the panic that a damaged block leads to into an error: what
// stands in a file must not end the program.
func damaged(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("search: %w (%v)", ErrOutdated, p)
	}
}

// through opens one report after the other.
func (l *look) through(reports []*listed, visit func(i int)) (err error) {
	defer damaged(&err)
	for i, r := range reports {
		if l.open(r) {
			visit(i)
		}
	}
	return nil
}

// gathered is what was found in a stretch.
type gathered struct {
	hits  []hit // as many as can be on the page
	count int
}

// gather looks at all reports and collects, in order, at most keep hits of
// each stretch (0: all); in sorted order the best of them.
func (p *plan) gather(ctx context.Context, reports []*listed, keep int, find finder, by order) (gathered, error) {
	all := make([]gathered, (len(reports)+stretch-1)/stretch)
	err := p.each(ctx, reports, func(s, report int, l *look) {
		g := &all[s]
		find(l, func(item int, key sortKey) {
			g.count++
			if by != nil || keep == 0 || len(g.hits) < keep {
				g.hits = append(g.hits, hit{int32(report), int32(item), key})
			}
			if by != nil && keep > 0 && len(g.hits) >= 2*keep+stretch {
				g.hits = best(g.hits, keep, by)
			}
		})
	})
	var out gathered
	for _, g := range all {
		out.count += g.count
		if by != nil || keep == 0 || len(out.hits) < keep {
			out.hits = append(out.hits, g.hits...)
		}
	}
	if by != nil {
		out.hits = best(out.hits, keep, by)
	}
	return out, err
}

// finder calls found for all that a look finds in the report it is at.
type finder func(l *look, found func(item int, key sortKey))

// best sorts hits and returns the first keep of them (0: all).
func best(hits []hit, keep int, by order) []hit {
	slices.SortFunc(hits, func(a, b hit) int { return by(a, b) })
	if keep > 0 && len(hits) > keep {
		hits = hits[:keep]
	}
	return hits
}
