package service

import (
	"context"

	"taizhang/index"
	"taizhang/report"
)

// FactsRequest asks for facts.
type FactsRequest struct {
	Query string // in query language; empty: everything
	Page  index.Page
}

// Check tells what is wrong with the query, without a library: an
// *InvalidError, or nil.
func (q FactsRequest) Check() error {
	_, err := parse(q.Query)
	return err
}

// Facts are the facts that meet a query.
type Facts struct {
	Facts []report.Fact `json:"facts"`
	Total index.Total   `json:"total"`
}

// Facts finds what the reports state, expect and promise.
func (s *Service) Facts(ctx context.Context, q FactsRequest) (Facts, error) {
	query, err := parse(q.Query)
	if err != nil {
		return Facts{}, err
	}
	facts, total, err := s.library.Facts(ctx, query, q.Page)
	return Facts{facts, total}, err
}
