package api

import "taizhang/service"

// Ask is where the program's own client asks; the name of a use case follows.
// It needs the token of the server, and changes with the service.
const Ask = Root + "/ask/"

// The names of the use cases.
const (
	Search        = "search"
	Facts         = "facts"
	FactFacets    = "fact_facets"
	Queries       = "queries"
	Suggest       = "suggest"
	SavedSearches = "saved_searches"
	SavedSearch   = "saved_search"
	SaveSearch    = "save_search"
	RemoveSearch  = "remove_search"

	Ledger       = "ledger"
	Series       = "series"
	Years        = "years"
	CompareYears = "compare_years"
	LedgerSeries = "ledger_series"
	Check        = "check"
	Names        = "names"
	Reports      = "reports"
	Report       = "report"
	Extracted    = "extracted"
	Original     = "original"
	Size         = "size"
	Versions     = "versions"
	Compare      = "compare"
	Removed      = "removed"
	Stale        = "stale"
	Tools        = "tools"
	Doctor       = "doctor"

	Decisions       = "decisions"
	Locate          = "locate"
	Orphans         = "orphans"
	DecideNames     = "decide_names"
	Decide          = "decide"
	Undo            = "undo"
	UndoAny         = "undo_any"
	Rehouse         = "rehouse"
	ImportDecisions = "import_decisions"
)

// QueriesRequest asks many queries.
type QueriesRequest struct {
	Queries []string
	Words   service.Words
}

// SuggestRequest asks how a name may go on.
type SuggestRequest struct {
	Typed string
	Limit int
}

// CompareRequest names two reports.
type CompareRequest struct{ A, B string }

// RehouseRequest names an orphaned decision.
type RehouseRequest struct {
	service.Author
	ID string
}

// UndoRequest names decisions.
type UndoRequest struct {
	service.Author
	IDs []string
}
