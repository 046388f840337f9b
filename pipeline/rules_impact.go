package pipeline

import (
	"context"
	"runtime"
	"strconv"
	"sync"

	"taizhang/report"
)

// Stored is a report as it was extracted earlier, and how to get the bytes it
// was extracted from.
type Stored struct {
	Name     string // of the file
	Load     func() (report.Report, error)
	Original func() ([]byte, error)
	// Lost names the decisions that have a home in the old report and none in
	// the fresh one; nil: nobody asks.
	Lost func(old, fresh *report.Report) []report.Decision
}

// ReportImpact is what becomes of the facts of one report. Err is set where it
// could not be extracted again; the others go on.
type ReportImpact struct {
	Name    string   `json:"name"`
	Report  string   `json:"report"`
	Org     string   `json:"org,omitempty"`
	Year    int      `json:"year,omitempty"`
	Before  int      `json:"before"` // facts
	After   int      `json:"after"`
	Changes []Change `json:"changes,omitempty"`

	Lost []report.Decision `json:"lost,omitempty"` // decisions that would lose their ground
	Err  error             `json:"-"`
}

// Impact extracts stored reports again and compares the facts: what would
// become of a library if the rules of this pipeline were accepted. It writes
// nothing. workers is how many are extracted at once, 0: one a processor; done
// is told of every report as it is done, by one goroutine at a time, and may be
// nil. The answer is in the order of stored; the error is ctx's alone.
func (p *Pipeline) Impact(
	ctx context.Context, stored []Stored, workers int, done func(ReportImpact),
) ([]ReportImpact, error) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	out := make([]ReportImpact, len(stored))
	next := make(chan int)
	var telling sync.Mutex
	var group sync.WaitGroup
	for range min(workers, len(stored)) {
		group.Go(func() {
			for i := range next {
				out[i] = p.impact(ctx, stored[i])
				if done != nil && ctx.Err() == nil {
					telling.Lock()
					done(out[i])
					telling.Unlock()
				}
			}
		})
	}
	for i := range stored {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	group.Wait()
	return out, context.Cause(ctx)
}

func (p *Pipeline) impact(ctx context.Context, s Stored) ReportImpact {
	out := ReportImpact{Name: s.Name}
	old, err := s.Load()
	if err != nil {
		out.Err = err
		return out
	}
	out.Report, out.Org, out.Year, out.Before = old.ID, old.Outline.Org, old.Year(), len(old.Facts)
	data, err := s.Original()
	if err != nil {
		out.Err = err
		return out
	}
	r, err := p.File(ctx, old.Name, data, hintsOf(old.Outline))
	if err != nil {
		out.Err = err
		return out
	}
	out.After, out.Changes = len(r.Facts), Compare(old.Facts, r.Facts)
	if s.Lost != nil {
		out.Lost = s.Lost(&old, &r)
	}
	return out
}

// hintsOf returns what a person said of a document when it was imported.
func hintsOf(o report.Outline) Hints {
	var h Hints
	for _, e := range o.Evidence {
		if e.From != "argument" {
			continue
		}
		switch e.Field {
		case "org":
			h.Org = e.Value
		case "kind":
			h.Kind = e.Value
		case "reviewed":
			h.Year, _ = strconv.Atoi(e.Value)
		}
	}
	return h
}
