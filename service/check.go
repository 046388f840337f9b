package service

import (
	"strings"

	"taizhang/track"
)

// CheckRequest asks for checks of arithmetic.
type CheckRequest struct {
	Org    string // offices whose name contains this; empty: all
	Failed bool   // only what does not hold
}

// Check does the arithmetic of the reports again (勾稽核对).
func (s *Service) Check(q CheckRequest) ([]track.Finding, error) {
	defer s.timed("check")()
	all, err := remembered(s, &s.memos.findings, s.checkAll)
	out := []track.Finding{}
	for _, f := range all {
		if strings.Contains(f.Org, q.Org) && !(q.Failed && f.Holds) {
			out = append(out, f)
		}
	}
	return out, err
}

func (s *Service) checkAll() ([]track.Finding, error) {
	reports, err := s.all()
	var out []track.Finding
	for _, r := range reports {
		out = append(out, track.Check(r)...)
	}
	return out, err
}
