package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/library"
	"taizhang/report"
	"taizhang/track"
)

const namesLong = `Names lists what the reports in the library call their offices, projects and
institutions: 区重建中心 for 长沙市…事务中心, 城东排水工程 said again and again. Nothing
comes of a proposal until a person confirms it: then the name is a word of the
dictionary, so that search and extraction keep it whole. A name is decided on
once; what was decided can be taken back, and is never lost.

Kinds: short (of an office), project, institution.`

// namesChoice says which proposals are wanted.
type namesChoice struct {
	kind string
	org  string
}

func newNames(a *app) *cobra.Command {
	var format string
	var choice namesChoice
	cmd := &cobra.Command{
		Use:   "names",
		Short: "names learnt from the library: list proposals, confirm or reject them",
		Long:  namesLong,
		Example: "  taizhang names --kind short\n  taizhang names confirm 区重建中心 --why 单位通用简称\n" +
			"  taizhang names reject 长沙机场\n  taizhang names history\n  taizhang names undo 3f2a9c01d4",
		Args: checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := choice.check(format); err != nil {
				return err
			}
			s, err := a.open(cmd, library.Options{ReadOnly: true})
			if err != nil {
				return err
			}
			defer s.Close()
			all, err := s.proposals(choice)
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
	cmd.Flags().StringVar(&choice.kind, "kind", "", "only this kind: short, project or institution")
	cmd.Flags().StringVar(&choice.org, "org", "", "only names from offices whose name contains this")
	cmd.AddCommand(newNamesDecide(a, report.NameConfirmed), newNamesDecide(a, report.NameRejected),
		newNamesUndo(a), newNamesHistory(a))
	return cmd
}

func (c namesChoice) check(format string) error {
	kinds := []string{"", string(track.NameShort), string(track.NameProject), string(track.NameInstitution)}
	if !slices.Contains(kinds, c.kind) {
		return usageError{fmt.Errorf("--kind %s: want short, project or institution", c.kind)}
	}
	return listFormat(format)
}

func listFormat(format string) error {
	if format != "table" && format != "jsonl" {
		return usageError{fmt.Errorf("--format %s: want table or jsonl", format)}
	}
	return nil
}

// proposals returns the names on which nobody has decided.
func (s *session) proposals(c namesChoice) ([]track.NameProposal, error) {
	reports, err := s.reports()
	if err != nil {
		return nil, err
	}
	decisions, err := s.Decisions()
	if err != nil {
		return nil, err
	}
	decided := map[string]bool{}
	for _, d := range library.InForce(decisions) {
		decided[d.Subject], decided[d.Subject+" "+d.Full] = true, true
	}
	var out []track.NameProposal
	for _, p := range track.Names(reports, s.nameWords()) {
		key := p.Name
		if p.Kind == track.NameShort { // 省政府 is the short name of many
			key += " " + p.Full
		}
		if !decided[key] && strings.Contains(p.Org, c.org) && (c.kind == "" || string(p.Kind) == c.kind) {
			out = append(out, p)
		}
	}
	return out, nil
}

func (s *session) nameWords() track.NameWords {
	w := s.pipeline.Words
	return track.NameWords{
		Cut:          s.pipeline.Segmenter().Cut,
		OfficeTails:  w("机构尾"),
		ShortTails:   w("简称换尾"),
		Regions:      w("政区尾"),
		Leads:        w("简称起首"),
		Brackets:     w("简称引词"),
		Projects:     w("工程尾"),
		Institutions: w("机构场所尾"),
		Breaks:       w("名称断词"),
		Openers:      w("名称首动词"),
		Measures:     w("名前量词"),
		Generic:      w("非专名词"),
		Praise:       w("评优词"),
		Sizes:        w("规模单位"),
		Localities:   w("方位地名"),
		LocalTails:   w("地名尾"),
	}
}

func printNames(out io.Writer, all []track.NameProposal, lang export.Lang) error {
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
