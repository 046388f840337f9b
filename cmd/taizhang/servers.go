package main

import (
	"io"

	"github.com/spf13/cobra"

	"taizhang/pipeline"
)

const (
	pdfName     = "read-pdf"
	witnessName = "read-witness"
)

// newServer is a PDF reader as a process of its own, so that it can be killed:
// damaged files send readers into endless loops. The program starts it.
func newServer(name string, serve func(io.Reader, io.Writer) error) *cobra.Command {
	return &cobra.Command{
		Use:               name,
		Hidden:            true,
		Args:              checked(cobra.NoArgs),
		PersistentPreRunE: func(*cobra.Command, []string) error { return nil },
		RunE: func(cmd *cobra.Command, _ []string) error {
			return serve(cmd.InOrStdin(), cmd.OutOrStdout())
		},
	}
}

// newWitness is the second PDF reader.
func newWitness() *cobra.Command { return newServer(witnessName, pipeline.ServeWitness) }

// newPDF is the first.
func newPDF() *cobra.Command { return newServer(pdfName, pipeline.ServePDF) }
