package main

import (
	"strings"

	"github.com/spf13/cobra"

	"taizhang/decision"
	"taizhang/report"
	"taizhang/service"
)

// decideKind is a kind of decision as the command line words it.
type decideKind struct {
	use     string
	short   string
	example string
	args    int
	request func(args []string) service.DecideRequest
}

// decideKinds are the kinds, in the order in which they are listed.
func decideKinds() []decideKind {
	return append(promiseKinds(), readKinds()...)
}

// promiseKinds are those about promises.
func promiseKinds() []decideKind {
	about := func(kind report.DecisionKind) func([]string) service.DecideRequest {
		return func(a []string) service.DecideRequest {
			q := service.DecideRequest{Kind: kind, Target: a[0]}
			if len(a) > 1 {
				q.Value = a[1]
			}
			return q
		}
	}
	return []decideKind{
		{"confirm PROMISE", "say that a line of the ledger is right", "confirm c0123456789a", 1, about(report.DecisionConfirm)},
		{"status PROMISE STATUS", "say what became of a promise: " + strings.Join(decision.Statuses(), " "),
			"status c0123456789a done --why 验收报告", 2, about(report.DecisionStatus)},
		{"value PROMISE target|result NUMBER", "correct the number promised, or the one reached",
			"value c0123456789a result 9.6亿元", 3, func(a []string) service.DecideRequest {
				return service.DecideRequest{Kind: report.DecisionValue, Target: a[0], Field: a[1], Value: a[2]}
			}},
		{"link PROMISE FACT VERDICT", "say how a fact answers a promise: supports, contradicts, partial, mentions, none",
			"link c0123456789a 0f1e2d3c4b5a6978 supports", 3, func(a []string) service.DecideRequest {
				return service.DecideRequest{Kind: report.DecisionLink, Target: a[0], Other: a[1], Value: a[2]}
			}},
		{"owner PROMISE UNIT", "say which unit is responsible", "owner c0123456789a 基教科", 2, about(report.DecisionOwner)},
		{"due PROMISE DAY", "say by which day it is due", "due c0123456789a 2024-06-30", 2, about(report.DecisionDue)},
		{"close PROMISE", "close a promise (销号): nothing is expected of it any more", "close c0123456789a --why 已销号", 1,
			about(report.DecisionClose)},
		{"wrong PROMISE", "say that a line of the ledger is wrong and is to be corrected", "wrong c0123456789a", 1, about(report.DecisionWrong)},
		{"comment ID TEXT", "remark on a promise, a fact or a report", "comment c0123456789a 待核实", 2,
			about(report.DecisionComment)},
	}
}

// readKinds are those about what was read: facts, reports and names.
func readKinds() []decideKind {
	return []decideKind{
		{"merge indicator|org|promise ONE OTHER", "say that ONE is OTHER: an indicator, a renamed office, a promise",
			"merge org 区教委 柳溪区教育局", 3, mergeRequest},
		{"report REPORT FIELD VALUE", "correct what is known of a report: org, org_short, kind, year, planned",
			"report 3f2a9c01d4ee year 2021", 3, func(a []string) service.DecideRequest {
				return service.DecideRequest{Kind: report.DecisionReport, Target: a[0], Field: a[1], Value: a[2]}
			}},
		{"fact FACT FIELD VALUE", "correct a fact: " + strings.Join(decision.FactFields(), ", "),
			"fact 0f1e2d3c4b5a6978 value 9.6亿元", 3, func(a []string) service.DecideRequest {
				return service.DecideRequest{Kind: report.DecisionFact, Target: a[0], Field: a[1], Value: a[2]}
			}},
		{"reject FACT", "say that a fact is none", "reject 0f1e2d3c4b5a6978", 1, func(a []string) service.DecideRequest {
			return service.DecideRequest{Kind: report.DecisionReject, Target: a[0]}
		}},
		{"version REPORT counts|own", "of several versions of a report choose the one that counts, or tell one from the others",
			"version 3f2a9c01d4ee counts", 2, func(a []string) service.DecideRequest {
				return service.DecideRequest{Kind: report.DecisionVersion, Target: a[0], Value: a[1]}
			}},
	}
}

func mergeRequest(a []string) service.DecideRequest {
	q := service.DecideRequest{Kind: report.DecisionMerge, Field: a[0]}
	if a[0] == report.FieldPromise {
		q.Target, q.Other = a[1], a[2]
	} else {
		q.Subject, q.Full = a[1], a[2]
	}
	return q
}

func newDecideKind(a *app, k decideKind) *cobra.Command {
	var by service.Author
	cmd := &cobra.Command{
		Use:     k.use,
		Short:   k.short,
		Example: "  taizhang decide " + k.example,
		Args:    checked(cobra.ExactArgs(k.args)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.decideAny(cmd, &by, func(s desk) ([]report.Decision, error) {
				q := k.request(args)
				q.Author = by
				return s.Decide(cmd.Context(), q)
			})
		},
	}
	addAuthorFlags(cmd, &by)
	return cmd
}
