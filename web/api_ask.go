package web

import (
	"bytes"
	"context"
	"net/http"

	"taizhang/api"
	"taizhang/decision"
	"taizhang/index"
	"taizhang/library"
	"taizhang/names"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/series"
	"taizhang/service"
)

// ask answers a use case: a request of the service in JSON, its answer in JSON.
// This is how the program's own client asks; it needs the server's token, and
// changes with the service.
type ask func(r *http.Request) (any, error)

// asks lists the use cases, one a row. Those that take long are in routes.go.
func (s *server) asks() map[string]ask {
	v := s.service
	return map[string]ask{
		api.Search:     asked(v.Search),
		api.Facts:      asked(v.Facts),
		api.FactFacets: asked(v.FactFacets),
		api.Queries: asked(func(ctx context.Context, q api.QueriesRequest) ([]service.Asked, error) {
			return v.Ask(ctx, q.Queries, q.Words)
		}),
		api.Suggest: asked(func(_ context.Context, q api.SuggestRequest) ([]index.Suggestion, error) {
			return v.Suggest(q.Typed, q.Limit)
		}),
		api.SavedSearches: asked(func(context.Context, none) ([]library.SavedSearch, error) { return v.SavedSearches() }),
		api.SavedSearch:   named(v.SavedSearch),
		api.SaveSearch:    told(v.SaveSearch),
		api.RemoveSearch:  told(func(_ context.Context, name string) error { return v.RemoveSearch(name) }),

		api.Ledger: asked(func(_ context.Context, q service.LedgerRequest) ([]report.Commitment, error) { return v.Ledger(q) }),
		api.Series: asked(func(_ context.Context, q service.SeriesRequest) ([]series.Point, error) { return v.Series(q) }),
		api.LedgerSeries: asked(func(_ context.Context, q service.LedgerRequest) ([]series.Series, error) {
			return v.LedgerSeries(q)
		}),
		api.Years: asked(func(_ context.Context, q service.SeriesRequest) ([]series.YearRow, error) { return v.Years(q) }),
		api.CompareYears: asked(func(_ context.Context, q service.CompareYearsRequest) (service.YearDifference, error) {
			return v.CompareYears(q)
		}),
		api.Check: asked(func(_ context.Context, q service.CheckRequest) ([]series.Finding, error) { return v.Check(q) }),
		api.Names: asked(func(_ context.Context, q service.NamesRequest) ([]names.Proposal, error) {
			return v.Names(q)
		}),

		api.Reports: asked(func(_ context.Context, q service.ReportsRequest) ([]index.Entry, error) {
			return v.Reports(q), nil
		}),
		api.Report:    named(v.Report),
		api.Extracted: named(v.Extracted),
		api.Original:  named(v.Original),
		api.Size:      asked(func(context.Context, none) (service.Size, error) { return v.Size() }),
		api.Versions:  asked(func(context.Context, none) ([][]library.Version, error) { return v.Versions() }),
		api.Compare: asked(func(_ context.Context, q api.CompareRequest) (library.Difference, error) {
			return v.Compare(q.A, q.B)
		}),
		api.Removed: asked(func(context.Context, none) ([]library.Removed, error) { return v.Removed() }),
		api.Stale:   asked(func(_ context.Context, q service.ReextractRequest) ([]string, error) { return v.Stale(q) }),
		api.Tools:   asked(func(ctx context.Context, _ none) ([]pipeline.Tool, error) { return v.Tools(ctx) }),
		api.Doctor: asked(func(context.Context, none) (api.Examined, error) {
			found, err := v.Doctor()
			return api.Examined{Folder: v.Folder(), Problems: found}, err
		}),
	}
}

// decisionAsks lists those about decisions; what is decided there holds at once.
func (s *server) decisionAsks() map[string]ask {
	v := s.service
	return map[string]ask{
		api.Decisions: asked(func(context.Context, none) (service.History, error) { return v.Decisions() }),
		api.Locate:    named(v.Locate),
		api.Orphans:   asked(func(context.Context, none) ([]decision.Orphan, error) { return v.Orphans() }),
		api.DecideNames: asked(func(ctx context.Context, q service.DecideNamesRequest) ([]report.Decision, error) {
			return s.adopted(ctx)(v.DecideNames(q))
		}),
		api.Decide: asked(func(ctx context.Context, all []service.DecideRequest) ([]report.Decision, error) {
			return s.adopted(ctx)(v.Decide(ctx, all...))
		}),
		api.Undo: asked(func(ctx context.Context, q api.UndoRequest) ([]report.Decision, error) {
			return s.adopted(ctx)(v.Undo(q.Author, q.IDs...))
		}),
		api.UndoAny: asked(func(ctx context.Context, q api.UndoRequest) ([]report.Decision, error) {
			return s.adopted(ctx)(v.UndoAny(ctx, q.Author, q.IDs...))
		}),
		api.Rehouse: asked(func(ctx context.Context, q api.RehouseRequest) ([]report.Decision, error) {
			return s.adopted(ctx)(v.Rehouse(q.Author, q.ID))
		}),
		api.ImportDecisions: asked(func(ctx context.Context, lines []byte) ([]report.Decision, error) {
			return s.adopted(ctx)(v.ImportDecisions(ctx, bytes.NewReader(lines)))
		}),
	}
}

// none is the request of what asks for nothing in particular.
type none struct{}

// asked makes an ask of a method of the service.
func asked[Q, A any](answer func(context.Context, Q) (A, error)) ask {
	return func(r *http.Request) (any, error) {
		var q Q
		if err := readJSON(r, &q); err != nil {
			return nil, err
		}
		return answer(r.Context(), q)
	}
}

// named makes an ask of a method that takes a name or an id.
func named[A any](answer func(name string) (A, error)) ask {
	return asked(func(_ context.Context, name string) (A, error) { return answer(name) })
}

// told makes an ask of a method that answers nothing.
func told[Q any](do func(context.Context, Q) error) ask {
	return asked(func(ctx context.Context, q Q) (none, error) { return none{}, do(ctx, q) })
}

// askPattern is where use cases are asked for.
const askPattern = api.Ask + "{case}"

// apiAsk answers the use case that the address names.
func (s *server) apiAsk(w http.ResponseWriter, r *http.Request) (any, error) {
	one, ok := s.asked[r.PathValue("case")]
	if !ok {
		return nil, errNoPage
	}
	return one(r)
}
