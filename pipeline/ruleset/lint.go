package ruleset

import (
	"fmt"
	"regexp"
	"strings"

	"taizhang/report"
)

// Lint tells what is legal in a rule set and yet cannot be meant: patterns that
// can never match or stand twice, names used for two indicators. What Load
// itself refuses is not repeated.
func Lint(set *Set) []report.Problem {
	var problems []report.Problem
	problems = append(problems, set.lintIDs()...)
	problems = append(problems, set.lintPatterns()...)
	problems = append(problems, set.lintIndicators()...)
	showLines(problems, set.lines)
	return problems
}

var plainID = regexp.MustCompile(`^[a-z0-9-]+/[a-z0-9][a-z0-9-]*$`)

func (s *Set) lintIDs() []report.Problem {
	var problems []report.Problem
	for _, rule := range s.Rules {
		if !plainID.MatchString(rule.ID) {
			problems = append(problems, problemAt(rule.At, "id",
				"编号「"+rule.ID+"」只能用小写英文字母、数字和「-」"))
		}
	}
	return problems
}

// lintPatterns tells of patterns that never fire, are shadowed, or begin and
// end in gaps that change nothing.
func (s *Set) lintPatterns() []report.Problem {
	var problems []report.Problem
	first := map[string]Rule{}
	for _, rule := range s.Rules {
		for _, p := range rule.Patterns {
			key := fmt.Sprint(rule.Kind, rule.Suppress, p.Source)
			if strings.Contains(p.Source, SlotIndicator) {
				key += rule.At.File // 【指标】 takes the indicators of its file
			}
			if other, ok := first[key]; ok {
				problems = append(problems, problemAt(p.At, "shadowed", fmt.Sprintf(
					"句式「%s」被规则 %s（%s 第%d行，优先级 %d）挡住，永远轮不到",
					p.Source, other.ID, other.At.File, other.At.Line, other.Priority)))
			} else {
				first[key] = rule
			}
			problems = append(problems, s.lintPattern(rule, p)...)
		}
	}
	return problems
}

func (s *Set) lintPattern(rule Rule, p Pattern) []report.Problem {
	var problems []report.Problem
	for _, e := range p.Elements {
		class := e.Text
		if e.Op == Slot {
			class = SlotClass(e.Text)
		}
		if (e.Op == Class || e.Op == Slot && class != "") && len(s.Words(class)) == 0 {
			problems = append(problems, problemAt(p.At, "never_fires",
				"词表「"+class+"」是空的，句式「"+p.Source+"」永远不会命中"))
		}
		if base := SlotBase(e.Text); e.Op == Slot && base == SlotIndicator && len(s.Indicators) == 0 {
			problems = append(problems, problemAt(p.At, "never_fires", "还没有指标，【指标】永远不会命中"))
		}
	}
	if last := p.Elements[len(p.Elements)-1]; p.Elements[0].Op == Gap || last.Op == Gap {
		problems = append(problems, problemAt(p.At, "idle_gap",
			"句式「"+p.Source+"」开头或结尾的「…」没有作用，请去掉"))
	}
	if !anchored(p.Elements) {
		problems = append(problems, problemAt(p.At, "no_anchor",
			"句式「"+p.Source+"」没有一定要有的文字、词表或槽位，每句都要试，太慢"))
	}
	return problems
}

// anchored tells whether a match must hold some word or mention.
func anchored(elements []Element) bool {
	for _, e := range elements {
		switch e.Op {
		case Literal, Class:
			return true
		case Slot:
			if SlotBase(e.Text) == SlotIndicator || SlotClass(e.Text) != "" || MentionTypes(e.Text) != nil {
				return true
			}
		case Group:
			all := !e.Optional
			for _, b := range e.Branches {
				all = all && anchored(b)
			}
			if all {
				return true
			}
		}
	}
	return false
}

// lintIndicators tells of names two indicators share, and of names rules give
// that no file declares.
func (s *Set) lintIndicators() []report.Problem {
	var problems []report.Problem
	owner := map[string]string{}
	for _, it := range s.Indicators {
		for _, name := range append([]string{it.Name}, it.Aliases...) {
			if other, ok := owner[name]; ok {
				problems = append(problems, problemAt(it.At, "duplicate_alias", fmt.Sprintf(
					"「%s」既是指标「%s」又是「%s」的名称", name, other, it.Name)))
				continue
			}
			owner[name] = it.Name
		}
	}
	for _, rule := range s.Rules {
		name := rule.Keep.Indicator
		if name == "" || len(SlotsOf(name)) > 0 || owner[name] == name {
			continue
		}
		problems = append(problems, problemAt(rule.At, "unknown_indicator",
			"指标「"+name+"」没有在任何文件的 indicators 里声明"))
	}
	return problems
}
