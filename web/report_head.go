package web

import (
	"taizhang/library"
	"taizhang/report"
)

// reportHead is what stands at the head of every page of a report.
type reportHead struct {
	ID       string
	Title    string
	Name     string // of its file
	Format   string
	Org      string
	Kind     string
	Year     int
	Planned  int
	Pages    int // 0: the format has none
	Facts    int
	Doubtful int               // pages that are to be compared with the original
	Problems int               // of any kind
	Also     []library.Version // other versions of it
	Counts   bool              // it is the version that is searched and counted
	View     string            // which of its pages this is
}

// reportHead returns the head of a report's pages. Path of the link back is the
// list of reports.
func (s *server) reportHead(r *report.Report, view string) (reportHead, error) {
	h := reportHead{ID: r.ID, Title: r.Outline.Title, Name: r.Name, Format: r.Format, Org: r.Outline.Org,
		Kind: r.Outline.Kind, Year: r.Outline.Reviewed, Planned: r.Outline.Planned, Facts: len(r.Facts),
		Problems: len(r.Problems), Counts: true, View: view}
	if h.Title == "" {
		h.Title = r.Name
	}
	for _, p := range r.Text.Pages {
		if p.Number > 0 {
			h.Pages++
		}
		if p.Quality != report.Good && p.Quality != "" {
			h.Doubtful++
		}
	}
	all, err := s.service.VersionsOf(r.ID)
	for _, v := range all {
		if v.ID != r.ID {
			h.Also = append(h.Also, v)
		} else {
			h.Counts = v.Counts
		}
	}
	return h, err
}
