package service

import "context"

// Counts is how much meets a query.
type Counts struct {
	Passages int `json:"passages"`
	Facts    int `json:"facts"`
}

// Counts counts the sentences and the facts that meet a query without reading
// any.
func (s *Service) Counts(ctx context.Context, query string, w Words) (Counts, error) {
	passages, err := s.CountPassages(ctx, query, w)
	if err != nil {
		return Counts{}, err
	}
	facts, err := s.CountFacts(ctx, query, w)
	return Counts{passages, facts}, err
}

// CountPassages counts the sentences that meet a query.
func (s *Service) CountPassages(ctx context.Context, query string, w Words) (int, error) {
	q, err := s.parse(ctx, query, w)
	if err != nil {
		return 0, err
	}
	counted, err := s.library.PassageFacets(ctx, q, 1)
	return counted.Total, err
}

// CountFacts counts the facts that meet a query.
func (s *Service) CountFacts(ctx context.Context, query string, w Words) (int, error) {
	q, err := s.parse(ctx, query, w)
	if err != nil {
		return 0, err
	}
	counted, err := s.library.FactFacets(ctx, q, 1)
	return counted.Total, err
}
