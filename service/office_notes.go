package service

import (
	"taizhang/report"
	"taizhang/series"
)

// officeNotes is what an office's reports give a person to look at.
type officeNotes struct {
	problems map[string][]report.Problem // by report; of those that have some
	findings map[string][]series.Finding // by report, of each by itself
	breaks   []series.Break              // of the reports held against each other
	names    map[string]namesSaid        // by report
}

// notes returns the notes of all offices.
func (s *Service) notes() ([]officeNotes, error) {
	return remembered(s, &s.memos.notes, func() ([]officeNotes, error) {
		w, err := s.officeWork()
		if err != nil {
			return nil, err
		}
		p, giveBack := s.borrow()
		words := series.NewWords(p.Words)
		giveBack()
		return s.noted.all(s.life, w, "", func(office string) (officeNotes, error) {
			reports, _, err := s.reportsOf(w, office)
			if err != nil {
				return officeNotes{}, err
			}
			n := officeNotes{problems: map[string][]report.Problem{}, findings: map[string][]series.Finding{},
				breaks: series.Breaks(reports, words), names: map[string]namesSaid{}}
			for _, r := range reports {
				n.names[r.ID] = namesSaidIn(r)
				n.findings[r.ID] = series.Check(r)
				if len(r.Problems) > 0 {
					n.problems[r.ID] = r.Problems
				}
			}
			return n, nil
		})
	})
}
