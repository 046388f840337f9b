package service

import (
	"context"

	"taizhang/index"
	"taizhang/report"
)

// SearchRequest asks for sentences and facts.
type SearchRequest struct {
	Query  string     // in query language; empty: everything
	Page   index.Page // of sentences and of facts
	Words  Words
	Facets int  // count the sentences by at most that many values of each field; 0: do not count
	Alone  bool `json:",omitempty"` // sentences without facts
}

// Found is what a search finds.
type Found struct {
	Passages []index.Passage    `json:"passages"`
	Total    index.Total        `json:"total"` // of passages
	Facts    []report.Fact      `json:"facts"`
	Also     []index.Expansion  `json:"also_searched,omitempty"` // in which other words
	Near     []index.Correction `json:"did_you_mean,omitempty"`  // for words that stand nowhere
	Facets   *index.Facets      `json:"facets,omitempty"`        // of passages
}

// Search finds the sentences in which the words stand, and the facts that meet
// the query.
func (s *Service) Search(ctx context.Context, q SearchRequest) (Found, error) {
	query, err := s.parse(ctx, q.Query, q.Words)
	if err != nil {
		return Found{}, err
	}
	defer s.timed("search")()
	f := Found{Also: query.Expansions()}
	if f.Passages, f.Total, err = s.library.Passages(ctx, query, q.Page); err != nil {
		return Found{}, err
	}
	if !q.Alone {
		if f.Facts, _, err = s.library.Facts(ctx, query, q.Page); err != nil {
			return Found{}, err
		}
	}
	f.Passages, f.Facts = listed(f.Passages), listed(f.Facts)
	if len(f.Passages) == 0 && len(f.Facts) == 0 {
		if f.Near, err = s.library.Correct(ctx, query); err != nil {
			return Found{}, err
		}
	}
	if q.Facets > 0 {
		counted, err := s.library.PassageFacets(ctx, query, q.Facets)
		if err != nil {
			return Found{}, err
		}
		f.Facets, f.Total = &counted, index.Total{Count: counted.Total, Exact: true}
	}
	return f, nil
}

// Check tells what is wrong with the query, without a library: an
// *InvalidError, or nil.
func (q SearchRequest) Check() error { return checkQuery(q.Query) }

// Suggest returns at most n names of indicators, organisations and headings
// that what is typed may be the beginning of.
func (s *Service) Suggest(typed string, n int) ([]index.Suggestion, error) {
	return s.library.Suggest(typed, n), nil
}
