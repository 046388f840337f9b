package web

import (
	"errors"
	"net/http"
	"strconv"

	"taizhang/index"
	"taizhang/service"
)

// reportRepairsPage is a report's source beside what repair made of it.
type reportRepairsPage struct {
	Head    reportHead
	Repairs service.Repairs
	PageNo  int // of the source; 0: all
	All     bool
	Pages   []chip // of the source
	Rows    []repairRow
	Pager   pager
	Other   string // address with all rows, or with the changed ones alone
	Failed  string // why there is nothing to show: otherwise, unreadable; empty: there is
}

// repairRow is a line of both sides.
type repairRow struct {
	Page     int // where it is another than that of the row before
	Changed  bool
	Was, Now []repairStretch
}

// repairStretch is a stretch of a side. Change is empty where both have it.
type repairStretch struct{ Text, Change string }

const repairsAPage = 120

// reportRepairs shows the source beside the text: page, all (rows that repair
// left alone, too).
func (s *server) reportRepairs(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := service.RepairsRequest{Report: r.PathValue("id"), PageNo: p.number("page"), Changed: !p.flag("all"),
		Page: index.Page{Offset: p.number("offset"), Limit: repairsAPage}}
	if err := p.err(); err != nil {
		return nil, err
	}
	one, err := s.service.Report(q.Report)
	if err != nil {
		return nil, err
	}
	head, err := s.reportHead(one, "repairs")
	if err != nil {
		return nil, err
	}
	out := reportRepairsPage{Head: head, PageNo: q.PageNo, All: !q.Changed}
	out.Other = withParam(r.URL, "all", strconv.FormatBool(q.Changed))
	if out.Repairs, err = s.service.Repairs(r.Context(), q); err != nil {
		if r.Context().Err() != nil {
			return nil, err
		}
		out.Failed = "unreadable"
		if errors.Is(err, service.ErrReadOtherwise) {
			out.Failed = "otherwise"
		}
		return out, nil
	}
	out.Pager = newPager(r.URL, q.Page, out.Repairs.Total)
	last := -1
	for _, row := range out.Repairs.Rows {
		shown := repairRow{Changed: row.Changed}
		if row.Page != last {
			shown.Page, last = row.Page, row.Page
		}
		for _, piece := range row.Pieces {
			shown.Was = addStretch(shown.Was, piece.Source, string(piece.Change))
			shown.Now = addStretch(shown.Now, piece.Text, string(piece.Change))
		}
		out.Rows = append(out.Rows, shown)
	}
	return out, nil
}

// addStretch adds a piece of one side; line ends and blanks that were changed
// are made to show.
func addStretch(all []repairStretch, text, change string) []repairStretch {
	if change == "kept" {
		change = ""
	}
	if text == "" {
		return all
	}
	return append(all, repairStretch{shownBlanks(text, change != ""), change})
}

// shownBlanks writes what shows nothing by signs: ⏎ for line ends, · for blanks.
func shownBlanks(text string, changed bool) string {
	out := make([]rune, 0, len(text))
	for _, r := range text {
		switch {
		case r == '\n' && changed:
			r = '⏎'
		case r == '\n':
			continue
		case r == ' ' && changed:
			r = '·'
		case r == '\u3000' && changed:
			r = '□'
		case r == '\t' && changed:
			r = '→'
		case r == '\u00A0' && changed:
			r = '°'
		case r < ' ' || r == '\u200B' || r == '\uFEFF':
			r = '▯'
		}
		out = append(out, r)
	}
	return string(out)
}
