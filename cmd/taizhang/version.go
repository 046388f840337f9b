package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"taizhang/pipeline"
)

func newVersion(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "print the version of the program and the fingerprint of its rules",
		Args:  checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			mark, problems, err := pipeline.RulesFingerprint(a.ruleFolders()...)
			if err != nil {
				return err
			}
			if err := a.warn(cmd, problems); err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "taizhang %s, rules %s, %s %s/%s\n",
				pipeline.Version, mark, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
