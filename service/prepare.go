package service

import (
	"context"
	"sync"
	"time"

	"taizhang/report"
)

// preparing is a ledger that is being worked out in the background.
type preparing struct {
	mutex sync.Mutex
	of    report.Date
	done  chan struct{} // closed when it is there; nil: nothing is being worked out
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
// out, and done offices of so many are through.
func (s *Service) LedgerSoon(ctx context.Context, today report.Date, patience time.Duration) (done, of int, soon bool) {
	if today.IsZero() {
		today = s.Today()
	}
	state, err := s.library.State()
	if err != nil || s.memos.ledger.holds(state, today.String()) {
		return 0, 0, true // an error is met by who asks for the ledger itself
	}
	patient := time.NewTimer(patience)
	defer patient.Stop()
	select {
	case <-s.beginLedger(today):
		return 0, 0, true
	case <-patient.C:
	case <-ctx.Done():
	}
	return int(s.ledgers.done.Load()), int(s.ledgers.of.Load()), false
}

// beginLedger has the ledger worked out, once for all who ask for the same day.
func (s *Service) beginLedger(today report.Date) <-chan struct{} {
	p := &s.preparing
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.done != nil && p.of == today {
		return p.done
	}
	done := make(chan struct{})
	p.of, p.done = today, done
	s.working.Go(func() {
		_, _ = s.ledgerOn(today)
		p.mutex.Lock()
		defer p.mutex.Unlock()
		if p.done == done {
			p.done = nil
		}
		close(done)
	})
	return done
}
