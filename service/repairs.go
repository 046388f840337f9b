package service

import (
	"context"
	"fmt"

	"taizhang/index"
	"taizhang/report"
)

// RepairsRequest asks what repair made of a report's source.
type RepairsRequest struct {
	Report  string
	PageNo  int  // of the source; 0: all
	Changed bool // only rows that repair changed
	Page    index.Page
}

// Repairs is a report's source beside what repair made of it.
type Repairs struct {
	Report  string      `json:"report"`
	Rows    []RepairRow `json:"rows"`
	Total   int         `json:"total"`   // rows that meet the request
	Changed int         `json:"changed"` // rows of the whole report that repair changed
	Of      int         `json:"of"`      // rows of the whole report
	Pages   []int       `json:"pages"`   // numbers of its pages; none: the format has none
}

// RepairRow is a line of the text beside the source it was made of.
type RepairRow struct {
	Page    int           `json:"page,omitempty"`
	Changed bool          `json:"changed"`
	Source  report.Span   `json:"source"`
	Body    report.Span   `json:"body"`
	Pieces  []RepairPiece `json:"pieces"`
}

// RepairPiece is a stretch of a source and what became of it.
type RepairPiece struct {
	Change report.Change `json:"change"`
	Source string        `json:"source,omitempty"`
	Text   string        `json:"text,omitempty"`
}

// Repairs returns the source of a report and its repaired text side by side, as
// taizhang extract --text --diff does. Empty lines that were taken out are left
// out.
func (s *Service) Repairs(ctx context.Context, q RepairsRequest) (Repairs, error) {
	r, err := s.library.Report(q.Report)
	if err != nil {
		return Repairs{}, err
	}
	text, err := s.withSource(ctx, r)
	if err != nil {
		return Repairs{}, fmt.Errorf("repairs: %w", err)
	}
	out := Repairs{Report: r.ID, Rows: []RepairRow{}, Pages: []int{}}
	for _, p := range text.Pages {
		if p.Number > 0 {
			out.Pages = append(out.Pages, p.Number)
		}
	}
	for _, row := range text.Align(text.Source.Raw) {
		if row.Emptied() {
			continue
		}
		out.Of++
		if row.Changed() {
			out.Changed++
		}
		if q.PageNo != 0 && row.Page != q.PageNo || q.Changed && !row.Changed() {
			continue
		}
		if out.Total++; out.Total > q.Page.Offset && (q.Page.Limit == 0 || len(out.Rows) < q.Page.Limit) {
			out.Rows = append(out.Rows, repairRow(row, text))
		}
	}
	return out, nil
}

func repairRow(a report.Aligned, t report.Text) RepairRow {
	row := RepairRow{Page: a.Page, Changed: a.Changed(), Source: a.Source(), Body: a.Body()}
	for _, p := range a.Pieces {
		row.Pieces = append(row.Pieces, RepairPiece{p.Change, p.Source.Of(t.Source.Raw), p.Body.Of(t.Body)})
	}
	return row
}
