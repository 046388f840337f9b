package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/index"
	"taizhang/report"
	"taizhang/service"
)

func newFacts(a *app) *cobra.Command {
	var flags queryFlags
	var format string
	var page index.Page
	cmd := &cobra.Command{
		Use:   "facts [QUERY]",
		Short: "print facts of the library",
		Long:  "Facts prints what the reports of the library state, expect and promise.\n\n" + queryHelp,
		Example: "  taizhang facts\n  taizhang facts '固定资产投资 年份:2023'\n  taizhang facts --format xlsx > facts.xlsx\n" +
			"  taizhang facts '类型:金额' --facets",
		RunE: func(cmd *cobra.Command, args []string) error {
			q := service.FactsRequest{Query: strings.Join(args, " "), Page: page, Words: flags.words}
			if flags.facets {
				return a.countFacts(cmd, flags, q, format)
			}
			write, err := factPrinter(format)
			if err != nil {
				return err
			}
			found, err := a.findFacts(cmd, flags, q)
			if err != nil {
				return err
			}
			a.tell(cmd, found.Also, found.Near)
			return write(cmd.OutOrStdout(), found.Facts, a.lang())
		},
	}
	flags.add(cmd)
	cmd.Flags().StringVar(&format, "format", "table", "table, jsonl, csv or xlsx; with --facets table or json")
	addPageFlags(cmd, &page)
	return cmd
}

func addPageFlags(cmd *cobra.Command, p *index.Page) {
	cmd.Flags().IntVar(&p.Limit, "limit", 0, "print at most that many; 0: all")
	cmd.Flags().IntVar(&p.Offset, "offset", 0, "leave out that many at the start")
	cmd.Flags().StringVar(&p.Sort, "sort", "", "order: "+strings.Join(index.Sorts(), ", "))
}

// withQuery opens the library and hands over the query with the saved one.
func (a *app) withQuery(
	cmd *cobra.Command, flags queryFlags, q service.FactsRequest, use func(desk, service.FactsRequest) error,
) error {
	if err := q.Check(); err != nil {
		return err
	}
	s, err := a.desk(cmd, service.Reading)
	if err != nil {
		return err
	}
	defer s.Close()
	if q.Query, err = flags.query(s, []string{q.Query}); err != nil {
		return err
	}
	return use(s, q)
}

func (a *app) findFacts(cmd *cobra.Command, flags queryFlags, q service.FactsRequest) (found service.Facts, err error) {
	err = a.withQuery(cmd, flags, q, func(s desk, q service.FactsRequest) (err error) {
		found, err = s.Facts(cmd.Context(), q)
		return err
	})
	return found, err
}

// countFacts prints how often each value of some fields occurs.
func (a *app) countFacts(cmd *cobra.Command, flags queryFlags, q service.FactsRequest, format string) error {
	if format != "table" && format != "json" {
		return usageError{fmt.Errorf("--facets with --format %s: want table or json", format)}
	}
	var err error
	if q.Facets, err = flags.limit(); err != nil {
		return err
	}
	return a.withQuery(cmd, flags, q, func(s desk, q service.FactsRequest) error {
		counted, err := s.FactFacets(cmd.Context(), q)
		switch {
		case err != nil:
			return err
		case format == "json":
			return printJSON(cmd.OutOrStdout(), counted)
		}
		return a.printFacets(cmd.OutOrStdout(), counted)
	})
}

func factPrinter(format string) (func(io.Writer, []report.Fact, export.Lang) error, error) {
	if format == "jsonl" {
		return func(out io.Writer, facts []report.Fact, _ export.Lang) error { return printLines(out, facts) }, nil
	}
	write, err := sheetPrinter(format)
	if err != nil {
		return nil, err
	}
	sheet := export.Facts
	if format == "table" {
		sheet = export.BriefFacts
	}
	return func(out io.Writer, facts []report.Fact, lang export.Lang) error {
		return write(out, sheet(facts, lang))
	}, nil
}

// sheetPrinter returns how a sheet is written in the format.
func sheetPrinter(format string) (func(io.Writer, export.Sheet) error, error) {
	switch format {
	case "table":
		return func(out io.Writer, s export.Sheet) error {
			t := table{head: s.Head, rows: s.Rows, limit: 36}
			return t.print(out)
		}, nil
	case "csv":
		return export.CSV, nil
	case "xlsx":
		return export.XLSX, nil
	}
	return nil, usageError{fmt.Errorf("--format %s: no such format; --help lists them", format)}
}
