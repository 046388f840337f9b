package service

import (
	"sync"
	"time"

	"taizhang/index"
	"taizhang/names"
	"taizhang/report"
	"taizhang/series"
)

// memos keep what takes all reports to work out: pages ask for it again and
// again.
type memos struct {
	entries  memo[[]index.Entry]
	overview memo[Overview]
	recent   memo[[]Stored]
	ledger   memo[[]report.Commitment]
	findings memo[[]series.Finding]
	notes    memo[[]officeNotes]
	names    memo[[]names.Proposal]
	effect   memo[RuleEffect] // of rules on trial
	series   memo[*sync.Map]  // of points by the name of the indicator
}

// memo keeps what was worked out last, which is shared and must not be changed.
type memo[T any] struct {
	mutex sync.Mutex // held while it is worked out, so that it is once for all who wait
	of    string     // the state of the library
	with  string     // what else it was worked out of
	began time.Time  // when it began to be worked out
	value T
}

// get returns what work out makes of a state and of what is given with it. While
// an import goes on the state changes all the time: who had to wait takes, too,
// what was begun after he asked, for that is newer than his question. An error
// is not kept.
func (m *memo[T]) get(of, with string, workOut func() (T, error)) (T, error) {
	asked := time.Now()
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.with == with && !m.began.IsZero() && (m.of == of || m.began.After(asked)) {
		return m.value, nil
	}
	began := time.Now()
	value, err := workOut()
	if err == nil {
		m.of, m.with, m.began, m.value = of, with, began, value
	}
	return value, err
}

// holds tells whether what is kept is of that state, without waiting for what is
// being worked out.
func (m *memo[T]) holds(of, with string) bool {
	if !m.mutex.TryLock() {
		return false
	}
	defer m.mutex.Unlock()
	return m.of == of && m.with == with && !m.began.IsZero()
}

// remembered returns what is worked out of the library as it is now.
func remembered[T any](s *Service, m *memo[T], workOut func() (T, error)) (T, error) {
	state, err := s.library.State()
	if err != nil {
		var none T
		return none, err
	}
	return m.get(state, "", workOut)
}
