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
	Kind   PromiseKind     // with a number or without
	Review []ReviewState   // one of these
	Owner  string          // responsible units whose name contains this
	Text   string          // promise, heading or best answer contains this
	Report string          // made in the report of this id, or answered best by it
	Sort   LedgerOrder     // empty: by office, year and place
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
		(len(q.Light) == 0 || slices.Contains(q.Light, l.Light)) &&
		(q.Kind == "" || KindOfPromise(l) == q.Kind) &&
		(len(q.Review) == 0 || slices.Contains(q.Review, Reviewed(l))) &&
		(q.Owner == "" || strings.Contains(l.Owner, q.Owner)) && q.concerns(l)
}

// concerns tells whether the promise speaks of the text and the report.
func (q LedgerRequest) concerns(l report.Commitment) bool {
	var best report.Answer
	if len(l.Answers) > 0 {
		best = l.Answers[0]
	}
	speaks := q.Text == "" || strings.Contains(l.Sentence, q.Text) || strings.Contains(best.Sentence, q.Text) ||
		strings.Contains(l.Indicator, q.Text) || strings.Contains(strings.Join(l.Section, "\n"), q.Text)
	return speaks && (q.Report == "" || l.MadeIn == q.Report || best.Report == q.Report)
}

// Ledger returns every promise of the library's plans that is wanted, with what
// became of it.
func (s *Service) Ledger(q LedgerRequest) ([]report.Commitment, error) {
	if q.Today.IsZero() {
		q.Today = s.Today()
	}
	defer s.timed("ledger")()
	lines, err := s.ledgerOn(q.Today)
	return WantedLines(lines, q), err
}

// wanted returns how many of the lines are asked for.
func (q LedgerRequest) wanted(lines []report.Commitment) int {
	n := 0
	for i := range lines {
		if q.wants(lines[i]) {
			n++
		}
	}
	return n
}

// WantedLines returns the lines that are asked for, in the order asked for.
func WantedLines(lines []report.Commitment, q LedgerRequest) []report.Commitment {
	wanted := make([]report.Commitment, 0, q.wanted(lines))
	for i := range lines {
		if q.wants(lines[i]) {
			wanted = append(wanted, lines[i])
		}
	}
	q.Sort.sort(wanted)
	return wanted
}

// ledgerOn returns all lines of the ledger as of a day. They are shared and must
// not be changed.
func (s *Service) ledgerOn(today report.Date) ([]report.Commitment, error) {
	state, err := s.library.State()
	if err != nil {
		return nil, err
	}
	return s.memos.ledger.get(state, s.ledgerWith(today), func() ([]report.Commitment, error) {
		offices, err := s.workOutLedger(today)
		n := 0
		for _, o := range offices {
			n += len(o.lines)
		}
		lines := make([]report.Commitment, 0, n) // many, and large
		for _, o := range offices {
			lines = append(lines, o.lines...)
		}
		return lines, err
	})
}
