package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/report"
	"taizhang/track"
)

// ledgerChoice says which promises are wanted, and as of which day.
type ledgerChoice struct {
	org    string
	year   int
	status []string
	today  string
}

func newLedger(a *app) *cobra.Command {
	var format string
	var choice ledgerChoice
	cmd := &cobra.Command{
		Use:   "ledger",
		Short: "print every promise, what became of it, and the sentences that show it",
		Long: `Ledger takes every promise out of the plans in the library and follows it into
the office's later reports. A promise that no report speaks of is unreported,
never missed; nothing is called done or missed without a quoted sentence.

Statuses: ` + strings.Join(statuses(), " "),
		Example: "  taizhang ledger --org 教育局 --year 2023\n  taizhang ledger --status unreported,missed\n  taizhang ledger --format ics > due.ics",
		Args:    checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			today, err := choice.day()
			if err != nil {
				return err
			}
			write, err := ledgerPrinter(format, today)
			if err != nil {
				return err
			}
			lines, err := a.ledger(cmd, choice, today)
			if err != nil {
				return err
			}
			return write(cmd.OutOrStdout(), lines, a.lang())
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table, jsonl, csv, xlsx or ics")
	cmd.Flags().StringVar(&choice.org, "org", "", "only offices whose name contains this")
	cmd.Flags().IntVar(&choice.year, "year", 0, "only promises for this year")
	cmd.Flags().StringSliceVar(&choice.status, "status", nil, "only these statuses")
	cmd.Flags().StringVar(&choice.today, "today", "", "the day the ledger is looked at, YYYY-MM-DD; empty: today")
	return cmd
}

func statuses() []string {
	var out []string
	for _, s := range []report.Status{report.Done, report.Exceeded, report.Partial, report.InProgress, report.Missed,
		report.Late, report.Unreported, report.NotDue, report.Unverifiable} {
		out = append(out, string(s))
	}
	return out
}

// day returns the day asked for. Here, at the edge, is the one place where the
// clock is read.
func (c ledgerChoice) day() (report.Date, error) {
	for _, s := range c.status {
		if !slices.Contains(statuses(), s) {
			return report.Date{}, usageError{fmt.Errorf("--status %s: want some of %s", s, strings.Join(statuses(), ", "))}
		}
	}
	if c.today == "" {
		return report.DateOf(time.Now()), nil
	}
	d, err := report.ParseDate(c.today)
	if err != nil {
		return d, usageError{fmt.Errorf("--today: %w", err)}
	}
	return d, nil
}

func (c ledgerChoice) wants(l report.Commitment) bool {
	return strings.Contains(l.Org, c.org) && (c.year == 0 || l.Year == c.year) &&
		(len(c.status) == 0 || slices.Contains(c.status, string(l.Status)))
}

func (a *app) ledger(cmd *cobra.Command, c ledgerChoice, today report.Date) ([]report.Commitment, error) {
	o := track.Options{Today: today, DueSoonDays: a.settings.GetInt("due-soon-days")}
	var out []report.Commitment
	err := a.withReports(cmd, func(s *session, reports []report.Report) error {
		for _, l := range track.Ledger(reports, track.NewWords(s.pipeline.Words), o) {
			if c.wants(l) {
				out = append(out, l)
			}
		}
		return nil
	})
	return out, err
}

func ledgerPrinter(format string, today report.Date) (func(io.Writer, []report.Commitment, export.Lang) error, error) {
	switch format {
	case "jsonl":
		return func(out io.Writer, l []report.Commitment, _ export.Lang) error { return printLines(out, l) }, nil
	case "ics":
		return func(out io.Writer, l []report.Commitment, _ export.Lang) error {
			return export.Calendar(out, l, today)
		}, nil
	}
	write, err := sheetPrinter(format)
	if err != nil {
		return nil, err
	}
	sheet := export.Ledger
	if format == "table" {
		sheet = export.BriefLedger
	}
	return func(out io.Writer, l []report.Commitment, lang export.Lang) error {
		return write(out, sheet(l, lang))
	}, nil
}
