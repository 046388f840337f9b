package service

import (
	"fmt"
	"hash/fnv"
	"runtime"
	"slices"
	"sync"

	"taizhang/decision"
	"taizhang/index"
	"taizhang/report"
	"taizhang/track"
)

// officeLedgers keeps the ledger of each office as it was worked out last: a new
// report or decision is work for its office alone.
type officeLedgers struct {
	mutex sync.Mutex
	kept  map[string]officeLedger // by office
}

// officeLedger is the ledger of one office.
type officeLedger struct {
	of      string // what it was worked out of
	lines   []report.Commitment
	orphans []decision.Orphan // decisions about promises that the plans do not make any more
}

// ledgerWork is what the ledgers of all offices are worked out of.
type ledgerWork struct {
	offices []string
	entries map[string][]index.Entry
	decided map[string][]report.Decision // by document; "" for those about none
	states  map[string]string            // by report
	words   track.Words
	options track.Options
}

// workOutLedger follows all promises of the library: of offices that changed
// since it was done last, several at a time.
func (s *Service) workOutLedger(today report.Date) ([]officeLedger, error) {
	w, err := s.ledgerWork(today)
	if err != nil {
		return nil, err
	}
	s.ledgers.mutex.Lock()
	defer s.ledgers.mutex.Unlock()
	out := make([]officeLedger, len(w.offices))
	errs := make([]error, len(w.offices))
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	var working sync.WaitGroup
	for i, office := range w.offices {
		of := w.keyOf(office)
		if kept, ok := s.ledgers.kept[office]; ok && kept.of == of {
			out[i] = kept
			continue
		}
		free <- struct{}{}
		working.Go(func() {
			defer func() { <-free }()
			out[i], errs[i] = s.followOffice(w, office)
			out[i].of = of
		})
	}
	working.Wait()
	kept := map[string]officeLedger{}
	for i, office := range w.offices {
		if errs[i] != nil {
			return nil, errs[i]
		}
		kept[office] = out[i]
	}
	s.ledgers.kept = kept
	return out, nil
}

func (s *Service) ledgerWork(today report.Date) (ledgerWork, error) {
	w := ledgerWork{entries: map[string][]index.Entry{}, decided: map[string][]report.Decision{}, states: map[string]string{},
		options: track.Options{Today: today, DueSoonDays: s.settings.DueSoonDays, Lights: s.settings.Lights}}
	stored, err := s.library.StoredAt()
	if err != nil {
		return w, err
	}
	for _, e := range s.library.Reports() {
		w.entries[e.Org] = append(w.entries[e.Org], e)
		w.states[e.ID] = stored[e.ID].String()
	}
	for office := range w.entries {
		w.offices = append(w.offices, office)
	}
	slices.Sort(w.offices)
	inForce, err := s.library.InForce()
	for _, d := range inForce {
		w.decided[d.Target.Document] = append(w.decided[d.Target.Document], d)
	}
	p, giveBack := s.borrow()
	defer giveBack()
	w.words = track.NewWords(p.Words)
	return w, err
}

// keyOf returns what changes whenever the office's ledger may.
func (w ledgerWork) keyOf(office string) string {
	h := fnv.New128a()
	fmt.Fprintln(h, w.options.Today)
	note := func(all []report.Decision) {
		for _, d := range all {
			fmt.Fprintln(h, d.ID)
		}
	}
	note(w.decided[""])
	for _, e := range w.entries[office] {
		fmt.Fprintln(h, e.ID, w.states[e.ID], e.Facts, e.Year, e.Planned)
		note(w.decided[e.Hash])
	}
	return string(h.Sum(nil))
}

// followOffice works out the ledger of one office.
func (s *Service) followOffice(w ledgerWork, office string) (officeLedger, error) {
	var reports []report.Report
	var decided []report.Decision
	for _, e := range w.entries[office] {
		r, err := s.library.Report(e.ID)
		if err != nil {
			return officeLedger{}, err
		}
		reports = append(reports, *r)
		decided = append(decided, w.decided[e.Hash]...)
	}
	slices.SortStableFunc(decided, func(a, b report.Decision) int { return a.When.Compare(b.When) })
	var out officeLedger
	out.lines, out.orphans = track.Decided(track.Ledger(reports, w.words, w.options), reports, decided, w.words, w.options)
	return out, nil
}
