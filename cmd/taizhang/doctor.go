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
		Long: `Doctor loads rules and dictionaries, says which of the programs for further
documents are there, and compares originals, reports, decisions and index of the
library. The exit status is 3 if anything is wrong; a program that is not there,
and reports that reextract would read again, are no fault.`,
		Args: checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := a.desk(cmd, service.Reading)
			if err != nil {
				return err
			}
			defer s.Close()
			problems, err := s.Doctor()
			if err != nil {
				return err
			}
			size, err := s.Size()
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "taizhang %s, rules and dictionaries load\nlibrary %s: %d reports, %d facts, %d problems\n",
				pipeline.Version, a.settings.GetString("library"), size.Reports, size.Facts, len(problems))
			if err := sayMore(cmd, s); err != nil {
				return err
			}
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

// sayMore says what is no fault but good to know.
func sayMore(cmd *cobra.Command, s desk) error {
	stale, err := s.Stale(service.ReextractRequest{})
	if err != nil {
		return err
	}
	if len(stale) > 0 {
		fmt.Fprintf(cmd.OutOrStdout(), "%d reports were extracted by other rules or another version: taizhang reextract\n", len(stale))
	}
	tools, err := s.Tools(cmd.Context())
	for _, t := range tools {
		state := "there"
		if t.Missing != "" {
			state = t.Missing + " (" + t.Advice + ")"
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s, for %s: %s\n", t.Name, t.For, state)
	}
	return err
}
