package main

import (
	"fmt"
	"io"
	"strconv"

	"taizhang/export"
	"taizhang/report"
	"taizhang/service"
	"taizhang/track"
)

// ledgerForm returns the form of the ledger that the settings ask for.
func (s *settings) ledgerForm(lang export.Lang) (export.LedgerForm, error) {
	form := export.LedgerForm{Lang: lang}
	var err error
	if entries := s.GetStringSlice("ledger-columns"); len(entries) > 0 {
		if form.Columns, err = export.ParseColumns(entries, lang); err != nil {
			return form, err
		}
	}
	form.Lights, err = service.ParseLights(s.GetStringSlice("lights"), s.GetInt("due-soon-days"))
	return form, err
}

// lights returns the schemes of lights of the settings.
func (a *app) lights() ([]track.LightScheme, error) {
	return service.ParseLights(a.settings.GetStringSlice("lights"), a.settings.GetInt("due-soon-days"))
}

// reminders returns how many days ahead a calendar reminds.
func (s *settings) reminders() ([]int, error) {
	return reminderDays(s.GetStringSlice("reminder-days"))
}

func reminderDays(all []string) ([]int, error) {
	var out []int
	for _, d := range all {
		n, err := strconv.Atoi(d)
		if err != nil || n < 0 || n > 366 {
			return nil, fmt.Errorf("setting reminder-days: want numbers of days from 0 to 366, have %q", d)
		}
		out = append(out, n)
	}
	return out, nil
}

// ledgerWriter writes the ledger that a desk tells.
type ledgerWriter func(io.Writer, desk) error

// ledgerPrinter returns how the ledger is written in the format.
func (a *app) ledgerPrinter(format string, q service.LedgerRequest) (ledgerWriter, error) {
	form, err := a.settings.ledgerForm(a.lang())
	if err != nil {
		return nil, err
	}
	of := func(write func(io.Writer, []report.Commitment) error) ledgerWriter {
		return func(out io.Writer, s desk) error {
			lines, err := s.Ledger(q)
			if err != nil {
				return err
			}
			return write(out, lines)
		}
	}
	switch format {
	case "jsonl":
		return of(printLines[report.Commitment]), nil
	case "ics":
		days, err := a.settings.reminders()
		return of(export.CalendarForm{Stamp: q.Today, Reminder: days, Lang: a.lang()}.Write), err
	case "html":
		return of(func(out io.Writer, l []report.Commitment) error { return form.Page(out, l, q.Today) }), nil
	case "xlsx":
		return func(out io.Writer, s desk) error { return writeBook(out, s, form, q) }, nil
	}
	write, err := sheetPrinter(format)
	sheet := form.Sheet
	if format == "table" {
		sheet = form.Brief
	}
	return of(func(out io.Writer, l []report.Commitment) error { return write(out, sheet(l)) }), err
}

// writeBook writes the workbook of ledger, evidence and series.
func writeBook(out io.Writer, s desk, form export.LedgerForm, q service.LedgerRequest) error {
	lines, err := s.Ledger(q)
	if err != nil {
		return err
	}
	series, err := s.LedgerSeries(q)
	if err != nil {
		return err
	}
	return form.Book(out, lines, series)
}
