package web

import (
	"io"
	"net/http"
	"net/url"

	"taizhang/export"
	"taizhang/report"
	"taizhang/service"
)

// The media types of ledgers.
const (
	calendarType = "text/calendar; charset=utf-8"
	pageType     = "text/html; charset=utf-8"
)

// ledgerFormats returns the forms that the ledger can be kept in.
func ledgerFormats() []string { return []string{"xlsx", "csv", "jsonl", "ics", "html"} }

// ledgerFile is a form of what is shown, to keep.
type ledgerFile struct{ Format, URL string }

// ledgerFiles returns the addresses of what is shown as files.
func ledgerFiles(u *url.URL) []ledgerFile {
	var out []ledgerFile
	for _, f := range ledgerFormats() {
		q := ledgerQuery(u)
		q.Set("format", f)
		out = append(out, ledgerFile{f, addressed(ledgerPath, q)})
	}
	return out
}

// ledgerDownload hands out all promises that are wanted, in the order of the
// page and in the office's own form.
func (s *server) ledgerDownload(
	r *http.Request, format string, q service.LedgerRequest, lines []report.Commitment,
) (any, error) {
	form := s.look.Load().Ledger
	form.Lang = export.Lang(s.langOf(r))
	if q.Today.IsZero() {
		q.Today = s.service.Today()
	}
	switch format {
	case "ics":
		c := export.CalendarForm{Stamp: q.Today, Reminder: s.look.Load().Reminder, Lang: form.Lang}
		return download{"ledger.ics", calendarType, func(w io.Writer) error { return c.Write(w, lines) }}, nil
	case "html":
		return download{"ledger.html", pageType, func(w io.Writer) error { return form.Page(w, lines, q.Today) }}, nil
	case "xlsx":
		series, err := s.service.LedgerSeries(q)
		return download{"ledger.xlsx", xlsxType, func(w io.Writer) error { return form.Book(w, lines, series) }}, err
	}
	return sheetDownload("ledger", format, lines, func() export.Sheet { return form.Sheet(lines) }), nil
}
