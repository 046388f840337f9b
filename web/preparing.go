package web

import (
	"net/http"
	"time"

	"taizhang/report"
)

// preparing says how far the ledger has come that a page needs.
type preparing struct {
	Done, Of int // offices
}

const (
	// ledgerPatience is how long a page waits for the ledger before it says that
	// it is being worked out.
	ledgerPatience = 700 * time.Millisecond
	askedAgain     = "3" // seconds after which the browser asks again
)

// stillPreparing returns how far the ledger as of a day has come, nil where it is
// there; the browser is told to ask again.
func (s *server) stillPreparing(w http.ResponseWriter, r *http.Request, today report.Date) *preparing {
	done, of, soon := s.service.LedgerSoon(r.Context(), today, ledgerPatience)
	if soon {
		return nil
	}
	w.Header().Set("Refresh", askedAgain)
	return &preparing{done, of}
}

// afterLedger is a page of the ledger: until that is there, it says so instead.
// Files are waited for.
func (s *server) afterLedger(show shower) shower {
	return func(w http.ResponseWriter, r *http.Request) (any, error) {
		p := paramsOf(r)
		today, format := p.date("today"), p.text("format")
		if p.err() == nil && format == "" {
			if still := s.stillPreparing(w, r, today); still != nil {
				return still, nil
			}
		}
		return show(w, r)
	}
}
