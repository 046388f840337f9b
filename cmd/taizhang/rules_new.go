package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"taizhang/pipeline"
	"taizhang/report"
)

func newRulesNew(a *app) *cobra.Command {
	var q pipeline.RuleRequest
	var format, kind string
	var plan bool
	cmd := &cobra.Command{
		Use:   "new SENTENCE",
		Short: "propose a rule from a sentence and the words that matter",
		Long: `New makes a rule that extracts a fact of the sentence: what is recognised
becomes slots, the words of --words stay as they are (or become the word class
that holds them), the rest becomes gaps. It prints a whole rule file, with the
sentence as example and a likeness of it without the value as counterexample;
both have been tried. Save it in a folder of your own and edit it.

--words names the words that matter, copied from the sentence. One that is a
value (2700个) says which fact is meant. Without it, they are the subject and
the action of the first fact.

The exit status is 3 if lint or test would find fault with the rule.`,
		Example: "  taizhang rules new '全年走访企业320家。' --words 走访,企业 > my-rules/visits.yaml\n" +
			"  taizhang rules new --plan '确保滨江小学6月底前竣工。' --words 竣工 --title 竣工期限 --id completion\n" +
			"  taizhang --rules my-rules rules test",
		Args: checked(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "yaml" && format != "json" {
				return usageError{fmt.Errorf("--format %s: want yaml or json", format)}
			}
			var err error
			if q.Kind, err = oneKind(kind); err != nil {
				return err
			}
			if q.Sentence = args[0]; plan {
				q.Part = report.Plan
			}
			return a.proposeRule(cmd, q, format)
		},
	}
	cmd.Flags().StringSliceVar(&q.Words, "words", nil, "the words that matter, separated by commas")
	cmd.Flags().StringVar(&kind, "kind", "", "kind of the fact: count, amount, ratio, deadline, award, …")
	cmd.Flags().StringVar(&q.Title, "title", "", "title of the rule; without it, the words")
	cmd.Flags().StringVar(&q.ID, "id", "", "id of the rule: small letters, digits and -")
	cmd.Flags().StringVar(&q.File, "file", "own.yaml", "name of the file it will stand in; the first half of its id")
	cmd.Flags().BoolVar(&plan, "plan", false, "the sentence stands in the plan part, not in the review")
	cmd.Flags().StringVar(&format, "format", "yaml", "yaml or json")
	return cmd
}

// oneKind reads the name of a kind; none is any.
func oneKind(name string) (report.Kind, error) {
	if name == "" {
		return "", nil
	}
	kinds, err := pipeline.ParseKinds([]string{name})
	if err != nil || len(kinds) > 1 {
		return "", usageError{fmt.Errorf("--kind %s: want one of the kinds of facts, such as count or award", name)}
	}
	return kinds[0], nil
}

func (a *app) proposeRule(cmd *cobra.Command, q pipeline.RuleRequest, format string) error {
	p, err := a.pipeline(cmd)
	if err != nil {
		return err
	}
	defer p.Close()
	proposal, err := p.Propose(q)
	switch {
	case errors.Is(err, pipeline.ErrNoProposal):
		return err
	case err != nil:
		return usageError{err}
	case format == "json":
		err = printJSON(cmd.OutOrStdout(), proposal)
	default:
		_, err = io.WriteString(cmd.OutOrStdout(), proposal.YAML)
	}
	if err != nil {
		return err
	}
	if !a.settings.GetBool("quiet") {
		for _, n := range proposal.Notes {
			fmt.Fprintln(cmd.ErrOrStderr(), n)
		}
	}
	if err := a.warn(cmd, proposal.Problems); err != nil || len(proposal.Problems) == 0 {
		return err
	}
	return errFindings
}
