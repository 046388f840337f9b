package service

import (
	"cmp"
	"slices"

	"taizhang/index"
	"taizhang/series"
)

// YearDifference is how the values of two reports differ.
type YearDifference struct {
	Before index.Entry    `json:"before"`
	After  index.Entry    `json:"after"`
	Shifts []series.Shift `json:"shifts"`
}

// OtherReports returns the reports of the same office as a report, latest first,
// without that report itself.
func (s *Service) OtherReports(id string) ([]index.Entry, error) {
	r, err := s.library.Report(id)
	if err != nil {
		return nil, err
	}
	out := []index.Entry{}
	for _, e := range s.entries() {
		if e.Org == r.Outline.Org && e.Org != "" && e.ID != id {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b index.Entry) int { return cmp.Compare(b.Year, a.Year) })
	return out, nil
}

// YearDifference compares the values of two reports, the one of the earlier year
// taken for the one before. The error is library.ErrNoReport.
func (s *Service) YearDifference(one, other string) (YearDifference, error) {
	a, err := s.library.Report(one)
	if err != nil {
		return YearDifference{}, err
	}
	b, err := s.library.Report(other)
	if err != nil {
		return YearDifference{}, err
	}
	if a.Year() > b.Year() {
		a, b = b, a
	}
	return YearDifference{s.entry(a.ID), s.entry(b.ID), series.Between(a, b)}, nil
}

// entry returns what the list of reports says of one; of a version that does not
// count, its id alone.
func (s *Service) entry(id string) index.Entry {
	for _, e := range s.entries() {
		if e.ID == id {
			return e
		}
	}
	return index.Entry{ID: id}
}
