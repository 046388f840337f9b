package service

import (
	"maps"
	"slices"

	"taizhang/report"
)

// LedgerCounts counts promises by what one can ask for. Each is counted as if
// nothing were asked of itself, so that one sees what another choice would give.
type LedgerCounts struct {
	Total   int                   `json:"total"` // that meet all that is asked
	Status  map[report.Status]int `json:"status"`
	Light   map[report.Light]int  `json:"light"`
	Review  map[ReviewState]int   `json:"review"`
	Kind    map[PromiseKind]int   `json:"kind"`
	Offices []string              `json:"offices"` // of all lines, sorted
	Years   []int                 `json:"years"`   // of all lines, rising
	Owners  []string              `json:"owners"`  // of all lines, sorted
	Today   report.Date           `json:"today"`   // as of which it is
}

// LedgerCounts counts the promises that are wanted.
func (s *Service) LedgerCounts(q LedgerRequest) (LedgerCounts, error) {
	if q.Today.IsZero() {
		q.Today = s.Today()
	}
	lines, err := s.ledgerOn(q.Today)
	if err != nil {
		return LedgerCounts{}, err
	}
	c := LedgerCounts{Today: q.Today, Status: map[report.Status]int{}, Light: map[report.Light]int{},
		Review: map[ReviewState]int{}, Kind: map[PromiseKind]int{}}
	offices, years, owners := map[string]bool{}, map[int]bool{}, map[string]bool{}
	for _, l := range lines {
		offices[l.Org], years[l.Year] = true, true
		if l.Owner != "" {
			owners[l.Owner] = true
		}
		q.count(l, &c)
	}
	c.Offices, c.Years = slices.Sorted(maps.Keys(offices)), slices.Sorted(maps.Keys(years))
	c.Owners = slices.Sorted(maps.Keys(owners))
	return c, nil
}

// count adds a line to those counts that it belongs to.
func (q LedgerRequest) count(l report.Commitment, c *LedgerCounts) {
	if q.wants(l) {
		c.Total++
	}
	without := q
	if without.Status = nil; without.wants(l) {
		c.Status[l.Status]++
	}
	without = q
	if without.Light = nil; without.wants(l) {
		c.Light[l.Light]++
	}
	without = q
	if without.Review = nil; without.wants(l) {
		c.Review[Reviewed(l)]++
	}
	without = q
	if without.Kind = ""; without.wants(l) {
		c.Kind[KindOfPromise(l)]++
	}
}
