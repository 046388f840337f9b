package service

import (
	"taizhang/decision"
	"taizhang/report"
	"taizhang/track"
)

// officeLedger is the ledger of one office.
type officeLedger struct {
	lines   []report.Commitment
	orphans []decision.Orphan // decisions about promises that the plans do not make any more
}

// workOutLedger follows all promises of the library: of offices that changed
// since it was done last.
func (s *Service) workOutLedger(today report.Date) ([]officeLedger, error) {
	w, err := s.officeWork()
	if err != nil {
		return nil, err
	}
	p, giveBack := s.borrow()
	words := track.NewWords(p.Words)
	giveBack()
	tuning := s.tuning.Load()
	options := track.Options{Today: today, DueSoonDays: tuning.DueSoonDays, Lights: tuning.Lights}
	return s.ledgers.all(s.life, w, s.ledgerWith(today), func(office string) (officeLedger, error) {
		reports, decided, err := s.reportsOf(w, office)
		if err != nil {
			return officeLedger{}, err
		}
		var out officeLedger
		out.lines, out.orphans = track.Decided(track.Ledger(reports, words, options), reports, decided, words, options)
		return out, nil
	})
}
