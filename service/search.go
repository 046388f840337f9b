package service

import (
	"context"

	"taizhang/index"
	"taizhang/report"
)

// SearchRequest asks for sentences and facts.
type SearchRequest struct {
	Query string     // in query language; empty: everything
	Page  index.Page // of sentences and of facts
}

// Found is what a search finds.
type Found struct {
	Passages []index.Passage `json:"passages"`
	Total    index.Total     `json:"total"` // of passages
	Facts    []report.Fact   `json:"facts"`
}

// Search finds the sentences in which the words stand, and the facts that meet
// the query.
func (s *Service) Search(ctx context.Context, q SearchRequest) (Found, error) {
	query, err := parse(q.Query)
	if err != nil {
		return Found{}, err
	}
	var f Found
	if f.Passages, f.Total, err = s.library.Passages(ctx, query, q.Page); err != nil {
		return Found{}, err
	}
	f.Facts, _, err = s.library.Facts(ctx, query, q.Page)
	return f, err
}

// Check tells what is wrong with the query, without a library: an
// *InvalidError, or nil.
func (q SearchRequest) Check() error {
	_, err := parse(q.Query)
	return err
}

// parse reads a query; its error is an *InvalidError.
func parse(query string) (index.Query, error) {
	q, err := index.Parse(query)
	if err != nil {
		return q, invalid("query", err)
	}
	return q, nil
}
