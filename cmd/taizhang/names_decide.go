package main

import (
	"errors"
	"fmt"
	"io"
	"os/user"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/library"
	"taizhang/report"
	"taizhang/track"
)

// verdict is how names are decided on from the command line.
type verdict struct {
	value string // report.NameConfirmed or NameRejected
	who   string
	why   string
	org   string
	full  string
}

func newNamesDecide(a *app, value string) *cobra.Command {
	v := verdict{value: value}
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
		RunE: func(cmd *cobra.Command, args []string) error { return a.decideNames(cmd, args, v) },
	}
	if value == report.NameRejected {
		cmd.Use, cmd.Short = "reject NAME...", "reject proposed names: they are not proposed again"
		cmd.Long = "Reject says that proposed names are none. They are not proposed again."
		cmd.Example = "  taizhang names reject 长沙机场 --why 通称"
	}
	cmd.Flags().StringVar(&v.why, "why", "", "the reason")
	cmd.Flags().StringVar(&v.who, "who", "", "who decides; empty: the user of this computer")
	cmd.Flags().StringVar(&v.org, "org", "", "only names from offices whose name contains this")
	cmd.Flags().StringVar(&v.full, "full", "", "the full form of a name that was not proposed")
	return cmd
}

func (a *app) decideNames(cmd *cobra.Command, names []string, v verdict) error {
	return a.decide(cmd, v.who, func(s *session, base report.Decision) ([]report.Decision, error) {
		base.Kind, base.Why, base.Value = report.DecisionName, v.why, v.value
		proposed, err := s.proposals(namesChoice{org: v.org})
		if err != nil {
			return nil, err
		}
		var out []report.Decision
		for _, name := range names {
			subjects := v.subjects(name, proposed)
			if len(subjects) == 0 {
				return nil, s.notProposed(name)
			}
			for _, subject := range subjects {
				d := base
				d.Subject, d.Full = subject[0], subject[1]
				if !slices.Contains(out, d) {
					out = append(out, d)
				}
			}
		}
		return out, nil
	})
}

// notProposed says why a name cannot be decided on.
func (s *session) notProposed(name string) error {
	decisions, err := s.Decisions()
	if err != nil {
		return err
	}
	for _, d := range library.InForce(decisions) {
		if d.Subject == name {
			return fmt.Errorf("%s is decided on already (%s, by %s); taizhang names undo %s takes that back",
				name, d.Value, d.Who, d.ID)
		}
	}
	return fmt.Errorf("%s is not proposed; taizhang names lists what is, "+
		"--full gives the full form of another name", name)
}

// subjects returns the forms of a name, each with its full form.
func (v verdict) subjects(name string, proposed []track.NameProposal) [][2]string {
	if v.full != "" {
		return [][2]string{{name, v.full}}
	}
	var out [][2]string
	for _, p := range proposed {
		if p.Name != name && !slices.Contains(p.Forms, name) {
			continue
		}
		for _, form := range append([]string{p.Name}, p.Forms...) {
			out = append(out, [2]string{form, p.Full})
		}
	}
	return out
}

// decide opens the library for writing, has decisions made, writes them down
// and prints them. Here, at the edge, the clock is read.
func (a *app) decide(
	cmd *cobra.Command, who string, what func(*session, report.Decision) ([]report.Decision, error),
) error {
	base := report.Decision{Who: who, When: time.Now().UTC().Truncate(time.Second)}
	if who == "" {
		u, err := user.Current()
		if err != nil {
			return usageError{fmt.Errorf("who decides is not known; name them with --who: %w", err)}
		}
		base.Who = u.Username
	}
	s, err := a.open(cmd, library.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	decisions, err := what(s, base)
	if err != nil {
		return err
	}
	made, err := s.Decide(decisions...)
	if err != nil {
		return err
	}
	return errors.Join(printDecisions(cmd.OutOrStdout(), made, nil, a.lang()), s.Close())
}

func newNamesUndo(a *app) *cobra.Command {
	var who, why string
	cmd := &cobra.Command{
		Use:     "undo ID...",
		Short:   "take decisions back; names history shows their ids",
		Example: "  taizhang names undo 3f2a9c01d4 --why 单位已更名",
		Args:    checked(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, ids []string) error {
			return a.decide(cmd, who, func(_ *session, base report.Decision) ([]report.Decision, error) {
				base.Kind, base.Why = report.DecisionUndo, why
				var out []report.Decision
				for _, id := range ids {
					d := base
					d.Undoes = id
					out = append(out, d)
				}
				return out, nil
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason")
	cmd.Flags().StringVar(&who, "who", "", "who decides; empty: the user of this computer")
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
			if err := listFormat(format); err != nil {
				return err
			}
			s, err := a.open(cmd, library.Options{ReadOnly: true})
			if err != nil {
				return err
			}
			defer s.Close()
			all, err := s.Decisions()
			if err != nil {
				return err
			}
			if format == "jsonl" {
				return printLines(cmd.OutOrStdout(), all)
			}
			return printDecisions(cmd.OutOrStdout(), all, library.Undone(all), a.lang())
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
