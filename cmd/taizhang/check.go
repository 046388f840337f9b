package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/report"
	"taizhang/track"
)

func newCheck(a *app) *cobra.Command {
	var format, org string
	var failed bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "do the arithmetic of the reports again: parts and wholes, rates",
		Long: `Check (勾稽核对) adds up parts that are counted out under their whole and works
out rates from the two numbers they are of, as the sentences give them. The
exit status is 3 if something does not hold.`,
		Example: "  taizhang check\n  taizhang check --failed --format jsonl",
		Args:    checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			found, err := a.check(cmd, org, failed)
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
	cmd.Flags().StringVar(&org, "org", "", "only offices whose name contains this")
	cmd.Flags().BoolVar(&failed, "failed", false, "only what does not hold")
	return cmd
}

func (a *app) check(cmd *cobra.Command, org string, failed bool) ([]track.Finding, error) {
	var out []track.Finding
	err := a.withReports(cmd, func(_ *session, reports []report.Report) error {
		for _, r := range reports {
			for _, f := range track.Check(r) {
				if strings.Contains(f.Org, org) && !(failed && f.Holds) {
					out = append(out, f)
				}
			}
		}
		return nil
	})
	return out, err
}

func (a *app) printChecks(cmd *cobra.Command, format string, found []track.Finding) error {
	if format == "jsonl" {
		return printLines(cmd.OutOrStdout(), found)
	}
	write, err := sheetPrinter(format)
	if err != nil {
		return err
	}
	if len(found) == 0 && format == "table" && !a.settings.GetBool("quiet") {
		fmt.Fprintln(cmd.ErrOrStderr(), "nothing in the library can be checked by arithmetic")
	}
	return write(cmd.OutOrStdout(), export.Findings(found, a.lang()))
}
