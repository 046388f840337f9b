package service

import (
	"context"
	"errors"

	"taizhang/decision"
	"taizhang/report"
)

// CorrectFactRequest corrects fields of a fact, or says that it is none.
type CorrectFactRequest struct {
	Author
	Report string
	Fact   string
	Fields []Correction
	Reject bool
	Remark string // a comment; empty: none
}

// Correction is what a field should say; see decision.FactFields.
type Correction struct {
	Field string `json:"field"`
	Value string `json:"value"`
}

// errNothing is the error of a form that changes nothing.
var errNothing = errors.New("nothing was changed")

// CorrectFact writes corrections of a fact down, all or none.
func (s *Service) CorrectFact(ctx context.Context, q CorrectFactRequest) ([]report.Decision, error) {
	r, i, err := s.extracted(q.Report, q.Fact)
	if err != nil {
		return nil, err
	}
	var all []DecideRequest
	for _, c := range q.Fields {
		all = append(all, DecideRequest{Author: q.Author, Kind: report.DecisionFact, Field: c.Field, Value: c.Value})
	}
	if q.Reject {
		all = append(all, DecideRequest{Author: q.Author, Kind: report.DecisionReject})
	}
	if q.Remark != "" {
		all = append(all, DecideRequest{Author: q.Author, Kind: report.DecisionComment, Value: q.Remark})
	}
	return s.decideOn(ctx, decision.KeyOf(r, &r.Facts[i]), all)
}

// CorrectReportRequest corrects what is known of a report: org, org_short, kind,
// year, planned.
type CorrectReportRequest struct {
	Author
	Report string
	Fields []Correction
	Remark string // a comment; empty: none
}

// CorrectReport writes corrections of a report down, all or none, and extracts
// it again where that is needed.
func (s *Service) CorrectReport(ctx context.Context, q CorrectReportRequest) ([]report.Decision, error) {
	r, err := s.library.Extracted(q.Report)
	if err != nil {
		return nil, err
	}
	var all []DecideRequest
	for _, c := range q.Fields {
		all = append(all, DecideRequest{Author: q.Author, Kind: report.DecisionReport, Field: c.Field, Value: c.Value})
	}
	if q.Remark != "" {
		all = append(all, DecideRequest{Author: q.Author, Kind: report.DecisionComment, Value: q.Remark})
	}
	return s.decideOn(ctx, decision.KeyOfDocument(r), all)
}

// decideOn decides on a place whose key is known: finding it by its id takes all
// reports.
func (s *Service) decideOn(ctx context.Context, key report.DecisionKey, all []DecideRequest) ([]report.Decision, error) {
	if len(all) == 0 {
		return nil, invalid("field", errNothing)
	}
	var out []report.Decision
	for _, q := range all {
		d, err := s.worded(q)
		if err != nil {
			return nil, err
		}
		d.Target = key
		if err := decision.Check(d, nil); err != nil {
			return nil, invalid(q.Field, err)
		}
		out = append(out, d)
	}
	made, err := s.library.Decide(out...)
	if err != nil {
		return nil, err
	}
	return made, s.extractDecided(ctx, made)
}
