package service

import (
	"fmt"
	"sync"

	"taizhang/report"
)

// memo keeps the ledger that was worked out last: a page asks for it again and
// again, and it takes all reports to work it out.
type memo struct {
	mutex sync.Mutex // held while it is worked out, so that it is once for all who wait
	of    string     // state of the library, and the day
	lines []report.Commitment
}

// ledgerOn returns all lines of the ledger as of a day. They are shared and
// must not be changed.
func (s *Service) ledgerOn(today report.Date) ([]report.Commitment, error) {
	s.memo.mutex.Lock()
	defer s.memo.mutex.Unlock()
	state, err := s.library.State()
	if err != nil {
		return nil, err
	}
	of := fmt.Sprint(state, " ", today)
	if s.memo.of == of {
		return s.memo.lines, nil
	}
	lines, err := s.workOutLedger(today)
	if err == nil {
		s.memo.of, s.memo.lines = of, lines
	}
	return lines, err
}
