package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/service"
)

func newSuggest(a *app) *cobra.Command {
	var format string
	var limit int
	cmd := &cobra.Command{
		Use:     "suggest PREFIX",
		Short:   "complete a name from indicators, offices and headings of the library",
		Example: "  taizhang suggest 固定资",
		Args:    checked(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := listFormat(format); err != nil {
				return err
			}
			s, err := a.desk(cmd, service.Reading)
			if err != nil {
				return err
			}
			defer s.Close()
			all, err := s.Suggest(strings.Join(args, " "), limit)
			if err != nil {
				return err
			}
			if format == "jsonl" {
				return printLines(cmd.OutOrStdout(), all)
			}
			t := table{head: labels(a.lang(), "Name", "Kind", "Count")}
			for _, x := range all {
				t.add(x.Text, a.lang().Label(x.Kind), strconv.Itoa(x.Count))
			}
			return t.print(cmd.OutOrStdout())
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or jsonl")
	cmd.Flags().IntVar(&limit, "limit", 10, "print at most that many")
	return cmd
}
