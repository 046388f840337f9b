package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/names"
	"taizhang/report"
	"taizhang/service"
)

const namesLong = `Names lists what the reports in the library call their offices, projects and
institutions: 区重建中心 for 长沙市…事务中心, 城东排水工程 said again and again. Nothing
comes of a proposal until a person confirms it: then the name is a word of the
dictionary, so that search and extraction keep it whole. A name is decided on
once; what was decided can be taken back, and is never lost.

Kinds: short (of an office), project, institution.`

func newNames(a *app) *cobra.Command {
	var format, kind, org string
	cmd := &cobra.Command{
		Use:   "names",
		Short: "names learnt from the library: list proposals, confirm or reject them",
		Long:  namesLong,
		Example: "  taizhang names --kind short\n  taizhang names confirm 区重建中心 --why 单位通用简称\n" +
			"  taizhang names reject 长沙机场\n  taizhang names history\n  taizhang names undo 3f2a9c01d4",
		Args: checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			k, err := service.ParseNameKind(kind)
			if err != nil {
				return usageError{fmt.Errorf("--%w", err)}
			}
			if err := listFormat(format); err != nil {
				return err
			}
			s, err := a.desk(cmd, service.Reading)
			if err != nil {
				return err
			}
			defer s.Close()
			all, err := s.Names(service.NamesRequest{Kind: k, Org: org})
			if err != nil {
				return err
			}
			if len(all) == 0 && !a.settings.GetBool("quiet") {
				fmt.Fprintln(cmd.ErrOrStderr(), "no name is left to decide on; taizhang names history shows what was decided")
			}
			if format == "jsonl" {
				return printLines(cmd.OutOrStdout(), all)
			}
			return printNames(cmd.OutOrStdout(), all, a.lang())
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or jsonl")
	cmd.Flags().StringVar(&kind, "kind", "", "only this kind: short, project or institution")
	cmd.Flags().StringVar(&org, "org", "", "only names from offices whose name contains this")
	cmd.AddCommand(newNamesDecide(a, report.NameConfirmed), newNamesDecide(a, report.NameRejected),
		newNamesUndo(a), newNamesHistory(a))
	return cmd
}

func listFormat(format string) error {
	if format != "table" && format != "jsonl" {
		return usageError{fmt.Errorf("--format %s: want table or jsonl", format)}
	}
	return nil
}

func printNames(out io.Writer, all []names.Proposal, lang export.Lang) error {
	t := table{head: labels(lang, "Kind", "Name", "Full form", "Other forms", "Times", "Years", "Office", "Sentence"),
		limit: 40}
	for _, p := range all {
		full := p.Full
		if full == p.Name {
			full = ""
		}
		t.add(lang.Label(string(p.Kind)), p.Name, full, strings.Join(p.Forms, " "), strconv.Itoa(p.Count),
			yearsOf(p.Years), p.Org, p.Example)
	}
	return t.print(out)
}

// yearsOf prints years, those in a row as a range: 2008-2011, 2013.
func yearsOf(years []int) string {
	var parts []string
	for i := 0; i < len(years); {
		k := i
		for k+1 < len(years) && years[k+1] == years[k]+1 {
			k++
		}
		part := strconv.Itoa(years[i])
		if k > i {
			part += "-" + strconv.Itoa(years[k])
		}
		parts = append(parts, part)
		i = k + 1
	}
	return strings.Join(parts, ", ")
}
