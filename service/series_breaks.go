package service

import "taizhang/series"

// SeriesBreaks returns where the reports do not agree about the values of a
// series, by office and year.
func (s *Service) SeriesBreaks(q SeriesRequest) ([]series.Break, error) {
	points, err := s.Series(q)
	if err != nil {
		return nil, err
	}
	facts := map[string]bool{}
	for _, p := range points {
		facts[p.Fact] = true
	}
	found, err := s.Breaks()
	out := []series.Break{}
	for _, b := range found {
		if b.Kind != series.Copied && (facts[b.First.Fact] || facts[b.Again.Fact]) {
			out = append(out, b)
		}
	}
	return out, err
}
