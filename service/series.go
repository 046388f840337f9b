package service

import (
	"slices"
	"strings"
	"sync"

	"taizhang/decision"
	"taizhang/series"
)

// SeriesRequest asks for one indicator through the years.
type SeriesRequest struct {
	Indicator string   // its name or another name of it
	Org       string   // offices whose name contains this; empty: all
	Orgs      []string // offices whose name contains one of these; empty: all
}

func (q SeriesRequest) wants(org string) bool {
	return strings.Contains(org, q.Org) && (len(q.Orgs) == 0 ||
		slices.ContainsFunc(q.Orgs, func(o string) bool { return strings.Contains(org, o) }))
}

// Series returns the values of an indicator, by office, year and modality.
func (s *Service) Series(q SeriesRequest) ([]series.Point, error) {
	defer s.timed("series")()
	known, err := remembered(s, &s.memos.series, func() (*sync.Map, error) { return new(sync.Map), nil })
	if err != nil {
		return nil, err
	}
	name, err := s.indicator(q.Indicator)
	if err != nil {
		return nil, err
	}
	kept, ok := known.Load(name)
	if !ok {
		points, err := s.points(name)
		if err != nil {
			return nil, err
		}
		if len(points) > 0 { // else any word could be asked for, and kept
			known.Store(name, points)
		}
		kept = points
	}
	out := []series.Point{}
	for _, p := range kept.([]series.Point) {
		if q.wants(p.Org) {
			out = append(out, p)
		}
	}
	return out, nil
}

// Years returns the series by office and year: target, forecast and result side
// by side, growth as stated and as computed, and where the reports do not agree.
func (s *Service) Years(q SeriesRequest) ([]series.YearRow, error) {
	points, err := s.Series(q)
	if err != nil {
		return nil, err
	}
	found, err := s.Breaks()
	return series.Years(points, found), err
}

// indicator returns the name that an indicator goes by: that of the rules, or
// the one that people merged it into.
func (s *Service) indicator(name string) (string, error) {
	p, giveBack := s.borrow()
	name = p.Canonical(name)
	giveBack()
	inForce, err := s.library.InForce()
	return decision.Prepare(inForce).Indicator(name), err
}
