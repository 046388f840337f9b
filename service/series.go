package service

import (
	"slices"
	"strings"

	"taizhang/track"
)

// SeriesRequest asks for one indicator through the years.
type SeriesRequest struct {
	Indicator string // its name or another name of it
	Org       string // offices whose name contains this; empty: all
}

// Series returns the values of an indicator, by office, year and modality.
func (s *Service) Series(q SeriesRequest) ([]track.Point, error) {
	reports, err := s.all()
	if err != nil {
		return nil, err
	}
	points := track.Series(reports, s.pipeline.Canonical(q.Indicator))
	return slices.DeleteFunc(points, func(p track.Point) bool { return !strings.Contains(p.Org, q.Org) }), nil
}
