package main

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"taizhang/decision"
	"taizhang/export"
	"taizhang/report"
	"taizhang/service"
)

func newNamesDecide(a *app, value string) *cobra.Command {
	q := service.DecideNamesRequest{Value: value}
	cmd := &cobra.Command{
		Use:   "confirm NAME...",
		Short: "confirm proposed names: they become words of the dictionary",
		Long: `Confirm says that proposed names are names. Their shortened forms are confirmed
with them. From then on segmentation keeps them whole; the index is made again
by the next command that opens the library. A name that nobody proposed is
confirmed by giving its full form with --full.`,
		Example: "  taizhang names confirm 区重建中心 宝粮小学 --why 单位通用简称\n" +
			"  taizhang names confirm 省政府 --org 湖南\n" +
			"  taizhang names confirm 望城重建 --full 长沙市望城区重点建设项目事务中心",
		Args: checked(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			q.Names = args
			return a.decide(cmd, &q.Author, func(s desk) ([]report.Decision, error) { return decideNames(s, q) }, printDecisions)
		},
	}
	if value == report.NameRejected {
		cmd.Use, cmd.Short = "reject NAME...", "reject proposed names: they are not proposed again"
		cmd.Long = "Reject says that proposed names are none. They are not proposed again."
		cmd.Example = "  taizhang names reject 长沙机场 --why 通称"
	}
	addAuthorFlags(cmd, &q.Author)
	cmd.Flags().StringVar(&q.Org, "org", "", "only names from offices whose name contains this")
	cmd.Flags().StringVar(&q.Full, "full", "", "the full form of a name that was not proposed")
	return cmd
}

// decideNames says what to do about names that cannot be decided on.
func decideNames(s desk, q service.DecideNamesRequest) ([]report.Decision, error) {
	made, err := s.DecideNames(q)
	var decided *service.DecidedError
	var unknown *service.NotProposedError
	switch {
	case errors.As(err, &decided):
		err = fmt.Errorf("%w; taizhang names undo %s takes that back", err, decided.Decision.ID)
	case errors.As(err, &unknown):
		err = fmt.Errorf("%w; taizhang names lists what is, --full gives the full form of another name", err)
	}
	return made, err
}

func newNamesUndo(a *app) *cobra.Command {
	var by service.Author
	cmd := &cobra.Command{
		Use:     "undo ID...",
		Short:   "take decisions back; names history shows their ids",
		Example: "  taizhang names undo 3f2a9c01d4 --why 单位已更名",
		Args:    checked(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, ids []string) error {
			return a.decide(cmd, &by, func(s desk) ([]report.Decision, error) { return s.Undo(by, ids...) }, printDecisions)
		},
	}
	addAuthorFlags(cmd, &by)
	return cmd
}

func newNamesHistory(a *app) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "history",
		Short:   "list every decision about names, oldest first, taken back or not",
		Example: "  taizhang names history\n  taizhang names history --format jsonl",
		Args:    checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.listDecisions(cmd, format, func(_ desk, all []report.Decision) ([]report.Decision, error) {
				return decision.Trace(all, func(d report.Decision) bool { return d.Kind == report.DecisionName }), nil
			}, printDecisions)
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or jsonl")
	return cmd
}

func printDecisions(out io.Writer, all []report.Decision, undone map[string]bool, lang export.Lang) error {
	t := table{head: labels(lang, "Id", "When", "Who", "Decision", "Name", "Full form", "Reason"), limit: 40}
	for _, d := range all {
		what, name := d.Value, d.Subject
		if d.Kind == report.DecisionUndo {
			what, name = string(report.DecisionUndo), d.Undoes
		}
		what = lang.Label(what)
		if undone[d.ID] {
			what += " (" + lang.Label("undone") + ")"
		}
		t.add(d.ID, d.When.Local().Format(time.DateTime), d.Who, what, name, d.Full, d.Why)
	}
	return t.print(out)
}
