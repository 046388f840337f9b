package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/library"
	"taizhang/report"
	"taizhang/service"
)

func newRemove(a *app) *cobra.Command {
	var by service.Author
	var undo, list bool
	cmd := &cobra.Command{
		Use:   "remove REPORT...",
		Short: "take reports out of sight; remove --undo brings them back",
		Long: `Remove takes reports, named by their ids, out of search, facts, series and
ledger. Nothing is lost: the document and what people decided of it stay
stored, and --undo brings them back.`,
		Example: "  taizhang remove 3f2a9c01d4ee --why 重复上报\n  taizhang remove --list\n  taizhang remove --undo 3f2a9c01d4ee",
		Args:    checked(cobra.ArbitraryArgs),
		RunE: func(cmd *cobra.Command, ids []string) error {
			switch {
			case list:
				return a.listRemoved(cmd)
			case len(ids) == 0:
				return usageError{fmt.Errorf("want the ids of reports; see %s --help", cmd.CommandPath())}
			case undo:
				return a.decideAny(cmd, &by, func(s desk) ([]report.Decision, error) {
					return undoRemovals(cmd, s, by, ids)
				})
			}
			return a.decideAny(cmd, &by, func(s desk) ([]report.Decision, error) {
				var all []service.DecideRequest
				for _, id := range ids {
					all = append(all, service.DecideRequest{Author: by, Kind: report.DecisionRemove, Target: id})
				}
				return s.Decide(cmd.Context(), all...)
			})
		},
	}
	addAuthorFlags(cmd, &by)
	cmd.Flags().BoolVar(&undo, "undo", false, "bring removed reports back")
	cmd.Flags().BoolVar(&list, "list", false, "list the removed reports")
	return cmd
}

// undoRemovals takes back the decisions that removed reports.
func undoRemovals(cmd *cobra.Command, s desk, by service.Author, ids []string) ([]report.Decision, error) {
	removed, err := s.Removed()
	if err != nil {
		return nil, err
	}
	var decisions []string
	for _, id := range ids {
		i := slices.IndexFunc(removed, func(r library.Removed) bool { return strings.HasPrefix(r.Hash, id) })
		if i < 0 {
			return nil, usageError{fmt.Errorf("report %s was not removed; taizhang remove --list shows what was", id)}
		}
		decisions = append(decisions, removed[i].Decision.ID)
	}
	return s.UndoAny(cmd.Context(), by, decisions...)
}

func (a *app) listRemoved(cmd *cobra.Command) error {
	s, err := a.desk(cmd, service.Reading)
	if err != nil {
		return err
	}
	defer s.Close()
	removed, err := s.Removed()
	if err != nil {
		return err
	}
	return printRemoved(cmd.OutOrStdout(), removed, a.lang())
}

func printRemoved(out io.Writer, removed []library.Removed, lang export.Lang) error {
	t := table{head: labels(lang, "Id", "File", "Office", "Year", "Facts", "When", "Who", "Reason"), limit: 40}
	for _, r := range removed {
		t.add(r.ID, r.Name, r.Org, number(r.Year), number(r.Facts), r.Decision.When.Local().Format(time.DateTime),
			r.Decision.Who, r.Decision.Why)
	}
	return t.print(out)
}
