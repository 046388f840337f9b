package match

import (
	"fmt"
	"strings"

	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// Chain is the stages before match, for a text of one or more sentences that
// stands in the given part of a report. The façade supplies it: stages do not
// know each other.
type Chain func(text string, part report.Part) (report.Document, []report.Attribution)

// Test runs the examples and counterexamples of every rule and tells, in the
// order of the rules, of those that do not hold.
func (m *Matcher) Test(run Chain) []report.Problem {
	var problems []report.Problem
	for i := range m.set.Rules {
		rule := &m.set.Rules[i]
		for _, e := range rule.Examples {
			if why := m.testExample(rule, e, run); why != "" {
				problems = append(problems, report.Problem{
					Code: "example", Message: fmt.Sprintf("规则 %s 的正例「%s」：%s", rule.ID, e.Text, why),
					File: e.At.File, Line: e.At.Line, Column: e.At.Column,
				})
			}
		}
		for _, c := range rule.Counterexamples {
			if why := m.testCounterexample(rule, c, run); why != "" {
				problems = append(problems, report.Problem{
					Code: "counterexample", Message: fmt.Sprintf("规则 %s 的反例「%s」：%s", rule.ID, c.Text, why),
					File: c.At.File, Line: c.At.Line, Column: c.At.Column,
				})
			}
		}
	}
	m.set.Show(problems)
	return problems
}

// testExample returns why the example does not hold, or "".
func (m *Matcher) testExample(rule *ruleset.Rule, e ruleset.Example, run Chain) string {
	d, attrs := run(e.Text, partOf(e.Part))
	facts := m.Facts(d, attrs)
	if rule.Suppress {
		return m.testSuppressed(rule, e, d, facts)
	}
	made := m.ofRule(rule, d, facts)
	if len(made) == 0 {
		return "没有命中" + m.firstFailure(rule, d, attrs)
	}
	if e.Want.Facts > 0 && len(made) != e.Want.Facts {
		return fmt.Sprintf("应有%d条事实，得到%d条", e.Want.Facts, len(made))
	}
	var wrong string
	for _, f := range made {
		if wrong = differs(e.Want, f); wrong == "" {
			return ""
		}
	}
	return wrong
}

// testSuppressed holds a suppressing rule to its example: it matches, and the
// words of want (any words, where want has none) are no fact.
func (m *Matcher) testSuppressed(rule *ruleset.Rule, e ruleset.Example, d report.Document, facts []report.Fact) string {
	if !m.fires(rule, d) {
		return "没有命中"
	}
	for _, f := range facts {
		if (e.Want.Text == "" || f.Text == e.Want.Text) && (e.Want.Kind == "" || f.Kind == e.Want.Kind) {
			return fmt.Sprintf("没有排除掉「%s」（规则 %s）", f.Text, f.Rule)
		}
	}
	return ""
}

func (m *Matcher) testCounterexample(rule *ruleset.Rule, c ruleset.Counterexample, run Chain) string {
	d, attrs := run(c.Text, partOf(c.Part))
	if rule.Suppress {
		if m.fires(rule, d) {
			return "不该命中"
		}
		return ""
	}
	for _, f := range m.ofRule(rule, d, m.Facts(d, attrs)) {
		return fmt.Sprintf("不该得到「%s」", f.Text)
	}
	return ""
}

// ofRule returns the facts made by the rule; of a rule that only annotates
// (owner), all of the text if it matches.
func (m *Matcher) ofRule(rule *ruleset.Rule, d report.Document, facts []report.Fact) []report.Fact {
	var out []report.Fact
	annotates := rule.Kind == "" && !bindsValue(rule)
	if annotates && !m.fires(rule, d) {
		return nil
	}
	for _, f := range facts {
		if f.Rule == rule.ID || annotates {
			out = append(out, f)
		}
	}
	return out
}

// bindsValue tells whether the rule has a slot for a mention.
func bindsValue(rule *ruleset.Rule) bool {
	binds := false
	for _, p := range rule.Patterns {
		p.Walk(func(e ruleset.Element) {
			binds = binds || e.Op == ruleset.Slot && ruleset.MentionTypes(e.Text) != nil
		})
	}
	return binds
}

// fires tells whether a pattern of the rule matches a sentence of the document.
func (m *Matcher) fires(rule *ruleset.Rule, d report.Document) bool {
	for _, s := range d.Sentences {
		v := m.newView(&d, &s)
		for _, i := range m.candidates(v, d.Part(s), nil) {
			if p := &m.programs[i]; p.rule == rule {
				r := runner{m: m, v: v}
				if len(r.all(p, nil)) > 0 {
					return true
				}
			}
		}
	}
	return false
}

// partOf returns the part an example stands in; the review if it does not say.
func partOf(p report.Part) report.Part {
	if p == "" {
		return report.Review
	}
	return p
}

// differs says in what a fact is not what was wanted, or "".
func differs(w ruleset.Want, f report.Fact) string {
	for _, c := range []struct{ name, want, got string }{
		{"原文", w.Text, f.Text},
		{"类别", ruleset.KindName(w.Kind), ruleset.KindName(f.Kind)},
		{"指标", w.Indicator, f.Indicator},
		{"主语", w.Subject, f.Subject},
		{"动作", w.Action, f.Action},
		{"情态", ruleset.ModalityName(w.Modality), ruleset.ModalityName(f.Modality)},
		{"级别", w.Level, f.Level},
		{"范围", w.Scope, f.Scope},
		{"责任单位", w.Owner, f.Owner},
		{"力度", ruleset.StrengthName(w.Strength), ruleset.StrengthName(f.Strength)},
	} {
		if c.want != "" && c.want != c.got {
			return fmt.Sprintf("%s应是「%s」，得到「%s」", c.name, c.want, c.got)
		}
	}
	return ""
}

// firstFailure says where the rule failed on the first sentence it was tried on.
func (m *Matcher) firstFailure(rule *ruleset.Rule, d report.Document, attrs []report.Attribution) string {
	for _, e := range m.Explain(d, attrs, rule.ID) {
		for _, t := range e.Tries {
			if t.Rule == rule.ID && t.Why != "" {
				return "；" + strings.TrimSuffix(t.Why, "。")
			}
		}
	}
	return ""
}
