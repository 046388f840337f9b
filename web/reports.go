package web

import (
	"net/http"
	"slices"

	"taizhang/index"
	"taizhang/report"
	"taizhang/service"
)

// reportsPage is the list of reports.
type reportsPage struct {
	Query   service.ReportsRequest
	Choices service.Overview // what the filters offer
	Reports []index.Entry    // latest year first
	Total   int
	Pager   pager
	Merge   mergeForm // that an office is another one
}

const reportsAPage = 50

// reports lists the reports that the filters want.
func (s *server) reports(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := service.ReportsRequest{Org: p.text("org"), Year: p.number("year"), Kind: p.text("kind"), Text: p.text("text")}
	page := index.Page{Offset: p.number("offset"), Limit: reportsAPage}
	if err := p.err(); err != nil {
		return nil, err
	}
	found := s.service.Reports(q)
	slices.Reverse(found)
	out := reportsPage{Query: q, Choices: s.service.Overview(), Reports: cut(found, page), Total: len(found),
		Pager: newPager(r.URL, page, len(found))}
	var names []string
	for _, o := range out.Choices.Offices {
		names = append(names, o.Org)
	}
	var err error
	out.Merge, err = s.mergeForm(r, officeReports(q.Org), report.FieldOrg, "", names)
	return out, err
}
