package web

import (
	"net/http"

	"taizhang/decision"
	"taizhang/index"
	"taizhang/report"
	"taizhang/service"
)

// ofReport makes the answer of a function that only needs the report's id.
func ofReport[A any](f func(id string) (A, error)) answering {
	return answers(func(_ http.ResponseWriter, r *http.Request) (none A, err error) {
		if err := paramsOf(r).strictly(); err != nil {
			return none, err
		}
		return f(r.PathValue("id"))
	})
}

// apiReportFacts lists the facts of a report in the order of the text: kind,
// modality, and start and end, the bytes of the body between which they stand.
func (s *server) apiReportFacts(_ http.ResponseWriter, r *http.Request) (out listing[report.Fact], err error) {
	p := paramsOf(r)
	f := factFilterOf(p)
	start, end, page := p.number("start"), p.number("end"), p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	one, err := s.service.Report(r.PathValue("id"))
	if err != nil {
		return out, err
	}
	var found []report.Fact
	for _, fact := range f.of(one.Facts) {
		if fact.Place.End > start && (end == 0 || fact.Place.Start < end) {
			found = append(found, fact)
		}
	}
	return pageOf(r, page, found), nil
}

// factFilterOf reads which facts of a report are wanted: kind, modality.
func factFilterOf(p *params) factFilter {
	return factFilter{
		kind: report.Kind(p.choice("kind", append([]string{""}, decision.Kinds()...)...)),
		mode: report.Modality(p.choice("modality", append([]string{""}, decision.Modalities()...)...)),
	}
}

// apiReportFact returns all there is to know of a fact.
func (s *server) apiReportFact(_ http.ResponseWriter, r *http.Request) (service.FactDetail, error) {
	if err := paramsOf(r).strictly(); err != nil {
		return service.FactDetail{}, err
	}
	return s.service.FactDetail(r.Context(), r.PathValue("id"), r.PathValue("fact"))
}

// apiReportFrames lists the pages on which a fact stands, and where.
func (s *server) apiReportFrames(_ http.ResponseWriter, r *http.Request) (out listing[service.PageShape], err error) {
	if err := paramsOf(r).strictly(); err != nil {
		return out, err
	}
	detail, err := s.service.FactDetail(r.Context(), r.PathValue("id"), r.PathValue("fact"))
	if err != nil {
		return out, err
	}
	shapes, err := s.service.Frames(r.Context(), r.PathValue("id"), detail.Found.Place)
	return pageOf(r, index.Page{}, shapes), err
}

// apiReportPage returns a page of the original.
func (s *server) apiReportPage(_ http.ResponseWriter, r *http.Request) (out service.PageOfReport, err error) {
	number, err := pageNumber(r)
	if err != nil {
		return out, err
	}
	if err := paramsOf(r).strictly(); err != nil {
		return out, err
	}
	return s.service.ReportPage(r.Context(), r.PathValue("id"), number)
}

// repairList is a page of a report's source beside its text.
type repairList struct {
	listing[service.RepairRow]
	Report  string `json:"report"`
	Changed int    `json:"changed"` // rows of the whole report that repair changed
	Of      int    `json:"of"`      // rows of the whole report
	Pages   []int  `json:"pages"`   // numbers of its pages; none: the format has none
}

// apiReportRepairs lists the source beside the text: page, changed.
func (s *server) apiReportRepairs(_ http.ResponseWriter, r *http.Request) (out repairList, err error) {
	p := paramsOf(r)
	q := service.RepairsRequest{Report: r.PathValue("id"), PageNo: p.number("page"), Changed: p.flag("changed"), Page: p.part()}
	if err := p.strictly(); err != nil {
		return out, err
	}
	found, err := s.service.Repairs(r.Context(), q)
	rows := listed(r.URL, q.Page, found.Rows, index.Total{Count: found.Total, Exact: true})
	return repairList{rows, found.Report, found.Changed, found.Of, found.Pages}, err
}

// apiReportOthers lists the office's other reports.
func (s *server) apiReportOthers(_ http.ResponseWriter, r *http.Request) (out listing[index.Entry], err error) {
	p := paramsOf(r)
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	all, err := s.service.OtherReports(r.PathValue("id"))
	return pageOf(r, page, all), err
}

// apiReportYears compares a report with another one: with.
func (s *server) apiReportYears(_ http.ResponseWriter, r *http.Request) (out service.YearDifference, err error) {
	p := paramsOf(r)
	with := p.text("with")
	if err := p.strictly(); err != nil {
		return out, err
	}
	return s.service.YearDifference(r.PathValue("id"), with)
}
