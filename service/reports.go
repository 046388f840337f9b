package service

import (
	"strings"

	"taizhang/index"
	"taizhang/report"
)

// ReportsRequest asks for the list of reports; zero fields ask for all.
type ReportsRequest struct {
	Org  string // offices whose name contains this
	Year int    // the year they are filed under
	Kind string // kind of document
	Text string // name of the file or title contains this
}

func (q ReportsRequest) wants(e index.Entry) bool {
	return strings.Contains(e.Org, q.Org) && (q.Year == 0 || e.Year == q.Year) &&
		(q.Kind == "" || e.Kind == q.Kind) &&
		(strings.Contains(e.Name, q.Text) || strings.Contains(e.Title, q.Text))
}

// Reports returns what is known of the reports, by year, office and id.
func (s *Service) Reports(q ReportsRequest) []index.Entry {
	out := []index.Entry{}
	for _, e := range s.entries() {
		if q.wants(e) {
			out = append(out, e)
		}
	}
	return out
}

// entries returns what is known of all reports. They are shared and must not be
// changed.
func (s *Service) entries() []index.Entry {
	all, err := remembered(s, &s.memos.entries, func() ([]index.Entry, error) { return s.library.Reports(), nil })
	if err != nil { // the folder is gone; what is in memory is what there is
		return s.library.Reports()
	}
	return all
}

// Report returns a report by its id. It is shared and must not be changed. The
// error is library.ErrNoReport where there is none.
func (s *Service) Report(id string) (*report.Report, error) { return s.library.Report(id) }

// Original returns the document a report was made of, by the report's hash.
func (s *Service) Original(hash string) ([]byte, error) { return s.library.Original(hash) }

// all returns every stored report.
func (s *Service) all() ([]report.Report, error) {
	var out []report.Report
	for _, e := range s.library.Reports() {
		r, err := s.library.Report(e.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, *r)
	}
	return out, nil
}
