package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/service"
)

func newRulesImpact(a *app) *cobra.Command {
	var format string
	var check bool
	cmd := &cobra.Command{
		Use:   "impact",
		Short: "show which facts of the library the rules would add, drop or change",
		Long: `Impact extracts every original of the library again under the rules given
(--rules, or the settings) and compares the facts with those the library
holds. Nothing is written: accept the rules by importing anew, or edit them
and look again.

A fact appears, vanishes, or changes: then the fields that differ are shown,
old → new. Decisions about what the rules no longer find are listed below. The exit status is 3 if an original could not be read again, and
with --check also if any fact changes.`,
		Example: "  taizhang --rules my-rules rules impact\n" +
			"  taizhang --rules my-rules rules impact --format jsonl | jq -r 'select(.change==\"vanishes\").sentence'",
		Args: checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, err := impactPrinter(format)
			if err != nil {
				return err
			}
			found, err := a.impact(cmd)
			if err != nil {
				return err
			}
			if err := write(cmd.OutOrStdout(), found, a.lang()); err != nil {
				return err
			}
			return impactStatus(found, check)
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or jsonl")
	cmd.Flags().BoolVar(&check, "check", false, "exit status 3 if any fact appears, vanishes or changes")
	return cmd
}

// impact extracts the library again and compares.
func (a *app) impact(cmd *cobra.Command) ([]pipeline.ReportImpact, error) {
	s, err := a.desk(cmd, service.Reading)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	size, err := s.Size()
	if err != nil {
		return nil, err
	}
	bar := newProgress(cmd.ErrOrStderr(), a.settings.GetBool("quiet"), "impact", size.Reports)
	found, err := s.Impact(cmd.Context(), func(r pipeline.ReportImpact) { bar.step(impactStep(r), r.Name) })
	bar.close()
	if errors.Is(err, context.Canceled) {
		return nil, errors.New("broken off; nothing was written, run the same command again")
	}
	for _, r := range found {
		if r.Err != nil {
			fmt.Fprintf(cmd.ErrOrStderr(), "%s: %v\n", r.Name, r.Err)
		}
	}
	return found, err
}

func impactStep(r pipeline.ReportImpact) string {
	if r.Err != nil {
		return "not read"
	}
	return fmt.Sprintf("%d changes", len(r.Changes))
}

func impactStatus(found []pipeline.ReportImpact, check bool) error {
	for _, r := range found {
		if r.Err != nil || check && len(r.Changes) > 0 {
			return errFindings
		}
	}
	return nil
}

func impactPrinter(format string) (func(io.Writer, []pipeline.ReportImpact, export.Lang) error, error) {
	switch format {
	case "jsonl":
		return func(out io.Writer, found []pipeline.ReportImpact, _ export.Lang) error {
			return printLines(out, changesOf(found))
		}, nil
	case "table":
		return printImpact, nil
	}
	return nil, usageError{fmt.Errorf("--format %s: want table or jsonl", format)}
}

func changesOf(found []pipeline.ReportImpact) []pipeline.Change {
	var out []pipeline.Change
	for _, r := range found {
		out = append(out, r.Changes...)
	}
	return out
}

func printImpact(out io.Writer, found []pipeline.ReportImpact, lang export.Lang) error {
	changes := changesOf(found)
	if len(changes) > 0 {
		t := table{head: labels(lang, "Change", "Office", "Year", "Words", "Old → new", "Sentence"), limit: 96}
		for _, c := range changes {
			t.add(lang.Label(string(c.Type)), c.Org, number(c.Year), c.Text, oldToNew(c, lang), c.Sentence)
		}
		if err := t.print(out); err != nil {
			return err
		}
	}
	if err := printLost(out, found, lang); err != nil {
		return err
	}
	_, err := fmt.Fprintln(out, impactCounts(found, changes))
	return err
}

// printLost lists the decisions that would lose their ground.
func printLost(out io.Writer, found []pipeline.ReportImpact, lang export.Lang) error {
	var lost []report.Decision
	for _, r := range found {
		lost = append(lost, r.Lost...)
	}
	if len(lost) == 0 {
		return nil
	}
	if _, err := fmt.Fprintf(out, "\n%d decisions would lose their ground:\n", len(lost)); err != nil {
		return err
	}
	return printAllDecisions(out, lost, nil, lang)
}

// oldToNew writes what is different; of a fact that is there only before or
// only after, what it says.
func oldToNew(c pipeline.Change, lang export.Lang) string {
	var parts []string
	for _, f := range c.Fields {
		parts = append(parts, fmt.Sprintf("%s: %s → %s", lang.Label(titled(f.Field)),
			orNone(lang.Label(f.Old)), orNone(lang.Label(f.New))))
	}
	switch {
	case c.Old == nil:
		parts = append(parts, brief(c.New, lang))
	case c.New == nil:
		parts = append(parts, brief(c.Old, lang))
	}
	return strings.Join(parts, "; ")
}

func orNone(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func brief(f *report.Fact, lang export.Lang) string {
	name := f.Indicator
	if name == "" {
		name = f.Subject
	}
	parts := []string{lang.Label(string(f.Kind)), name, lang.Label(string(f.Modality)), f.Rule}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

// impactCounts sums up: how many facts, and which fields change how often.
func impactCounts(found []pipeline.ReportImpact, changes []pipeline.Change) string {
	before, after := 0, 0
	for _, r := range found {
		before, after = before+r.Before, after+r.After
	}
	types := map[pipeline.ChangeType]int{}
	fields := map[string]int{}
	var names []string
	for _, c := range changes {
		types[c.Type]++
		for _, f := range c.Fields {
			if fields[f.Field]++; fields[f.Field] == 1 {
				names = append(names, f.Field)
			}
		}
	}
	line := fmt.Sprintf("%d reports, facts %d → %d: %d appear, %d vanish, %d change",
		len(found), before, after,
		types[pipeline.Appears], types[pipeline.Vanishes], types[pipeline.Changes])
	slices.SortStableFunc(names, func(a, b string) int { return fields[b] - fields[a] })
	for i, n := range names {
		names[i] = fmt.Sprintf("%s %d", n, fields[n])
	}
	if len(names) > 0 {
		line += " (" + strings.Join(names, ", ") + ")"
	}
	return line
}
