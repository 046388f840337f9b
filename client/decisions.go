package client

import (
	"context"
	"io"

	"taizhang/api"
	"taizhang/decision"
	"taizhang/report"
	"taizhang/service"
)

// Decisions is service.Service.Decisions.
func (c *Client) Decisions() (service.History, error) {
	return soon[service.History](c, api.Decisions, none{})
}

// Locate is service.Service.Locate.
func (c *Client) Locate(id string) (report.DecisionKey, error) {
	return soon[report.DecisionKey](c, api.Locate, id)
}

// Orphans is service.Service.Orphans.
func (c *Client) Orphans() ([]decision.Orphan, error) {
	return soon[[]decision.Orphan](c, api.Orphans, none{})
}

// DecideNames is service.Service.DecideNames; the names are words of the
// server's dictionary soon after.
func (c *Client) DecideNames(q service.DecideNamesRequest) ([]report.Decision, error) {
	return soon[[]report.Decision](c, api.DecideNames, q)
}

// Decide is service.Service.Decide.
func (c *Client) Decide(ctx context.Context, all ...service.DecideRequest) ([]report.Decision, error) {
	return ask[[]report.Decision](ctx, c, api.Decide, all)
}

// Undo is service.Service.Undo.
func (c *Client) Undo(a service.Author, ids ...string) ([]report.Decision, error) {
	return soon[[]report.Decision](c, api.Undo, api.UndoRequest{Author: a, IDs: ids})
}

// UndoAny is service.Service.UndoAny.
func (c *Client) UndoAny(ctx context.Context, a service.Author, ids ...string) ([]report.Decision, error) {
	return ask[[]report.Decision](ctx, c, api.UndoAny, api.UndoRequest{Author: a, IDs: ids})
}

// Rehouse is service.Service.Rehouse.
func (c *Client) Rehouse(a service.Author, id string) ([]report.Decision, error) {
	return soon[[]report.Decision](c, api.Rehouse, api.RehouseRequest{Author: a, ID: id})
}

// ImportDecisions is service.Service.ImportDecisions.
func (c *Client) ImportDecisions(ctx context.Context, r io.Reader) ([]report.Decision, error) {
	lines, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return ask[[]report.Decision](ctx, c, api.ImportDecisions, lines)
}

// ExportDecisions is service.Service.ExportDecisions.
func (c *Client) ExportDecisions(w io.Writer) (int, error) {
	all, err := c.Decisions()
	if err != nil {
		return 0, err
	}
	return len(all.Decisions), decision.Write(w, all.Decisions)
}
