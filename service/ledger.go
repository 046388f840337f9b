package service

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/report"
)

// LedgerRequest says which promises are wanted, and as of which day; zero
// fields ask for all.
type LedgerRequest struct {
	Org    string          // offices whose name contains this
	Year   int             // the year the promise is for
	Status []report.Status // one of these
	Light  []report.Light  // one of these
	Today  report.Date     // the day the ledger is looked at; zero: the clock's
}

// Statuses are the statuses of a promise, in the order in which they are listed.
func Statuses() []report.Status {
	return []report.Status{report.Done, report.Exceeded, report.Partial, report.InProgress, report.Missed,
		report.Late, report.Unreported, report.NotDue, report.Unverifiable}
}

// ParseStatuses reads statuses; the error is an *InvalidError.
func ParseStatuses(words []string) ([]report.Status, error) {
	var out []report.Status
	for _, w := range words {
		if !slices.Contains(Statuses(), report.Status(w)) {
			return nil, invalid("status", fmt.Errorf("status %s: want some of %s", w, statusList()))
		}
		out = append(out, report.Status(w))
	}
	return out, nil
}

func statusList() string {
	var out []string
	for _, s := range Statuses() {
		out = append(out, string(s))
	}
	return strings.Join(out, ", ")
}

func (q LedgerRequest) wants(l report.Commitment) bool {
	return strings.Contains(l.Org, q.Org) && (q.Year == 0 || l.Year == q.Year) &&
		(len(q.Status) == 0 || slices.Contains(q.Status, l.Status)) &&
		(len(q.Light) == 0 || slices.Contains(q.Light, l.Light))
}

// Ledger returns every promise of the library's plans that is wanted, with what
// became of it.
func (s *Service) Ledger(q LedgerRequest) ([]report.Commitment, error) {
	if q.Today.IsZero() {
		q.Today = s.Today()
	}
	defer s.timed("ledger")()
	lines, err := s.ledgerOn(q.Today)
	wanted := []report.Commitment{}
	for _, l := range lines {
		if q.wants(l) {
			wanted = append(wanted, l)
		}
	}
	return wanted, err
}

// ledgerOn returns all lines of the ledger as of a day. They are shared and must
// not be changed.
func (s *Service) ledgerOn(today report.Date) ([]report.Commitment, error) {
	state, err := s.library.State()
	if err != nil {
		return nil, err
	}
	return s.memos.ledger.get(fmt.Sprint(state, " ", today), func() ([]report.Commitment, error) {
		offices, err := s.workOutLedger(today)
		var lines []report.Commitment
		for _, o := range offices {
			lines = append(lines, o.lines...)
		}
		return lines, err
	})
}
