package main

import (
	"errors"
	"fmt"
	"io"
	"os/user"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"taizhang/decision"
	"taizhang/export"
	"taizhang/report"
	"taizhang/service"
)

const decideLong = `Decide writes down what people decide: who, when and why. Promises, facts and
reports are named by the ids that ledger, facts (--format jsonl) and import
show. A decision is kept for ever; what was decided can be taken back. It
survives re-import, new rules and rebuilds, for it is about what the document
says, not where.

Without a word after it, decide lists the decisions in force.`

// newDecide returns the command for decisions of every kind.
func newDecide(a *app) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "decide",
		Short: "confirm, correct and close promises; correct facts and reports; merge names",
		Long:  decideLong,
		Example: "  taizhang decide status c0123456789a done --why 验收报告\n  taizhang decide report 3f2a9c01d4ee year 2021\n" +
			"  taizhang decide merge org 区教委 柳溪区教育局\n  taizhang decide undo 3f2a9c01d4\n  taizhang decide export 判定.jsonl",
		Args: checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.listDecisions(cmd, format, func(_ desk, all []report.Decision) ([]report.Decision, error) {
				return decision.InForce(all), nil
			}, printAllDecisions)
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or jsonl")
	for _, k := range decideKinds() {
		cmd.AddCommand(newDecideKind(a, k))
	}
	cmd.AddCommand(newDecideUndo(a), newDecideHistory(a), newDecideOrphans(a), newDecideExport(a), newDecideImport(a))
	return cmd
}

// listDecisions prints those of all decisions that are picked.
func (a *app) listDecisions(
	cmd *cobra.Command, format string, pick func(desk, []report.Decision) ([]report.Decision, error), show decisionsPrinter,
) error {
	if err := listFormat(format); err != nil {
		return err
	}
	s, err := a.desk(cmd, service.Reading)
	if err != nil {
		return err
	}
	defer s.Close()
	all, err := s.Decisions()
	if err != nil {
		return err
	}
	chosen, err := pick(s, all.Decisions)
	if err != nil {
		return err
	}
	if format == "jsonl" {
		return printLines(cmd.OutOrStdout(), chosen)
	}
	return show(cmd.OutOrStdout(), chosen, all.Undone, a.lang())
}

// printAllDecisions prints decisions of all kinds.
func printAllDecisions(out io.Writer, all []report.Decision, undone map[string]bool, lang export.Lang) error {
	t := table{head: labels(lang, "Id", "When", "Who", "Decision", "About", "Value", "Reason"), limit: 40}
	for _, d := range all {
		what := kindLabel(d.Kind, lang)
		if d.Field != "" {
			what += " " + lang.Label(d.Field)
		}
		if undone[d.ID] {
			what += " (" + lang.Label("undone") + ")"
		}
		t.add(d.ID, d.When.Local().Format(time.DateTime), d.Who, what, aboutOf(d), lang.Label(d.Value), d.Why)
	}
	return t.print(out)
}

// kindLabel returns what a kind of decision is called.
func kindLabel(kind report.DecisionKind, lang export.Lang) string {
	chinese := map[report.DecisionKind]string{
		report.DecisionName: "名称", report.DecisionUndo: "撤销", report.DecisionConfirm: "确认", report.DecisionStatus: "状态",
		report.DecisionValue: "数值", report.DecisionLink: "依据", report.DecisionOwner: "责任单位", report.DecisionDue: "期限",
		report.DecisionClose: "销号", report.DecisionWrong: "有误", report.DecisionComment: "备注", report.DecisionMerge: "合并", report.DecisionReport: "报告",
		report.DecisionFact: "事实", report.DecisionReject: "否决事实", report.DecisionRemove: "移除", report.DecisionVersion: "版本",
	}
	if lang == export.Chinese && chinese[kind] != "" {
		return chinese[kind]
	}
	return string(kind)
}

// aboutOf says in short what a decision is about.
func aboutOf(d report.Decision) string {
	switch {
	case d.Undoes != "":
		return d.Undoes
	case d.Full != "":
		return d.Subject + " → " + d.Full
	case d.Subject != "":
		return d.Subject
	}
	return strings.TrimSpace(d.Target.Report() + " " + d.Target.Words + " " + d.Target.Sentence)
}

// author fills in who decides where nobody is named.
func author(by *service.Author) error {
	if by.Who != "" {
		return nil
	}
	u, err := user.Current()
	if err != nil {
		return usageError{fmt.Errorf("who decides is not known; name them with --who: %w", err)}
	}
	by.Who = u.Username
	return nil
}

func addAuthorFlags(cmd *cobra.Command, by *service.Author) {
	cmd.Flags().StringVar(&by.Why, "why", "", "the reason")
	cmd.Flags().StringVar(&by.Who, "who", "", "who decides; empty: the user of this computer")
}

// decideAny has decisions of any kind made and prints them.
func (a *app) decideAny(
	cmd *cobra.Command, by *service.Author, what func(desk) ([]report.Decision, error),
) error {
	return a.decide(cmd, by, what, printAllDecisions)
}

// decisionsPrinter prints decisions, undone ones marked.
type decisionsPrinter func(out io.Writer, all []report.Decision, undone map[string]bool, lang export.Lang) error

// decide opens the library for writing, has decisions made and prints them.
func (a *app) decide(
	cmd *cobra.Command, by *service.Author, what func(desk) ([]report.Decision, error), show decisionsPrinter,
) error {
	if err := author(by); err != nil {
		return err
	}
	s, err := a.desk(cmd, service.Writing)
	if err != nil {
		return err
	}
	defer s.Close()
	made, err := what(s)
	if err != nil {
		return err
	}
	return errors.Join(show(cmd.OutOrStdout(), made, nil, a.lang()), s.Close())
}
