package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"taizhang/library"
	"taizhang/service"
)

func newBackup(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "write the whole library to one file",
		Long: `Backup writes originals, reports, decisions and settings of the library to one
file, with a list of their hashes. Nothing is imported meanwhile. What can be
made again, the index, is left out.`,
		Example: "  taizhang backup 台账-2024-03-01.taizhang",
		Args:    checked(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.desk(cmd, service.Reading)
			if err != nil {
				return err
			}
			defer s.Close()
			return createFile(args[0], func(f io.Writer) error {
				m, err := s.Backup(cmd.Context(), f, nil)
				if err == nil {
					fmt.Fprintf(cmd.OutOrStdout(), "%d reports, %d files written to %s\n", m.Reports, len(m.Files), args[0])
				}
				return err
			})
		},
	}
}

func newRestore(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE DIR",
		Short: "make a library of a backup, in a folder that is empty or not there",
		Long: `Restore unpacks a backup, holds every file against the list of hashes in it, and
makes the index. After an error nothing is left behind.`,
		Example: "  taizhang restore 台账-2024-03-01.taizhang 新库\n  taizhang --library 新库 doctor",
		Args:    checked(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := os.Open(args[0])
			if err != nil {
				return usageError{fmt.Errorf("backup: %w", err)}
			}
			defer f.Close()
			m, err := library.Restore(f, args[1])
			if err != nil {
				return err
			}
			a.settings.Set("library", args[1])
			s, err := a.desk(cmd, service.Writing) // this makes the index
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%d reports of %s restored to %s\n", m.Reports,
				m.Made.Local().Format("2006-01-02 15:04"), args[1])
			return s.Close()
		},
	}
}
