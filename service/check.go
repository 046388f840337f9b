package service

import (
	"maps"
	"strings"

	"taizhang/series"
)

// CheckRequest asks for checks of the reports.
type CheckRequest struct {
	Org    string // offices whose name contains this; empty: all
	Failed bool   // only what does not hold
}

// Check does the arithmetic of the reports again (勾稽核对), and holds the reports
// of an office against each other: values of the past given anew, growths that
// the levels do not give, values of another scope, copied sentences.
func (s *Service) Check(q CheckRequest) ([]series.Finding, error) {
	defer s.timed("check")()
	all, err := remembered(s, &s.memos.findings, s.checkAll)
	out := []series.Finding{}
	for _, f := range all {
		if strings.Contains(f.Org, q.Org) && !(q.Failed && f.Holds) {
			out = append(out, f)
		}
	}
	return out, err
}

func (s *Service) checkAll() ([]series.Finding, error) {
	notes, err := s.notes()
	if err != nil {
		return nil, err
	}
	found := map[string][]series.Finding{}
	for _, n := range notes {
		maps.Copy(found, n.findings)
	}
	var out []series.Finding
	for _, e := range s.entries() {
		out = append(out, found[e.ID]...)
	}
	breaks, err := s.Breaks()
	for _, b := range breaks {
		out = append(out, b.Finding())
	}
	return out, err
}

// Breaks returns where the reports of each office do not agree with each other.
func (s *Service) Breaks() ([]series.Break, error) {
	notes, err := s.notes()
	var out []series.Break
	for _, n := range notes {
		out = append(out, n.breaks...)
	}
	return out, err
}
