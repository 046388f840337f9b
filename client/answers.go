package client

import (
	"context"

	"taizhang/api"
	"taizhang/index"
	"taizhang/library"
	"taizhang/names"
	"taizhang/report"
	"taizhang/series"
	"taizhang/service"
)

// Search is service.Service.Search.
func (c *Client) Search(ctx context.Context, q service.SearchRequest) (service.Found, error) {
	return ask[service.Found](ctx, c, api.Search, q)
}

// Facts is service.Service.Facts.
func (c *Client) Facts(ctx context.Context, q service.FactsRequest) (service.Facts, error) {
	return ask[service.Facts](ctx, c, api.Facts, q)
}

// FactFacets is service.Service.FactFacets.
func (c *Client) FactFacets(ctx context.Context, q service.FactsRequest) (index.Facets, error) {
	return ask[index.Facets](ctx, c, api.FactFacets, q)
}

// Ask is service.Service.Ask.
func (c *Client) Ask(ctx context.Context, queries []string, w service.Words) ([]service.Asked, error) {
	return ask[[]service.Asked](ctx, c, api.Queries, api.QueriesRequest{Queries: queries, Words: w})
}

// Suggest is service.Service.Suggest.
func (c *Client) Suggest(typed string, n int) ([]index.Suggestion, error) {
	return soon[[]index.Suggestion](c, api.Suggest, api.SuggestRequest{Typed: typed, Limit: n})
}

// SavedSearches is service.Service.SavedSearches.
func (c *Client) SavedSearches() ([]library.SavedSearch, error) {
	return soon[[]library.SavedSearch](c, api.SavedSearches, none{})
}

// SavedSearch is service.Service.SavedSearch.
func (c *Client) SavedSearch(name string) (library.SavedSearch, error) {
	return soon[library.SavedSearch](c, api.SavedSearch, name)
}

// SaveSearch is service.Service.SaveSearch.
func (c *Client) SaveSearch(ctx context.Context, search library.SavedSearch) error {
	_, err := ask[none](ctx, c, api.SaveSearch, search)
	return err
}

// RemoveSearch is service.Service.RemoveSearch.
func (c *Client) RemoveSearch(name string) error {
	_, err := soon[none](c, api.RemoveSearch, name)
	return err
}

// Ledger is service.Service.Ledger.
func (c *Client) Ledger(q service.LedgerRequest) ([]report.Commitment, error) {
	return soon[[]report.Commitment](c, api.Ledger, q)
}

// Series is service.Service.Series.
func (c *Client) Series(q service.SeriesRequest) ([]series.Point, error) {
	return soon[[]series.Point](c, api.Series, q)
}

// Years is service.Service.Years.
func (c *Client) Years(q service.SeriesRequest) ([]series.YearRow, error) {
	return soon[[]series.YearRow](c, api.Years, q)
}

// LedgerSeries is service.Service.LedgerSeries.
func (c *Client) LedgerSeries(q service.LedgerRequest) ([]series.Series, error) {
	return soon[[]series.Series](c, api.LedgerSeries, q)
}

// Check is service.Service.Check.
func (c *Client) Check(q service.CheckRequest) ([]series.Finding, error) {
	return soon[[]series.Finding](c, api.Check, q)
}

// Names is service.Service.Names.
func (c *Client) Names(q service.NamesRequest) ([]names.Proposal, error) {
	return soon[[]names.Proposal](c, api.Names, q)
}
