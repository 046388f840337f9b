package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/service"
	"taizhang/track"
)

func newSeries(a *app) *cobra.Command {
	var format, org string
	cmd := &cobra.Command{
		Use:     "series INDICATOR",
		Short:   "print one indicator through the years, plan beside result",
		Example: "  taizhang series 固定资产投资\n  taizhang series 学位 --org 青岚县教育局 --format jsonl",
		Args:    checked(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			points, err := a.series(cmd, service.SeriesRequest{Indicator: args[0], Org: org})
			if err != nil {
				return err
			}
			if len(points) == 0 && !a.settings.GetBool("quiet") {
				fmt.Fprintf(cmd.ErrOrStderr(), "no values of %s; taizhang facts %s shows what comes near\n", args[0], args[0])
			}
			return a.printSeries(cmd.OutOrStdout(), format, points)
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table, jsonl, csv or xlsx")
	cmd.Flags().StringVar(&org, "org", "", "only offices whose name contains this")
	return cmd
}

func (a *app) series(cmd *cobra.Command, q service.SeriesRequest) ([]track.Point, error) {
	s, err := a.desk(cmd, service.Reading)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	return s.Series(q)
}

func (a *app) printSeries(out io.Writer, format string, points []track.Point) error {
	if format == "jsonl" {
		return printLines(out, points)
	}
	write, err := sheetPrinter(format)
	if err != nil {
		return err
	}
	return write(out, export.Series(points, a.lang()))
}
