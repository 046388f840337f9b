package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"taizhang/client"
	"taizhang/decision"
	"taizhang/index"
	"taizhang/library"
	"taizhang/names"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/series"
	"taizhang/service"
)

// desk is where commands ask: the library itself, opened by a service, or the
// server that has it open, through a client. Both give the same answers.
type desk interface {
	searcher
	reader
	decider
	keeper
	io.Closer
}

// searcher finds things.
type searcher interface {
	Search(context.Context, service.SearchRequest) (service.Found, error)
	Facts(context.Context, service.FactsRequest) (service.Facts, error)
	FactFacets(context.Context, service.FactsRequest) (index.Facets, error)
	Ask(ctx context.Context, queries []string, w service.Words) ([]service.Asked, error)
	Suggest(typed string, n int) ([]index.Suggestion, error)
	SavedSearches() ([]library.SavedSearch, error)
	SavedSearch(name string) (library.SavedSearch, error)
	SaveSearch(context.Context, library.SavedSearch) error
	RemoveSearch(name string) error
}

// reader tells what follows from the reports.
type reader interface {
	Ledger(service.LedgerRequest) ([]report.Commitment, error)
	Series(service.SeriesRequest) ([]series.Point, error)
	Years(service.SeriesRequest) ([]series.YearRow, error)
	CompareYears(service.CompareYearsRequest) (service.YearDifference, error)
	LedgerSeries(service.LedgerRequest) ([]series.Series, error)
	Check(service.CheckRequest) ([]series.Finding, error)
	Names(service.NamesRequest) ([]names.Proposal, error)
	Impact(ctx context.Context, progress func(pipeline.ReportImpact)) ([]pipeline.ReportImpact, error)
}

// decider takes down what people decide.
type decider interface {
	Decisions() (service.History, error)
	Locate(id string) (report.DecisionKey, error)
	Orphans() ([]decision.Orphan, error)
	DecideNames(service.DecideNamesRequest) ([]report.Decision, error)
	Decide(context.Context, ...service.DecideRequest) ([]report.Decision, error)
	Undo(by service.Author, ids ...string) ([]report.Decision, error)
	UndoAny(ctx context.Context, by service.Author, ids ...string) ([]report.Decision, error)
	Rehouse(by service.Author, id string) ([]report.Decision, error)
	ImportDecisions(context.Context, io.Reader) ([]report.Decision, error)
	ExportDecisions(io.Writer) (int, error)
}

// keeper looks after what is stored.
type keeper interface {
	Import(context.Context, service.ImportRequest, func(service.ImportProgress)) (library.Summary, error)
	Reextract(ctx context.Context, ids []string, progress func(service.ImportProgress)) (library.Summary, error)
	Rebuild(ctx context.Context, progress func(done, of int)) error
	Backup(ctx context.Context, w io.Writer, progress func(done, of int)) (library.Manifest, error)
	Size() (service.Size, error)
	Versions() ([][]library.Version, error)
	Compare(a, b string) (library.Difference, error)
	Removed() ([]library.Removed, error)
	Stale(service.ReextractRequest) ([]string, error)
	Doctor() ([]report.Problem, error)
	Tools(context.Context) ([]pipeline.Tool, error)
}

// desk returns where to ask. This is the one place that knows whether a server
// runs.
func (a *app) desk(cmd *cobra.Command, mode service.Mode) (desk, error) {
	c, err := client.Dial(cmd.Context(), a.serviceSettings(cmd))
	if errors.Is(err, service.ErrNoServer) {
		return a.openOrServed(cmd, mode)
	}
	if err != nil {
		return nil, err
	}
	return a.served(cmd, c)
}

// served returns the server's desk, if the command may ask there.
func (a *app) served(cmd *cobra.Command, c *client.Client) (desk, error) {
	a.log(cmd).Debug("asking the server that has the library open", "address", c.Address(), "process", c.Process())
	return c, a.checkServed(cmd)
}

// checkServed refuses flags that the server would have to know: it reads and
// extracts by the settings it was started with.
func (a *app) checkServed(cmd *cobra.Command) error {
	if cmd.CommandPath() == "taizhang rules impact" { // works by the rules given here
		return a.checkRuleFolders()
	}
	for _, name := range []string{"rules", "ocr", "password"} {
		if f := cmd.Flags().Lookup(name); f != nil && f.Changed {
			return usageError{fmt.Errorf("--%s: a server has the library open and works by the settings it was "+
				"started with; end it first, or start it with --%s", name, name)}
		}
	}
	return nil
}
