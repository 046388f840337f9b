package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/library"
	"taizhang/report"
	"taizhang/service"
)

// versionsLine is a report of which there are several versions, as JSON.
type versionsLine struct {
	Versions []library.Version    `json:"versions"` // the one that counts first
	Differ   []library.Difference `json:"differ"`   // of the one that counts from each of the others
}

func newVersions(a *app) *cobra.Command {
	var format string
	var facts bool
	cmd := &cobra.Command{
		Use:   "versions",
		Short: "list reports of which there are several versions, and how their facts differ",
		Long: `Versions lists reports that are in the library more than once: the same text in
another format, a second transcription, a draft. Of each the first listed
counts: it is searched, and its facts are in series and ledger. With --facts the
facts are listed that only one version has. decide version chooses another, or
tells versions apart.`,
		Example: "  taizhang versions --facts\n  taizhang decide version 3f2a9c01d4ee counts",
		Args:    checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := listFormat(format); err != nil {
				return err
			}
			s, err := a.desk(cmd, service.Reading)
			if err != nil {
				return err
			}
			defer s.Close()
			lines, err := versionLines(s)
			if err != nil {
				return err
			}
			if format == "jsonl" {
				return printLines(cmd.OutOrStdout(), lines)
			}
			if err := printVersions(cmd.OutOrStdout(), lines, a.lang()); err != nil || !facts {
				return err
			}
			return printDifferences(cmd.OutOrStdout(), lines, a.lang())
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or jsonl")
	cmd.Flags().BoolVar(&facts, "facts", false, "list the facts that only one version has")
	return cmd
}

func versionLines(s desk) ([]versionsLine, error) {
	all, err := s.Versions()
	if err != nil {
		return nil, err
	}
	var out []versionsLine
	for _, group := range all {
		line := versionsLine{Versions: group}
		for _, v := range group[1:] {
			d, err := s.Compare(group[0].ID, v.ID)
			if err != nil {
				return nil, err
			}
			line.Differ = append(line.Differ, d)
		}
		out = append(out, line)
	}
	return out, nil
}

func printVersions(out io.Writer, lines []versionsLine, lang export.Lang) error {
	t := table{head: labels(lang, "Office", "Year", "Counts", "Id", "File", "Facts", "Only here", "Only there"), limit: 40}
	for _, line := range lines {
		for i, v := range line.Versions {
			counts, here, there := lang.Label("yes"), "", ""
			if i > 0 {
				d := line.Differ[i-1]
				counts, here, there = lang.Label("no"), fmt.Sprint(len(d.OnlyB)), fmt.Sprint(len(d.OnlyA))
			}
			t.add(v.Org, number(v.Year), counts, v.ID, v.Name, number(v.Facts), here, there)
		}
	}
	return t.print(out)
}

// printDifferences prints the facts that only one version has, each after the
// file that has them.
func printDifferences(out io.Writer, lines []versionsLine, lang export.Lang) error {
	t := table{head: labels(lang, "File", "Words", "Sentence"), limit: 40}
	add := func(file string, facts []report.Fact) {
		for _, f := range facts {
			t.add(file, f.Text, f.Sentence)
		}
	}
	for _, line := range lines {
		for i, d := range line.Differ {
			add(line.Versions[0].Name, d.OnlyA)
			add(line.Versions[i+1].Name, d.OnlyB)
		}
	}
	if len(t.rows) == 0 {
		return nil
	}
	fmt.Fprintln(out)
	return t.print(out)
}
