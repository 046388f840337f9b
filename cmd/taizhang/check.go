package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/series"
	"taizhang/service"
)

func newCheck(a *app) *cobra.Command {
	var format string
	var q service.CheckRequest
	cmd := &cobra.Command{
		Use:   "check",
		Short: "do the arithmetic again; find restated and contradicting values, copied sentences",
		Long: `Check (勾稽核对) adds up parts that are counted out under their whole and works
out rates from the two numbers they are of, as the sentences give them.

It also holds the reports of an office against each other: a value of a past
year that a later report gives anew (restated), a growth that the levels of the
two years do not give (contradiction), a value said to be counted in another way
(scope), a sentence that an earlier report has with the same figures (copied).
Each is shown with both sentences. The exit status is 3 if something does not
hold or was found.`,
		Example: "  taizhang check\n  taizhang check --failed --format jsonl",
		Args:    checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			found, err := a.check(cmd, q)
			if err != nil {
				return err
			}
			if err := a.printChecks(cmd, format, found); err != nil {
				return err
			}
			for _, f := range found {
				if !f.Holds {
					return errFindings
				}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table, jsonl, csv or xlsx")
	cmd.Flags().StringVar(&q.Org, "org", "", "only offices whose name contains this")
	cmd.Flags().BoolVar(&q.Failed, "failed", false, "only what does not hold")
	return cmd
}

func (a *app) check(cmd *cobra.Command, q service.CheckRequest) ([]series.Finding, error) {
	s, err := a.desk(cmd, service.Reading)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	return s.Check(q)
}

func (a *app) printChecks(cmd *cobra.Command, format string, found []series.Finding) error {
	if format == "jsonl" {
		return printLines(cmd.OutOrStdout(), found)
	}
	write, err := sheetPrinter(format)
	if err != nil {
		return err
	}
	if len(found) == 0 && format == "table" && !a.settings.GetBool("quiet") {
		fmt.Fprintln(cmd.ErrOrStderr(), "nothing in the library can be checked")
	}
	return write(cmd.OutOrStdout(), export.Findings(found, a.lang()))
}
