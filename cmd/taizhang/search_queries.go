package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/service"
)

// askAll asks the queries of a file, one a line; empty lines and those that
// begin with # are left out.
func (a *app) askAll(cmd *cobra.Command, f searchFlags) error {
	if f.format != "table" && f.format != "csv" && f.format != "jsonl" {
		return usageError{fmt.Errorf("--queries with --format %s: want table, csv or jsonl", f.format)}
	}
	data, err := os.ReadFile(f.queries)
	if err != nil {
		return usageError{fmt.Errorf("--queries: %w", err)}
	}
	s, err := a.desk(cmd, service.Reading)
	if err != nil {
		return err
	}
	defer s.Close()
	all, err := s.Ask(cmd.Context(), queryLines(string(data)), f.words)
	if err != nil {
		return err
	}
	if f.format == "jsonl" {
		return printLines(cmd.OutOrStdout(), all)
	}
	write, err := sheetPrinter(f.format)
	if err != nil {
		return err
	}
	return write(cmd.OutOrStdout(), a.askedSheet(all))
}

func queryLines(text string) []string {
	var out []string
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

// askedSheet is the table of queries and what they find.
func (a *app) askedSheet(all []service.Asked) export.Sheet {
	sheet := export.Sheet{Head: labels(a.lang(), "Query", "Sentences", "Facts", "Year", "Office", "Sentence", "Mistake")}
	for _, x := range all {
		row := []string{x.Query, strconv.Itoa(x.Passages), strconv.Itoa(x.Facts), "", "", "", x.Wrong}
		if x.First != nil {
			row[3], row[4], row[5] = number(x.First.Report.Year), x.First.Report.Org, marked(x.First.Text, x.First.Highlights)
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	return sheet
}
