package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

// app is what every command works with: the settings, and what they lead to.
type app struct {
	settings *settings
	password string                          // of encrypted documents
	onPage   func(name string, done, of int) // is told of pages that take long; nil: nobody is
	logFile  *os.File                        // nil until something is logged to it
}

const rootLong = `Taizhang reads the annual summaries and plans of Chinese offices (工作总结及
工作计划, 政府工作报告), finds every number, deadline, award and promise in them,
and follows each promise from the plan that made it to the report that
answers it, with the evidence quoted on both sides.

  taizhang import 2021.docx 2022.pdf 2023.md    into the library
  taizhang facts 固定资产投资                     what they state
  taizhang ledger                               what they promised, and what became of it

Exit status: 0 all well; 1 nothing could be done; 2 wrong use; 3 done, but
some files were refused or there are findings.`

// newRoot returns the command with all its subcommands, in the order in which
// people meet them.
func newRoot() *cobra.Command {
	a := &app{}
	root := &cobra.Command{
		Use:           "taizhang",
		Short:         "annual reports of offices: facts, search and a ledger of promises",
		Long:          rootLong,
		SilenceUsage:  true,
		SilenceErrors: true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) (err error) {
			a.settings, err = loadSettings(cmd.Flags())
			return err
		},
	}
	addSettingFlags(root.PersistentFlags())
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())}
	})
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		newImport(a), newExtract(a), newFacts(a), newSearch(a), newSuggest(a), newSeries(a), newCompare(a), newLedger(a), newCheck(a), newNames(a),
		newRules(a), newServe(a), newUser(a), newDecide(a), newVersions(a), newRemove(a), newReextract(a), newRebuild(a), newBackup(a),
		newRestore(a), newDoctor(a), newConfig(a), newVersion(a), newWitness(), newPDF(),
	)
	return root
}

// exactly wraps cobra's argument checks so that they count as wrong use.
func checked(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usageError{fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())}
		}
		return nil
	}
}
