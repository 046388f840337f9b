package service

import (
	"context"

	"taizhang/index"
	"taizhang/report"
)

// FactsRequest asks for facts.
type FactsRequest struct {
	Query  string // in query language; empty: everything
	Page   index.Page
	Words  Words
	Facets int // count the facts by at most that many values of each field; 0: do not count
}

// Check tells what is wrong with the query, without a library: an
// *InvalidError, or nil.
func (q FactsRequest) Check() error { return checkQuery(q.Query) }

// Facts are the facts that meet a query.
type Facts struct {
	Facts  []report.Fact      `json:"facts"`
	Total  index.Total        `json:"total"`
	Also   []index.Expansion  `json:"also_searched,omitempty"` // in which other words
	Near   []index.Correction `json:"did_you_mean,omitempty"`  // for words that stand nowhere
	Facets *index.Facets      `json:"facets,omitempty"`
}

// listed makes a list of none an empty one, which in JSON is [].
func listed[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}

// Facts finds what the reports state, expect and promise.
func (s *Service) Facts(ctx context.Context, q FactsRequest) (Facts, error) {
	query, err := s.parse(ctx, q.Query, q.Words)
	if err != nil {
		return Facts{}, err
	}
	defer s.timed("facts")()
	f := Facts{Also: query.Expansions()}
	if f.Facts, f.Total, err = s.library.Facts(ctx, query, q.Page); err != nil {
		return Facts{}, err
	}
	f.Facts = listed(f.Facts)
	if len(f.Facts) == 0 {
		if f.Near, err = s.library.Correct(ctx, query); err != nil {
			return Facts{}, err
		}
	}
	if q.Facets > 0 {
		counted, err := s.library.FactFacets(ctx, query, q.Facets)
		if err != nil {
			return Facts{}, err
		}
		f.Facets, f.Total = &counted, index.Total{Count: counted.Total, Exact: true}
	}
	return f, nil
}

// FactFacets counts the facts that meet a query without reading any.
func (s *Service) FactFacets(ctx context.Context, q FactsRequest) (index.Facets, error) {
	query, err := s.parse(ctx, q.Query, q.Words)
	if err != nil {
		return index.Facets{}, err
	}
	return s.library.FactFacets(ctx, query, q.Facets)
}
