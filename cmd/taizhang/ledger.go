package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/report"
	"taizhang/service"
)

// ledgerFlags say which promises are wanted, and as of which day.
type ledgerFlags struct {
	org    string
	year   int
	status []string
	today  string
}

func newLedger(a *app) *cobra.Command {
	var format string
	var flags ledgerFlags
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
			q, err := flags.request()
			if err != nil {
				return err
			}
			write, err := ledgerPrinter(format, q.Today)
			if err != nil {
				return err
			}
			lines, err := a.ledger(cmd, q)
			if err != nil {
				return err
			}
			return write(cmd.OutOrStdout(), lines, a.lang())
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table, jsonl, csv, xlsx or ics")
	cmd.Flags().StringVar(&flags.org, "org", "", "only offices whose name contains this")
	cmd.Flags().IntVar(&flags.year, "year", 0, "only promises for this year")
	cmd.Flags().StringSliceVar(&flags.status, "status", nil, "only these statuses")
	cmd.Flags().StringVar(&flags.today, "today", "", "the day the ledger is looked at, YYYY-MM-DD; empty: today")
	return cmd
}

func statuses() []string {
	var out []string
	for _, s := range service.Statuses() {
		out = append(out, string(s))
	}
	return out
}

// request returns what is asked for. Here, at the edge, the clock is read.
func (f ledgerFlags) request() (service.LedgerRequest, error) {
	q := service.LedgerRequest{Org: f.org, Year: f.year, Today: report.DateOf(time.Now())}
	var err error
	if q.Status, err = service.ParseStatuses(f.status); err != nil {
		return q, usageError{fmt.Errorf("--%w", err)}
	}
	if f.today == "" {
		return q, nil
	}
	if q.Today, err = report.ParseDate(f.today); err != nil {
		return q, usageError{fmt.Errorf("--today: %w", err)}
	}
	return q, nil
}

func (a *app) ledger(cmd *cobra.Command, q service.LedgerRequest) ([]report.Commitment, error) {
	s, err := a.desk(cmd, service.Reading)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	return s.Ledger(q)
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
