package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"taizhang/pipeline"
	"taizhang/service"
)

func newDoctor(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "check rules, dictionaries and library",
		Long: `Doctor loads rules and dictionaries, and compares the originals, reports and
index of the library. The exit status is 3 if anything is wrong.`,
		Args: checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := a.open(cmd, service.Reading)
			if err != nil {
				return err
			}
			defer s.Close()
			problems, err := s.Doctor()
			if err != nil {
				return err
			}
			reports, facts := s.Reports(service.ReportsRequest{}), 0
			for _, e := range reports {
				facts += e.Facts
			}
			fmt.Fprintf(cmd.OutOrStdout(), "taizhang %s, rules and dictionaries load\nlibrary %s: %d reports, %d facts, %d problems\n",
				pipeline.Version, a.settings.GetString("library"), len(reports), facts, len(problems))
			for _, p := range problems {
				fmt.Fprintln(cmd.OutOrStdout(), p)
			}
			if len(problems) > 0 {
				return errFindings
			}
			return nil
		},
	}
}
