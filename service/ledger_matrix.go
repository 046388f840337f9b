package service

import (
	"maps"
	"slices"

	"taizhang/report"
)

// LedgerMatrix counts promises by office and the year they are for.
type LedgerMatrix struct {
	Years   []int            `json:"years"` // rising
	Offices []OfficePromises `json:"offices"`
}

// OfficePromises counts what one office promised.
type OfficePromises struct {
	Org    string               `json:"org"`
	All    PromiseCount         `json:"all"`
	ByYear map[int]PromiseCount `json:"by_year"`
}

// PromiseCount counts promises by what became of them.
type PromiseCount struct {
	Total   int `json:"total"`
	Closed  int `json:"closed"`
	Overdue int `json:"overdue"`
}

func (c PromiseCount) with(l report.Commitment) PromiseCount {
	c.Total++
	switch l.Light {
	case report.LightClosed:
		c.Closed++
	case report.LightOverdue:
		c.Overdue++
	}
	return c
}

// LedgerMatrix counts all promises as of a day; zero: the clock's.
func (s *Service) LedgerMatrix(today report.Date) (LedgerMatrix, error) {
	if today.IsZero() {
		today = s.Today()
	}
	lines, err := s.ledgerOn(today)
	years, offices := map[int]bool{}, map[string]*OfficePromises{}
	for _, l := range lines {
		years[l.Year] = true
		o := offices[l.Org]
		if o == nil {
			o = &OfficePromises{Org: l.Org, ByYear: map[int]PromiseCount{}}
			offices[l.Org] = o
		}
		o.All, o.ByYear[l.Year] = o.All.with(l), o.ByYear[l.Year].with(l)
	}
	m := LedgerMatrix{Years: slices.Sorted(maps.Keys(years)), Offices: []OfficePromises{}}
	for _, org := range slices.Sorted(maps.Keys(offices)) {
		m.Offices = append(m.Offices, *offices[org])
	}
	return m, err
}
