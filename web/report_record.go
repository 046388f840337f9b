package web

import (
	"net/http"
	"net/url"
	"strconv"

	"taizhang/report"
	"taizhang/service"
)

// reportRecordPage is what is known of a report, where from, and what people
// corrected.
type reportRecordPage struct {
	Head   reportHead
	Record service.ReportRecord
	Form   []correctable
	Filing []filedField
	// Evidence is from what it was taken under what the report is filed.
	Evidence []filedEvidence
	Pages    []recordPage // that are not good
	Past     []historyLine
	Who      string
}

// filedField is what a report is filed under, and what it was before people
// corrected it.
type filedField struct{ Title, Value, Was string }

// filedEvidence is the words that a field was taken from.
type filedEvidence struct {
	Title string // of the field
	report.Evidence
}

// recordPage is a page that is to be compared with the original.
type recordPage struct {
	report.PageMark
	Problems []report.Problem
}

func yearWord(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (s *server) reportRecord(_ http.ResponseWriter, r *http.Request) (any, error) {
	id := r.PathValue("id")
	record, err := s.service.ReportRecord(id)
	if err != nil {
		return nil, err
	}
	one, err := s.service.Report(id)
	if err != nil {
		return nil, err
	}
	head, err := s.reportHead(one, "record")
	if err != nil {
		return nil, err
	}
	out := reportRecordPage{Head: head, Record: record, Form: filingForm(record.Now), Who: authorOf(r)}
	was := filingForm(record.Found)
	for i, f := range out.Form {
		field := filedField{Title: f.Title, Value: f.Value}
		if was[i].Value != f.Value {
			field.Was = was[i].Value
			if field.Was == "" {
				field.Was = "–"
			}
		}
		out.Filing = append(out.Filing, field)
	}
	for _, e := range record.Evidence {
		if e.Field != "plan_start" { // a byte tells nobody anything
			out.Evidence = append(out.Evidence, filedEvidence{filingTitle(e.Field), e})
		}
	}
	for _, p := range record.Pages {
		if p.Number > 0 && p.Quality != report.Good {
			out.Pages = append(out.Pages, recordPage{p, problemsOf(record.Problems, p.Number)})
		}
	}
	out.Past = historyLines(record.History, out.Who)
	return out, nil
}

// problemsOf returns the problems of a page.
func problemsOf(all []report.Problem, page int) []report.Problem {
	var out []report.Problem
	for _, p := range all {
		if p.Page == page {
			out = append(out, p)
		}
	}
	return out
}

// reportRecordSent takes a correction of a report in: do is correct, comment,
// counts, own (of versions) or undo.
func (s *server) reportRecordSent(w http.ResponseWriter, r *http.Request) (any, error) {
	id := r.PathValue("id")
	author, mistaken := authorSent(w, r)
	record, err := s.service.ReportRecord(id)
	if err != nil {
		return nil, err
	}
	d := corrected{Who: author.Who, Why: author.Why, Do: r.PostFormValue("do"), ID: r.PostFormValue("id"),
		Fields: changed(filingForm(record.Now), r)}
	page := "/reports/" + url.PathEscape(id) + "/record"
	if mistaken == nil {
		mistaken = s.correctReport(r.Context(), id, d)
	}
	if mistaken != nil {
		return s.again(w, asShown(r, page), refusedForm{name: "correct", err: mistaken}, s.reportRecord)
	}
	return redirect(page + "#history"), nil
}
