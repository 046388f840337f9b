package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"taizhang/pipeline"
	"taizhang/report"
)

func newRules(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "list, write, check, test and measure the rules that make facts",
		Long: `Rules are YAML files, written for people who know Excel but no programming;
rules/README.md says how. Own rules add to the built-in ones or replace them by
id. They lie in the library's folder rules, where the pages edit them, and in
folders that the setting rules names (--rules), which have more force.`,
		Args: checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newRulesList(a), newRulesLint(a), newRulesTest(a), newRulesExplain(a),
		newRulesNew(a), newRulesEval(a), newRulesImpact(a))
	return cmd
}

func newRulesLint(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "lint",
		Short:   "check the rule files: every mistake at once, with file, line and column",
		Example: "  taizhang --rules my-rules rules lint",
		Args:    checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			problems, err := pipeline.Lint(a.pipelineOptions())
			if err != nil {
				return err
			}
			return a.printFindings(cmd, problems, "no mistakes in the rules")
		},
	}
}

func newRulesTest(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "test",
		Short:   "run the examples and counterexamples of every rule",
		Example: "  taizhang --rules my-rules rules test",
		Args:    checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := a.pipeline(cmd)
			if err != nil {
				return err
			}
			defer p.Close()
			rules, indicators := p.RuleCount()
			return a.printFindings(cmd, p.TestRules(),
				fmt.Sprintf("%d rules and %d indicators: all examples and counterexamples hold", rules, indicators))
		},
	}
}

// printFindings prints problems, or that there are none.
func (a *app) printFindings(cmd *cobra.Command, problems []report.Problem, none string) error {
	for _, p := range problems {
		fmt.Fprintln(cmd.OutOrStdout(), p)
	}
	if len(problems) > 0 {
		return errFindings
	}
	_, err := fmt.Fprintln(cmd.OutOrStdout(), none)
	return err
}

func newRulesExplain(a *app) *cobra.Command {
	var format string
	var plan bool
	var rules []string
	h := pipeline.Hints{}
	cmd := &cobra.Command{
		Use:   "explain SENTENCE",
		Short: "say why a sentence gives the facts it gives, and why not others",
		Long: `Explain shows what was recognised in the sentence, how each value was
attributed, which rules were tried and at which step each failed.`,
		Example: "  taizhang rules explain '全年新增学位2700个。'\n  taizhang rules explain --plan '确保滨江小学6月底竣工。'",
		Args:    checked(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := a.pipeline(cmd)
			if err != nil {
				return err
			}
			defer p.Close()
			part := report.Review
			if plan {
				part = report.Plan
			}
			all := p.Explain(args[0], part, h, rules...)
			if format == "json" {
				return printJSON(cmd.OutOrStdout(), all)
			}
			for _, e := range all {
				fmt.Fprintln(cmd.OutOrStdout(), e)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&plan, "plan", false, "the sentence stands in the plan part, not in the review")
	cmd.Flags().StringSliceVar(&rules, "rule", nil, "say of these rules, too, why they did not match")
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	cmd.Flags().IntVar(&h.Year, "year", 2023, "the year under review")
	return cmd
}
