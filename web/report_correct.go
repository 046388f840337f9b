package web

import (
	"context"
	"net/http"
	"net/url"

	"taizhang/report"
	"taizhang/service"
)

// corrected is what somebody decided of a fact or a report, by a form or the
// API.
type corrected struct {
	Who    string               `json:"who"`
	Why    string               `json:"why"`    // of a comment: the comment
	Do     string               `json:"do"`     // correct, reject, comment, undo; of a report: counts, own
	ID     string               `json:"id"`     // of the decision that is taken back
	Fields []service.Correction `json:"fields"` // of a correction
}

// doing checks what is to be done.
func (d corrected) doing(of ...string) (string, error) {
	p := &params{values: url.Values{"do": {d.Do}}}
	return p.choice("do", of...), p.err()
}

// correctFact decides on a fact.
func (s *server) correctFact(ctx context.Context, id, fact string, d corrected) error {
	do, err := d.doing("correct", "reject", "comment", "undo")
	if err != nil {
		return err
	}
	q := service.CorrectFactRequest{Author: service.Author{Who: d.Who, Why: d.Why}, Report: id, Fact: fact}
	switch do {
	case "undo":
		_, err = s.service.UndoAny(ctx, q.Author, d.ID)
		return asInvalid("id", err)
	case "reject":
		q.Reject = true
	case "comment":
		q.Remark, q.Why = d.Why, ""
	default:
		q.Fields = d.Fields
	}
	_, err = s.service.CorrectFact(ctx, q)
	return err
}

// correctReport decides on a report.
func (s *server) correctReport(ctx context.Context, id string, d corrected) error {
	do, err := d.doing("correct", "comment", report.VersionCounts, report.VersionOwn, "undo")
	if err != nil {
		return err
	}
	q := service.CorrectReportRequest{Author: service.Author{Who: d.Who, Why: d.Why}, Report: id}
	switch do {
	case "undo":
		_, err = s.service.UndoAny(ctx, q.Author, d.ID)
		return asInvalid("id", err)
	case report.VersionCounts, report.VersionOwn:
		_, err = s.service.Decide(ctx, service.DecideRequest{Author: q.Author, Kind: report.DecisionVersion, Target: id, Value: do})
		return err
	case "comment":
		q.Remark, q.Why = d.Why, ""
	default:
		q.Fields = d.Fields
	}
	_, err = s.service.CorrectReport(ctx, q)
	return err
}

// apiCorrectFact takes a decision on a fact in, and returns the fact as it is
// then.
func (s *server) apiCorrectFact(r *http.Request, d corrected) (service.FactDetail, error) {
	id, fact := r.PathValue("id"), r.PathValue("fact")
	if err := s.correctFact(r.Context(), id, fact, d); err != nil {
		return service.FactDetail{}, err
	}
	return s.service.FactDetail(r.Context(), id, fact)
}

// apiCorrectReport takes a decision on a report in, and returns its record as it
// is then.
func (s *server) apiCorrectReport(r *http.Request, d corrected) (service.ReportRecord, error) {
	if err := s.correctReport(r.Context(), r.PathValue("id"), d); err != nil {
		return service.ReportRecord{}, err
	}
	return s.service.ReportRecord(r.PathValue("id"))
}
