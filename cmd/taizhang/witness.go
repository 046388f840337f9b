package main

import (
	"github.com/spf13/cobra"

	"taizhang/pipeline"
)

const witnessName = "read-witness"

// newWitness is the second PDF reader as a process of its own, so that it can
// be killed: damaged files send it into endless loops. The program starts it.
func newWitness() *cobra.Command {
	return &cobra.Command{
		Use:               witnessName,
		Hidden:            true,
		Args:              checked(cobra.NoArgs),
		PersistentPreRunE: func(*cobra.Command, []string) error { return nil },
		RunE: func(cmd *cobra.Command, _ []string) error {
			return pipeline.ServeWitness(cmd.InOrStdin(), cmd.OutOrStdout())
		},
	}
}
