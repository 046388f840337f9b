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
	q, err := s.parse(ctx, query, w)
	if err != nil {
		return Counts{}, err
	}
	passages, err := s.library.PassageFacets(ctx, q, 1)
	if err != nil {
		return Counts{}, err
	}
	facts, err := s.library.FactFacets(ctx, q, 1)
	return Counts{passages.Total, facts.Total}, err
}
