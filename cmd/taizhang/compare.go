package main

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/series"
	"taizhang/service"
)

func newCompare(a *app) *cobra.Command {
	var format string
	var all bool
	cmd := &cobra.Command{
		Use:   "compare OFFICE YEAR YEAR",
		Short: "compare the values of an office's reports on two years",
		Long: `Compare puts the values of two annual reports of an office side by side: what is
another value now, what is new, and what is not said any more. What is the same
is left out; --all prints it, too. The years are those under review, the earlier
one first.`,
		Example: "  taizhang compare 青岚县教育局 2022 2023\n  taizhang compare 禾岭县 2023 2024 --format csv",
		Args:    checked(cobra.ExactArgs(3)),
		RunE: func(cmd *cobra.Command, args []string) error {
			q := service.CompareYearsRequest{Org: args[0]}
			for i, year := range []*int{&q.Before, &q.After} {
				n, err := strconv.Atoi(args[i+1])
				if err != nil || n < 1900 || n > 2200 {
					return usageError{fmt.Errorf("year %s: want four digits, as in 2023", args[i+1])}
				}
				*year = n
			}
			return a.compare(cmd, q, format, all)
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table, jsonl, csv or xlsx")
	cmd.Flags().BoolVar(&all, "all", false, "also what is the same")
	return cmd
}

func (a *app) compare(cmd *cobra.Command, q service.CompareYearsRequest, format string, all bool) error {
	s, err := a.desk(cmd, service.Reading)
	if err != nil {
		return err
	}
	defer s.Close()
	d, err := s.CompareYears(q)
	if err != nil {
		return err
	}
	var shown []series.Shift
	for _, x := range d.Shifts {
		if all || x.Kind != series.Unchanged {
			shown = append(shown, x)
		}
	}
	return printSeries(cmd.OutOrStdout(), format, shown, export.Shifts(shown, a.lang()))
}
