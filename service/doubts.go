package service

import (
	"maps"

	"taizhang/index"
	"taizhang/report"
)

// Lacking is a report of which something is not known that everything else is
// sorted by. It is never guessed; a person is asked.
type Lacking struct {
	index.Entry
	Org  bool // the office is not known
	Year bool
	Kind bool
}

// Lacking returns the reports whose office, year or kind is not known.
func (s *Service) Lacking() []Lacking {
	var out []Lacking
	for _, e := range s.entries() {
		l := Lacking{Entry: e, Org: e.Org == "", Year: e.Year == 0, Kind: e.Kind == ""}
		if l.Org || l.Year || l.Kind {
			out = append(out, l)
		}
	}
	return out
}

// Doubt is a report with what a person should look at in it: pages that could
// not be read for certain, words that do not agree on office or year.
type Doubt struct {
	index.Entry
	Problems []report.Problem
}

// Doubts returns the reports that were taken in with doubts. Their problems are
// shared and must not be changed.
func (s *Service) Doubts() ([]Doubt, error) {
	notes, err := s.notes()
	if err != nil {
		return nil, err
	}
	problems := map[string][]report.Problem{}
	for _, n := range notes {
		maps.Copy(problems, n.problems)
	}
	var out []Doubt
	for _, e := range s.entries() {
		if len(problems[e.ID]) > 0 {
			out = append(out, Doubt{e, problems[e.ID]})
		}
	}
	return out, nil
}
