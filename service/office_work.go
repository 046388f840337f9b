package service

import (
	"fmt"
	"hash/fnv"
	"slices"

	"taizhang/index"
	"taizhang/report"
)

// officeWork is what there is to work out something of, office by office.
type officeWork struct {
	offices []string // sorted
	entries map[string][]index.Entry
	decided map[string][]report.Decision // in force, by document; "" for those about none
	states  map[string]string            // by report
}

func (s *Service) officeWork() (officeWork, error) {
	w := officeWork{entries: map[string][]index.Entry{}, decided: map[string][]report.Decision{}, states: map[string]string{}}
	stored, err := s.library.StoredAt()
	if err != nil {
		return w, err
	}
	for _, e := range s.library.Reports() {
		w.entries[e.Org] = append(w.entries[e.Org], e)
		w.states[e.ID] = stored[e.ID].String()
	}
	for office := range w.entries {
		w.offices = append(w.offices, office)
	}
	slices.Sort(w.offices)
	inForce, err := s.library.InForce()
	for _, d := range inForce {
		w.decided[d.Target.Document] = append(w.decided[d.Target.Document], d)
	}
	return w, err
}

// keyOf returns what changes whenever something made of the office's reports, of
// decisions about them and of with may.
func (w officeWork) keyOf(office, with string) string {
	h := fnv.New128a()
	fmt.Fprintln(h, with)
	note := func(all []report.Decision) {
		for _, d := range all {
			fmt.Fprintln(h, d.ID)
		}
	}
	note(w.decided[""])
	for _, e := range w.entries[office] {
		fmt.Fprintln(h, e.ID, w.states[e.ID], e.Facts, e.Year, e.Planned)
		note(w.decided[e.Hash])
	}
	return string(h.Sum(nil))
}

// reportsOf reads the reports of an office and the decisions about them, which
// come in the order in which they were made.
func (s *Service) reportsOf(w officeWork, office string) ([]report.Report, []report.Decision, error) {
	var reports []report.Report
	var decided []report.Decision
	for _, e := range w.entries[office] {
		r, err := s.library.Report(e.ID)
		if err != nil {
			return nil, nil, err
		}
		reports = append(reports, *r)
		decided = append(decided, w.decided[e.Hash]...)
	}
	slices.SortStableFunc(decided, func(a, b report.Decision) int { return a.When.Compare(b.When) })
	return reports, decided, nil
}
