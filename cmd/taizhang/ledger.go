package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"taizhang/report"
	"taizhang/service"
)

// ledgerFlags say which promises are wanted, and as of which day.
type ledgerFlags struct {
	org    string
	year   int
	status []string
	today  string
	owner  string
	text   string
	words  service.LedgerWords
}

func newLedger(a *app) *cobra.Command {
	var format, old string
	var flags ledgerFlags
	cmd := &cobra.Command{
		Use:   "ledger",
		Short: "print every promise, what became of it, and the sentences that show it",
		Long: `Ledger takes every promise out of the plans in the library and follows it into
the office's later reports. A promise that no report speaks of is unreported,
never missed; nothing is called done or missed without a quoted sentence. What
people decided (taizhang decide) stands over that.

Statuses: ` + strings.Join(statuses(), " ") + `

XLSX has the ledger in the office's own columns (setting ledger-columns), the
evidence, and the series of the indicators with charts; html is a page for the
printer; ics has the deadlines of open promises with reminders (setting
reminder-days). --diff shows what is different from an earlier ledger: one that
was printed as jsonl, or a backup of the library.`,
		Example: "  taizhang ledger --org 教育局 --year 2023\n  taizhang ledger --status unreported,missed\n" +
			"  taizhang ledger --format xlsx > 台账.xlsx\n  taizhang ledger --format ics > due.ics\n  taizhang ledger --diff 上月.jsonl",
		Args: checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			q, err := flags.request()
			if err != nil {
				return err
			}
			if old != "" {
				return a.diffLedger(cmd, q, old, format)
			}
			write, err := a.ledgerPrinter(format, q)
			if err != nil {
				return err
			}
			s, err := a.desk(cmd, service.Reading)
			if err != nil {
				return err
			}
			defer s.Close()
			return write(cmd.OutOrStdout(), s)
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table, jsonl, csv, xlsx, html or ics")
	cmd.Flags().StringVar(&flags.org, "org", "", "only offices whose name contains this")
	cmd.Flags().IntVar(&flags.year, "year", 0, "only promises for this year")
	cmd.Flags().StringSliceVar(&flags.status, "status", nil, "only these statuses")
	cmd.Flags().StringSliceVar(&flags.words.Light, "light", nil, "only these lights: overdue, due_soon, closed, none")
	cmd.Flags().StringSliceVar(&flags.words.Review, "review", nil, "only lines in this state of review: open, wrong, confirmed, waiting")
	cmd.Flags().StringVar(&flags.owner, "owner", "", "only responsible units whose name contains this")
	cmd.Flags().StringVar(&flags.text, "text", "", "only lines whose promise, heading or best answer contains this")
	cmd.Flags().StringVar(&flags.words.Sort, "sort", "", "urgency, due, status, owner or year; empty: as in the plans")
	cmd.Flags().StringVar(&flags.today, "today", "", "the day the ledger is looked at, YYYY-MM-DD; empty: today")
	cmd.Flags().StringVar(&old, "diff", "", "show what is different from this ledger (jsonl) or backup")
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
	q := service.LedgerRequest{Org: f.org, Year: f.year, Owner: f.owner, Text: f.text, Today: report.DateOf(time.Now())}
	err := q.Words(f.words)
	if err != nil {
		return q, usageError{fmt.Errorf("--%w", err)}
	}
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
