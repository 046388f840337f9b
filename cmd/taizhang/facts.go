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

const queryHelp = `A query is words and conditions, in Chinese or English:

  固定资产投资 年份:2023 单位:重建中心 类型:金额 值:>5亿 状态:计划 期限:<2024-07-01
  year:2019..2023 kind:amount modality:target NOT 财政 "重点项目"

Fields: 年份 year, 单位 org, 类型 kind, 状态 modality, 值 value, 期限 due, 指标
indicator, 规则 rule, 章节 section. Words are joined by AND; OR, NOT, - and
brackets work.`

func newFacts(a *app) *cobra.Command {
	var format string
	var page index.Page
	cmd := &cobra.Command{
		Use:     "facts [QUERY]",
		Short:   "print facts of the library",
		Long:    "Facts prints what the reports of the library state, expect and promise.\n\n" + queryHelp,
		Example: "  taizhang facts\n  taizhang facts '固定资产投资 年份:2023'\n  taizhang facts --format xlsx > facts.xlsx",
		RunE: func(cmd *cobra.Command, args []string) error {
			write, err := factPrinter(format)
			if err != nil {
				return err
			}
			facts, err := a.findFacts(cmd, service.FactsRequest{Query: strings.Join(args, " "), Page: page})
			if err != nil {
				return err
			}
			return write(cmd.OutOrStdout(), facts, a.lang())
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table, jsonl, csv or xlsx")
	addPageFlags(cmd, &page)
	return cmd
}

func addPageFlags(cmd *cobra.Command, p *index.Page) {
	cmd.Flags().IntVar(&p.Limit, "limit", 0, "print at most that many; 0: all")
	cmd.Flags().IntVar(&p.Offset, "offset", 0, "leave out that many at the start")
	cmd.Flags().StringVar(&p.Sort, "sort", "", "order: "+strings.Join(index.Sorts(), ", "))
}

func (a *app) findFacts(cmd *cobra.Command, q service.FactsRequest) ([]report.Fact, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	s, err := a.open(cmd, service.Reading)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	found, err := s.Facts(cmd.Context(), q)
	return found.Facts, err
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
