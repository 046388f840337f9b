package service

import "taizhang/series"

// LedgerSeries returns the series of the indicators that the wanted promises are
// about, by office and indicator.
func (s *Service) LedgerSeries(q LedgerRequest) ([]series.Series, error) {
	lines, err := s.Ledger(q)
	if err != nil {
		return nil, err
	}
	reports, err := s.all()
	if err != nil {
		return nil, err
	}
	found, err := s.Breaks()
	return series.Promised(lines, reports, found), err
}
