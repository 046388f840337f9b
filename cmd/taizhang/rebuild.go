package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"taizhang/service"
)

func newRebuild(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "rebuild",
		Short: "make the index again from the stored reports",
		Long: `Rebuild makes the index again from the stored reports, beside the one in use.
Nothing is extracted again; reextract does that.`,
		Args: checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := a.desk(cmd, service.Writing)
			if err != nil {
				return err
			}
			defer s.Close()
			bar := newCounter(cmd.ErrOrStderr(), a.settings.GetBool("quiet"), "rebuild")
			err = s.Rebuild(cmd.Context(), bar.set)
			bar.close()
			if err != nil {
				return err
			}
			size, err := s.Size()
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "the index of %d reports was made again\n", size.Reports)
			return s.Close()
		},
	}
}

func newReextract(a *app) *cobra.Command {
	var q service.ReextractRequest
	var format string
	cmd := &cobra.Command{
		Use:   "reextract",
		Short: "extract stored reports again that other rules or another program extracted",
		Long: `Reextract reads the stored originals again, of those reports only that other
rules, other names or another version of the program extracted, or of all. The
old report is seen until the new one takes its place. Broken off, it goes on
where it stopped when it is run again; a document that is refused now keeps its
old report, and the exit status is 3.`,
		Example: "  taizhang reextract\n  taizhang reextract --all",
		Args:    checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, err := importPrinter(format)
			if err != nil {
				return err
			}
			s, err := a.desk(cmd, service.Writing)
			if err != nil {
				return err
			}
			defer s.Close()
			ids, err := s.Stale(q)
			if err != nil {
				return err
			}
			bar := newProgress(cmd.ErrOrStderr(), a.settings.GetBool("quiet"), "reextract", len(ids))
			a.onPage = bar.page
			summary, err := s.Reextract(cmd.Context(), ids, bar.done)
			bar.close()
			if err != nil {
				return fmt.Errorf("%d of %d reports are done; run the same command again to go on: %w",
					len(summary.Results), len(ids), err)
			}
			return errors.Join(write(cmd.OutOrStdout(), summary, a.lang()), s.Close(), importStatus(summary))
		},
	}
	cmd.Flags().BoolVar(&q.All, "all", false, "all reports, also those that are up to date")
	cmd.Flags().StringVar(&format, "format", "table", "table or json")
	return cmd
}
