package service

import (
	"sync"

	"taizhang/index"
	"taizhang/report"
	"taizhang/track"
)

// memos keep what takes all reports to work out: pages ask for it again and
// again.
type memos struct {
	entries  memo[[]index.Entry]
	overview memo[Overview]
	recent   memo[[]Stored]
	ledger   memo[[]report.Commitment]
	findings memo[[]track.Finding]
	breaks   memo[[]track.Break]
	names    memo[[]track.NameProposal]
	doubts   memo[[]Doubt]
	series   memo[*sync.Map] // of points by the name of the indicator
}

// memo keeps what was worked out last, which is shared and must not be changed.
type memo[T any] struct {
	mutex sync.Mutex // held while it is worked out, so that it is once for all who wait
	of    string     // the state of the library, and what else it was worked out of
	value T
}

// get returns what work out makes of a state. An error is not kept.
func (m *memo[T]) get(of string, workOut func() (T, error)) (T, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.of == of {
		return m.value, nil
	}
	value, err := workOut()
	if err == nil {
		m.of, m.value = of, value
	}
	return value, err
}

// remembered returns what is worked out of the library as it is now.
func remembered[T any](s *Service, m *memo[T], workOut func() (T, error)) (T, error) {
	state, err := s.library.State()
	if err != nil {
		var none T
		return none, err
	}
	return m.get(state, workOut)
}
