package service

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"taizhang/index"
)

// Overview is what is in a library, by office and year.
type Overview struct {
	Reports int      `json:"reports"`
	Facts   int      `json:"facts"`
	Years   []int    `json:"years"` // rising; 0, a report whose year is not known, is left out
	Kinds   []string `json:"kinds"` // of document
	Offices []Office `json:"offices"`
}

// Office is what a library has of one office.
type Office struct {
	Org     string        `json:"org"` // empty: not known
	Reports int           `json:"reports"`
	Facts   int           `json:"facts"`
	ByYear  map[int]Filed `json:"by_year"`
}

// Filed is what is filed of one office under one year.
type Filed struct {
	Reports int `json:"reports"`
	Facts   int `json:"facts"`
}

// Overview counts what is in the library.
func (s *Service) Overview() Overview {
	o, err := remembered(s, &s.memos.overview, func() (Overview, error) { return s.count(), nil })
	if err != nil {
		return s.count()
	}
	return o
}

func (s *Service) count() Overview {
	o := Overview{Offices: []Office{}}
	years, kinds, offices := map[int]bool{}, map[string]bool{}, map[string]*Office{}
	for _, e := range s.entries() {
		o.Reports++
		o.Facts += e.Facts
		if e.Year != 0 {
			years[e.Year] = true
		}
		if e.Kind != "" {
			kinds[e.Kind] = true
		}
		if offices[e.Org] == nil {
			offices[e.Org] = &Office{Org: e.Org, ByYear: map[int]Filed{}}
		}
		offices[e.Org].add(e)
	}
	o.Years, o.Kinds = slices.Sorted(maps.Keys(years)), slices.Sorted(maps.Keys(kinds))
	for _, org := range slices.Sorted(maps.Keys(offices)) {
		o.Offices = append(o.Offices, *offices[org])
	}
	return o
}

func (o *Office) add(e index.Entry) {
	o.Reports++
	o.Facts += e.Facts
	f := o.ByYear[e.Year]
	o.ByYear[e.Year] = Filed{f.Reports + 1, f.Facts + e.Facts}
}

// Stored is a report and when it came into the library.
type Stored struct {
	index.Entry
	At time.Time `json:"at"`
}

// Recent returns the reports that came last, latest first, at most that many.
func (s *Service) Recent(most int) ([]Stored, error) {
	all, err := remembered(s, &s.memos.recent, s.byTime)
	return all[:min(most, len(all)):min(most, len(all))], err
}

// byTime returns all reports, latest first.
func (s *Service) byTime() ([]Stored, error) {
	at, err := s.library.StoredAt()
	if err != nil {
		return nil, err
	}
	out := []Stored{}
	for _, e := range s.entries() {
		out = append(out, Stored{e, at[e.ID]})
	}
	slices.SortFunc(out, func(a, b Stored) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(a.ID, b.ID)) })
	return out, nil
}
