package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/service"
)

func newSearchSaved(a *app) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "saved",
		Short:   "list the saved searches, or remove one",
		Example: "  taizhang search saved\n  taizhang search saved remove 大额投资",
		Args:    checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := listFormat(format); err != nil {
				return err
			}
			s, err := a.desk(cmd, service.Reading)
			if err != nil {
				return err
			}
			defer s.Close()
			all, err := s.SavedSearches()
			if err != nil {
				return err
			}
			if format == "jsonl" {
				return printLines(cmd.OutOrStdout(), all)
			}
			t := table{head: labels(a.lang(), "Name", "Query")}
			for _, x := range all {
				t.add(x.Name, x.Query)
			}
			return t.print(cmd.OutOrStdout())
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or jsonl")
	cmd.AddCommand(newSearchForget(a))
	return cmd
}

func newSearchForget(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "remove NAME",
		Short: "forget a saved search",
		Args:  checked(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.desk(cmd, service.Reading)
			if err != nil {
				return err
			}
			defer s.Close()
			name := strings.Join(args, " ")
			if err := s.RemoveSearch(name); err != nil {
				return err
			}
			if !a.settings.GetBool("quiet") {
				fmt.Fprintf(cmd.ErrOrStderr(), "removed: %s\n", name)
			}
			return nil
		},
	}
}
