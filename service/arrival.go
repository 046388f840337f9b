package service

import (
	"slices"

	"taizhang/report"
)

// Arrival is a report that came into the library, and what it brought.
type Arrival struct {
	Stored
	Promises int              `json:"promises"` // made in it
	Answers  int              `json:"answers"`  // promises that it answers best
	Problems []report.Problem `json:"problems"` // that its reading met
}

// Arrivals returns the reports that came last, latest first, at most that many.
func (s *Service) Arrivals(most int) ([]Arrival, error) {
	out, err := s.Arrived(most)
	if err != nil {
		return nil, err
	}
	lines, err := s.ledgerOn(s.Today())
	if err != nil {
		return nil, err
	}
	for _, l := range lines {
		for i := range out {
			if out[i].ID == l.MadeIn {
				out[i].Promises++
			}
			if len(l.Answers) > 0 && out[i].ID == l.Answers[0].Report {
				out[i].Answers++
			}
		}
	}
	return out, nil
}

// Arrived is Arrivals without the promises, which take the ledger to count.
func (s *Service) Arrived(most int) ([]Arrival, error) {
	recent, err := s.Recent(most)
	if err != nil {
		return nil, err
	}
	out := make([]Arrival, len(recent))
	for i, stored := range recent {
		r, err := s.library.Report(stored.ID)
		if err != nil {
			return nil, err
		}
		out[i] = Arrival{Stored: stored, Problems: slices.Concat([]report.Problem{}, r.Problems)}
	}
	return out, nil
}
