package main

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/pipeline"
)

func newRulesList(a *app) *cobra.Command {
	var format string
	var indicators, own bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "list the rules in force by title, or the indicators",
		Long: `List prints every rule in force: its title, id, kind, place, priority and
whether it is built in or of your own. Of rules with the same id the own one
is in force. With --indicators it prints the names under which the values of
years and offices compare.`,
		Example: "  taizhang rules list\n  taizhang --rules my-rules rules list --own\n" +
			"  taizhang rules list --indicators --format jsonl",
		Args: checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			list, err := a.listRules(cmd, own)
			if err != nil {
				return err
			}
			return a.printListing(cmd, list, indicators, format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or jsonl")
	cmd.Flags().BoolVar(&indicators, "indicators", false, "list indicators instead of rules")
	cmd.Flags().BoolVar(&own, "own", false, "only own ones: of the library, and of --rules")
	return cmd
}

// listRules returns what is in force, files named so that a person finds them.
func (a *app) listRules(cmd *cobra.Command, own bool) (pipeline.Listing, error) {
	if err := a.checkRuleFolders(); err != nil {
		return pipeline.Listing{}, err
	}
	all, problems, err := pipeline.List(a.pipelineOptions())
	if err != nil {
		return pipeline.Listing{}, err
	}
	var out pipeline.Listing
	for _, r := range all.Rules {
		if r.File = a.ruleFile(r.Origin); !own || r.Own() {
			out.Rules = append(out.Rules, r)
		}
	}
	for _, i := range all.Indicators {
		if i.File = a.ruleFile(i.Origin); !own || i.Own() {
			out.Indicators = append(out.Indicators, i)
		}
	}
	return out, a.warn(cmd, problems)
}

// ruleFile returns the path of a rule file; built-in ones are in rules/ of the
// sources.
func (a *app) ruleFile(o pipeline.Origin) string {
	folders := a.ruleDirs()
	if o.Own() && o.Folder <= len(folders) {
		return filepath.Join(folders[o.Folder-1], o.File)
	}
	return "rules/" + o.File
}

func (a *app) printListing(cmd *cobra.Command, l pipeline.Listing, indicators bool, format string) error {
	out := cmd.OutOrStdout()
	switch {
	case format == "jsonl" && indicators:
		return printLines(out, l.Indicators)
	case format == "jsonl":
		return printLines(out, l.Rules)
	case format != "table":
		return usageError{fmt.Errorf("--format %s: want table or jsonl", format)}
	case indicators:
		t := indicatorTable(l.Indicators, a.lang())
		return t.print(out)
	}
	t := ruleTable(l.Rules, a.lang())
	return t.print(out)
}

func ruleTable(rules []pipeline.RuleEntry, lang export.Lang) table {
	t := table{head: labels(lang, "Rule", "Id", "Kind", "Priority", "Origin", "Place")}
	for _, r := range rules {
		kind := lang.Label(string(r.Kind))
		if r.Suppress {
			kind = strings.TrimSpace(lang.Label("suppressing") + " " + kind)
		}
		t.add(r.Title, r.ID, kind, strconv.Itoa(r.Priority), lang.Label(origin(r.Origin)), place(r.Origin))
	}
	return t
}

func indicatorTable(all []pipeline.IndicatorEntry, lang export.Lang) table {
	head := labels(lang, "Indicator", "Family", "Direction", "Topic", "Origin", "Place", "Aliases")
	t := table{head: head, limit: 48}
	for _, i := range all {
		t.add(i.Name, i.Family, i.Direction, i.Topic, lang.Label(origin(i.Origin)), place(i.Origin),
			strings.Join(i.Aliases, "、"))
	}
	return t
}

func origin(o pipeline.Origin) string {
	switch {
	case o.Replaces:
		return "own, replaces built-in"
	case o.Own():
		return "own"
	}
	return "built-in"
}

func place(o pipeline.Origin) string { return fmt.Sprintf("%s:%d", o.File, o.Line) }
