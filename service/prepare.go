package service

import (
	"context"
	"sync"
	"time"

	"taizhang/report"
)

// preparing is something that is being worked out in the background, once for
// all who wait for it.
type preparing struct {
	mutex sync.Mutex
	what  string
	done  chan struct{} // closed when it is there; nil: nothing is being worked out
}

// Progress is how far something has come that takes all reports.
type Progress struct {
	Done, Of int // offices
}

// Prepare works out in the background what pages will ask for that takes all
// reports, so that it is there when somebody comes. Close breaks it off.
func (s *Service) Prepare() {
	s.working.Go(func() {
		// Whoever needs it meets the error, and is told.
		_, _ = s.ledgerOn(s.Today())
		_, _ = s.notes()
	})
}

// BreakOff ends work that goes on in the background, and what is being worked
// out of all reports: whoever waits for it gets an error.
func (s *Service) BreakOff() { s.end() }

// LedgerSoon tells whether the ledger as of a day, zero: the clock's, can be had
// at once, or within as long as the patience lasts. If not it is being worked
// out.
func (s *Service) LedgerSoon(ctx context.Context, today report.Date, patience time.Duration) (Progress, bool) {
	if today.IsZero() {
		today = s.Today()
	}
	state, err := s.library.State()
	if err != nil || s.memos.ledger.holds(state, s.ledgerWith(today)) {
		return Progress{}, true // an error is met by who asks for the ledger itself
	}
	soon := s.within(ctx, patience, s.preparing.begin(s, s.ledgerWith(today), func() { _, _ = s.ledgerOn(today) }))
	return s.ledgers.progress(), soon
}

// NotesSoon is LedgerSoon for what Doubts, Check, Breaks and Series need.
func (s *Service) NotesSoon(ctx context.Context, patience time.Duration) (Progress, bool) {
	state, err := s.library.State()
	if err != nil || s.memos.notes.holds(state, "") {
		return Progress{}, true
	}
	soon := s.within(ctx, patience, s.noting.begin(s, "", func() { _, _ = s.notes() }))
	return s.noted.progress(), soon
}

func (s *Service) within(ctx context.Context, patience time.Duration, done <-chan struct{}) bool {
	patient := time.NewTimer(patience)
	defer patient.Stop()
	select {
	case <-done:
		return true
	case <-patient.C:
	case <-ctx.Done():
	}
	return false
}

// begin has something worked out unless that goes on already. The channel tells
// when it is there.
func (p *preparing) begin(s *Service, what string, workOut func()) <-chan struct{} {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.done != nil && p.what == what {
		return p.done
	}
	done := make(chan struct{})
	p.what, p.done = what, done
	s.working.Go(func() {
		workOut()
		p.mutex.Lock()
		defer p.mutex.Unlock()
		if p.done == done {
			p.done = nil
		}
		close(done)
	})
	return done
}

func (b *byOffice[T]) progress() Progress { return Progress{int(b.done.Load()), int(b.of.Load())} }
