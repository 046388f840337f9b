package ruleset

import (
	"fmt"
	"slices"

	"taizhang/report"
)

// gather puts the rules and indicators of all files into force: a later folder
// replaces by id, within one folder an id may stand once.
func (s *Set) gather() []report.Problem {
	var problems []report.Problem
	place := map[string]int{}
	layer := map[string]int{}
	for _, f := range s.Files {
		for _, rule := range f.Rules {
			i, twice := place[rule.ID]
			if twice && layer[rule.ID] == f.Layer {
				first := s.Rules[i].At
				problems = append(problems, problemAt(rule.At, "duplicate_id",
					fmt.Sprintf("编号「%s」已在 %s 第%d行用过", rule.ID, first.File, first.Line)))
				continue
			}
			if twice {
				s.Rules[i] = rule
			} else {
				place[rule.ID] = len(s.Rules)
				s.Rules = append(s.Rules, rule)
			}
			layer[rule.ID] = f.Layer
			problems = append(problems, s.unknownClasses(rule)...)
		}
		problems = append(problems, s.gatherIndicators(f)...)
	}
	slices.SortStableFunc(s.Rules, func(a, b Rule) int { return b.Priority - a.Priority })
	return problems
}

// gatherIndicators adds the indicators of a file; one of the same name in a
// later folder replaces the earlier.
func (s *Set) gatherIndicators(f File) []report.Problem {
	for _, it := range f.Indicators {
		i := slices.IndexFunc(s.Indicators, func(old Indicator) bool { return old.Name == it.Name })
		if i >= 0 {
			s.Indicators[i] = it
		} else {
			s.Indicators = append(s.Indicators, it)
		}
	}
	return nil
}

func problemAt(at At, code, message string) report.Problem {
	return report.Problem{Code: code, Message: message, File: at.File, Line: at.Line, Column: at.Column}
}

// unknownClasses tells of word classes that no word list has.
func (s *Set) unknownClasses(rule Rule) []report.Problem {
	var problems []report.Problem
	for _, p := range rule.Patterns {
		p.Walk(func(e Element) {
			class := e.Text
			if e.Op == Slot {
				class = SlotClass(e.Text)
			}
			if e.Op != Class && class == "" || e.Op == Literal || e.Op == Gap || e.Op == Group {
				return
			}
			if s.lex.Words(class) == nil {
				at := p.At
				at.Column += e.Column - 1
				problems = append(problems, problemAt(at, "unknown_class",
					"没有词表「"+class+"」"+nearestHint(class, s.lex.Classes())))
			}
		})
	}
	return problems
}
