package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"taizhang/decision"
	"taizhang/export"
	"taizhang/report"
	"taizhang/service"
)

func newDecideUndo(a *app) *cobra.Command {
	var by service.Author
	cmd := &cobra.Command{
		Use:     "undo DECISION...",
		Short:   "take decisions back; decide and decide history show their ids",
		Example: "  taizhang decide undo 3f2a9c01d4 --why 误判",
		Args:    checked(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, ids []string) error {
			return a.decideAny(cmd, &by, func(s desk) ([]report.Decision, error) {
				return s.UndoAny(cmd.Context(), by, ids...)
			})
		},
	}
	addAuthorFlags(cmd, &by)
	return cmd
}

func newDecideHistory(a *app) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "history [ID]",
		Short:   "list every decision, taken back or not; of one promise, fact or report",
		Example: "  taizhang decide history\n  taizhang decide history c0123456789a",
		Args:    checked(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, ids []string) error {
			return a.listDecisions(cmd, format, func(s desk, all []report.Decision) ([]report.Decision, error) {
				if len(ids) == 0 {
					return all, nil
				}
				key, err := s.Locate(ids[0])
				return decision.History(all, key), err
			}, printAllDecisions)
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or jsonl")
	return cmd
}

func newDecideOrphans(a *app) *cobra.Command {
	var by service.Author
	var accept, format string
	cmd := &cobra.Command{
		Use:   "orphans",
		Short: "list decisions whose place is not there any more, each with the nearest one",
		Long: `Orphans lists decisions about words that their document does not say any more, as
it is read now: they are kept and have no effect. The sentence most like the one
decided on is offered; --accept decides the same there.`,
		Example: "  taizhang decide orphans\n  taizhang decide orphans --accept 3f2a9c01d4",
		Args:    checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if accept != "" {
				return a.decideAny(cmd, &by, func(s desk) ([]report.Decision, error) { return s.Rehouse(by, accept) })
			}
			if err := listFormat(format); err != nil {
				return err
			}
			s, err := a.desk(cmd, service.Reading)
			if err != nil {
				return err
			}
			defer s.Close()
			all, err := s.Orphans()
			if err != nil {
				return err
			}
			if format == "jsonl" {
				return printLines(cmd.OutOrStdout(), all)
			}
			return printOrphans(cmd.OutOrStdout(), all, a.lang())
		},
	}
	addAuthorFlags(cmd, &by)
	cmd.Flags().StringVar(&accept, "accept", "", "id of an orphan that is to have the place offered")
	cmd.Flags().StringVar(&format, "format", "table", "table or jsonl")
	return cmd
}

func printOrphans(out io.Writer, all []decision.Orphan, lang export.Lang) error {
	t := table{head: labels(lang, "Id", "Who", "Decision", "About", "Reason", "Score", "Sentence"), limit: 40}
	for _, o := range all {
		score := ""
		if o.Sentence != "" {
			score = fmt.Sprintf("%.2f", o.Likeness)
		}
		t.add(o.Decision.ID, o.Decision.Who, kindLabel(o.Decision.Kind, lang), aboutOf(o.Decision), o.Why, score, o.Sentence)
	}
	return t.print(out)
}

func newDecideExport(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "export FILE",
		Short:   "write every decision to a file, for another library; - is the standard output",
		Example: "  taizhang decide export 判定.jsonl",
		Args:    checked(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.desk(cmd, service.Reading)
			if err != nil {
				return err
			}
			defer s.Close()
			if args[0] == "-" {
				_, err := s.ExportDecisions(cmd.OutOrStdout())
				return err
			}
			return createFile(args[0], func(f io.Writer) error {
				n, err := s.ExportDecisions(f)
				if err == nil {
					fmt.Fprintf(cmd.OutOrStdout(), "%d decisions written to %s\n", n, args[0])
				}
				return err
			})
		},
	}
}

func newDecideImport(a *app) *cobra.Command {
	var by service.Author
	return &cobra.Command{
		Use:     "import FILE",
		Short:   "take in the decisions of another library that are not here yet",
		Example: "  taizhang decide import 判定.jsonl",
		Args:    checked(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := os.Open(args[0])
			if err != nil {
				return usageError{fmt.Errorf("decisions: %w", err)}
			}
			defer f.Close()
			return a.decideAny(cmd, &by, func(s desk) ([]report.Decision, error) {
				return s.ImportDecisions(cmd.Context(), f)
			})
		},
	}
}
