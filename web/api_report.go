package web

import (
	"net/http"

	"taizhang/service"
)

// apiReport returns one report whole: text, outline, sentences, facts.
func (s *server) apiReport(_ http.ResponseWriter, r *http.Request) (any, error) {
	if err := paramsOf(r).strictly(); err != nil {
		return nil, err
	}
	return s.service.Report(r.PathValue("id"))
}

// apiReportRecord returns what is known of a report beside text and facts.
func (s *server) apiReportRecord(_ http.ResponseWriter, r *http.Request) (any, error) {
	if err := paramsOf(r).strictly(); err != nil {
		return nil, err
	}
	return s.service.ReportRecord(r.PathValue("id"))
}

// apiReportFact returns all there is to know of a fact.
func (s *server) apiReportFact(_ http.ResponseWriter, r *http.Request) (any, error) {
	if err := paramsOf(r).strictly(); err != nil {
		return nil, err
	}
	return s.service.FactDetail(r.Context(), r.PathValue("id"), r.PathValue("fact"))
}

// apiReportFrames returns where on its pages a fact stands.
func (s *server) apiReportFrames(_ http.ResponseWriter, r *http.Request) (any, error) {
	if err := paramsOf(r).strictly(); err != nil {
		return nil, err
	}
	detail, err := s.service.FactDetail(r.Context(), r.PathValue("id"), r.PathValue("fact"))
	if err != nil {
		return nil, err
	}
	shapes, err := s.service.Frames(r.Context(), r.PathValue("id"), detail.Found.Place)
	if shapes == nil {
		shapes = []service.PageShape{}
	}
	return shapes, err
}

// apiReportPage returns a page of the original.
func (s *server) apiReportPage(_ http.ResponseWriter, r *http.Request) (any, error) {
	number, err := pageNumber(r)
	if err != nil {
		return nil, err
	}
	if err := paramsOf(r).strictly(); err != nil {
		return nil, err
	}
	return s.service.ReportPage(r.Context(), r.PathValue("id"), number)
}

// apiReportRepairs returns the source beside the text: page, changed.
func (s *server) apiReportRepairs(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := service.RepairsRequest{Report: r.PathValue("id"), PageNo: p.number("page"), Changed: p.flag("changed")}
	q.Page.Offset, q.Page.Limit = p.number("offset"), p.number("limit")
	if q.Page.Limit == 0 {
		q.Page.Limit = defaultLimit
	}
	if err := p.strictly(); err != nil {
		return nil, err
	}
	return s.service.Repairs(r.Context(), q)
}

// apiReportOthers lists the office's other reports.
func (s *server) apiReportOthers(_ http.ResponseWriter, r *http.Request) (any, error) {
	if err := paramsOf(r).strictly(); err != nil {
		return nil, err
	}
	return s.service.OtherReports(r.PathValue("id"))
}

// apiReportYears compares a report with another one: with.
func (s *server) apiReportYears(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	with := p.text("with")
	if err := p.strictly(); err != nil {
		return nil, err
	}
	return s.service.YearDifference(r.PathValue("id"), with)
}
