package web

import (
	"net/http"

	"taizhang/report"
	"taizhang/service"
)

// preparing says how far something has come that a page needs and that takes all
// reports.
type preparing service.Progress

// askedAgain is after how many seconds the browser asks again.
const askedAgain = "3"

// stillPreparing returns how far the ledger as of a day has come, nil where it is
// there; the browser is told to ask again.
func (s *server) stillPreparing(w http.ResponseWriter, r *http.Request, today report.Date) *preparing {
	return notYet(w)(s.service.LedgerSoon(r.Context(), today, s.options.Patience))
}

func notYet(w http.ResponseWriter) func(service.Progress, bool) *preparing {
	return func(p service.Progress, soon bool) *preparing {
		if soon {
			return nil
		}
		w.Header().Set("Refresh", askedAgain)
		return (*preparing)(&p)
	}
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

// afterNotes is a page of what the reports give to look at.
func (s *server) afterNotes(show shower) shower {
	return func(w http.ResponseWriter, r *http.Request) (any, error) {
		if still := notYet(w)(s.service.NotesSoon(r.Context(), s.options.Patience)); still != nil && r.URL.Query().Get("format") == "" {
			return still, nil
		}
		return show(w, r)
	}
}
