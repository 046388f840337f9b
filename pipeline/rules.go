package pipeline

import (
	"strings"

	"taizhang/pipeline/match"
	"taizhang/pipeline/repair"
	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// Explanation says of one sentence what was recognised, which rules were
// tried, where each failed, and which made facts; see match.Explanation.
type Explanation = match.Explanation

// Lint checks the rule files: every problem of every file at once. It needs no
// dictionaries.
func Lint(o Options) ([]report.Problem, error) {
	p, problems, err := loadRules(o)
	if err != nil {
		return problems, err
	}
	return append(problems, ruleset.Lint(p.rules)...), nil
}

// RuleCount returns how many rules and indicators are in force.
func (p *Pipeline) RuleCount() (rules, indicators int) {
	return len(p.rules.Rules), len(p.rules.Indicators)
}

// TestRules runs the examples and counterexamples of every rule and returns
// those that do not hold.
func (p *Pipeline) TestRules() []report.Problem {
	return p.matcher.Test(func(text string, part report.Part) (report.Document, []report.Attribution) {
		return p.passage(text, part, Hints{Year: exampleYear})
	})
}

// exampleYear is the year under review of every example in a rule file.
const exampleYear = 2023

// Explain explains the sentences of a text that stands in the given part of a
// report on hints.Year. Rules named are tried even where none of their words
// stands in it.
func (p *Pipeline) Explain(text string, part report.Part, h Hints, rules ...string) []Explanation {
	d, attributions := p.passage(text, part, h)
	return p.matcher.Explain(d, attributions, rules...)
}

// passage runs the stages on a text that is no whole report.
func (p *Pipeline) passage(text string, part report.Part, h Hints) (report.Document, []report.Attribution) {
	source := report.PlainSource("", strings.ToValidUTF8(text, "\uFFFD"))
	repaired := repair.Repair(source, p.lexicon)
	anchor := report.Anchor{Reviewed: h.Year, Planned: h.Year + 1, Year: h.Year, ThisYear: h.Year}
	if part == report.Plan {
		anchor.Year, anchor.ThisYear = h.Year+1, h.Year+1
	}
	d := p.understand(&scratch{}, repaired, report.Outline{
		Org: h.Org, Kind: report.KindSummaryPlan, Reviewed: h.Year, Planned: h.Year + 1,
		Sections: []report.Section{{
			Parent: -1, Part: part, Anchor: anchor, Span: report.Span{End: len(repaired.Body)},
		}},
	})
	return d, p.attributor.Document(d)
}
