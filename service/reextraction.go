package service

import (
	"context"
	"sync"
)

// Reextraction is extracting again as it goes on in the background.
type Reextraction struct {
	Stale   int    `json:"stale"` // reports that other rules or another program extracted
	Running bool   `json:"running"`
	Done    int    `json:"done"` // of the work that goes on, or went on last
	Of      int    `json:"of"`
	Refused int    `json:"refused"`
	Failed  string `json:"failed,omitempty"` // why it ended before its time
}

// reextraction is what is known of it.
type reextraction struct {
	mutex sync.Mutex
	now   Reextraction
}

// Reextraction tells how far extracting again has come.
func (s *Service) Reextraction() (Reextraction, error) {
	stale, err := s.Stale(ReextractRequest{})
	s.again.mutex.Lock()
	defer s.again.mutex.Unlock()
	now := s.again.now
	now.Stale = len(stale)
	return now, err
}

// BeginReextraction begins to extract reports again in the background that other
// rules or another program extracted. It ends with the service, and does nothing
// where it goes on already.
func (s *Service) BeginReextraction() error {
	ids, err := s.Stale(ReextractRequest{})
	if err != nil || len(ids) == 0 {
		return err
	}
	s.again.mutex.Lock()
	defer s.again.mutex.Unlock()
	if s.again.now.Running {
		return nil
	}
	s.again.now = Reextraction{Running: true, Of: len(ids)}
	s.working.Go(func() { s.reextractAll(s.life, ids) })
	return nil
}

func (s *Service) reextractAll(ctx context.Context, ids []string) {
	summary, err := s.Reextract(ctx, ids, func(p ImportProgress) {
		s.again.mutex.Lock()
		defer s.again.mutex.Unlock()
		s.again.now.Done = p.Done
	})
	s.again.mutex.Lock()
	defer s.again.mutex.Unlock()
	s.again.now.Running, s.again.now.Refused = false, summary.Refused
	if err != nil {
		s.again.now.Failed = err.Error()
	}
}
