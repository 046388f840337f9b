package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/service"
)

// seriesFlags say how a series is printed.
type seriesFlags struct {
	format string
	values bool
	orgs   []string
}

func newSeries(a *app) *cobra.Command {
	var flags seriesFlags
	cmd := &cobra.Command{
		Use:   "series INDICATOR",
		Short: "print one indicator through the years, plan beside result",
		Long: `Series prints an indicator, under any of its names, by office and year: what was
promised, expected and reached; growth as the report states it and as the levels
give it; and where the reports do not agree: values given anew, growths that the
levels do not give, values of another scope.

Several --org put offices side by side, a year a row.`,
		Example: "  taizhang series 固定资产投资\n  taizhang series 学位 --org 青岚县教育局 --format jsonl\n" +
			"  taizhang series 财政收入 --org 禾岭县 --org 临江区\n  taizhang series 财政收入 --values",
		Args: checked(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := a.series(cmd, service.SeriesRequest{Indicator: args[0], Orgs: flags.orgs}, flags)
			if err == nil && n == 0 && !a.settings.GetBool("quiet") {
				fmt.Fprintf(cmd.ErrOrStderr(), "no values of %s; taizhang facts %s shows what comes near\n", args[0], args[0])
			}
			return err
		},
	}
	cmd.Flags().StringVar(&flags.format, "format", "table", "table, jsonl, csv or xlsx")
	cmd.Flags().StringArrayVar(&flags.orgs, "org", nil, "only offices whose name contains this; several: side by side")
	cmd.Flags().BoolVar(&flags.values, "values", false, "every value where it is said, one a line")
	return cmd
}

// series prints the series and returns how many lines it has.
func (a *app) series(cmd *cobra.Command, q service.SeriesRequest, flags seriesFlags) (int, error) {
	s, err := a.desk(cmd, service.Reading)
	if err != nil {
		return 0, err
	}
	defer s.Close()
	out := cmd.OutOrStdout()
	if flags.values {
		points, err := s.Series(q)
		if err != nil {
			return 0, err
		}
		return len(points), printSeries(out, flags.format, points, export.Series(points, a.lang()))
	}
	rows, err := s.Years(q)
	if err != nil {
		return 0, err
	}
	sheet := export.Years(rows, a.lang())
	if len(flags.orgs) > 1 {
		sheet = export.SideBySide(rows, a.lang())
	}
	return len(rows), printSeries(out, flags.format, rows, sheet)
}

// printSeries prints the lines as JSON, or their sheet.
func printSeries[T any](out io.Writer, format string, lines []T, sheet export.Sheet) error {
	if format == "jsonl" {
		return printLines(out, lines)
	}
	write, err := sheetPrinter(format)
	if err != nil {
		return err
	}
	return write(out, sheet)
}
