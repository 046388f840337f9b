package service

import (
	"fmt"
	"strings"

	"taizhang/index"
)

// CompareYearsRequest names the reports of an office on two years.
type CompareYearsRequest struct {
	Org    string // the office's name contains this
	Before int    // years under review
	After  int
}

// CompareYears compares the values of an office's reports on two years. The
// error is an *InvalidError where there is not one report on each.
func (s *Service) CompareYears(q CompareYearsRequest) (YearDifference, error) {
	before, err := s.onlyReport(q.Org, q.Before)
	if err != nil {
		return YearDifference{}, err
	}
	after, err := s.onlyReport(q.Org, q.After)
	if err != nil {
		return YearDifference{}, err
	}
	if before.Org != after.Org {
		return YearDifference{}, invalid("org", fmt.Errorf("%s is in the names of %s and of %s; write one in full", q.Org, before.Org, after.Org))
	}
	return s.YearDifference(before.ID, after.ID)
}

// onlyReport returns the report of an office on a year.
func (s *Service) onlyReport(org string, year int) (index.Entry, error) {
	found := s.Reports(ReportsRequest{Org: org, Year: year})
	for _, e := range found {
		if e.Org == org { // written in full, it is no part of another's name
			return e, nil
		}
	}
	switch len(found) {
	case 0:
		return index.Entry{}, invalid("year", fmt.Errorf("no report of %s on %d in the library", org, year))
	case 1:
		return found[0], nil
	}
	var names []string
	for _, e := range found {
		names = append(names, e.Org+" "+e.Name)
	}
	return index.Entry{}, invalid("org", fmt.Errorf("several reports of %s on %d: %s; write the office in full", org, year, strings.Join(names, ", ")))
}
