package ruleset

import "taizhang/pipeline/lexicon"

// checkRule tells what a rule lacks.
func (r *reader) checkRule(n *lexicon.Node, rule Rule) {
	for _, lack := range []struct {
		missing       bool
		code, message string
	}{
		{rule.Title == "", "no_title", "规则要有 title（标题）"},
		{rule.ID == "", "no_id", "规则要有 id（编号，用英文字母）"},
		{len(rule.Patterns) == 0, "no_patterns", "规则要有 patterns（句式）"},
		{len(rule.Examples) == 0, "no_examples", "规则要有 examples（正例），至少一条"},
		{len(rule.Counterexamples) == 0, "no_counterexamples", "规则要有 counterexamples（反例），至少一条"},
	} {
		if lack.missing {
			r.at(n, lack.code, lack.message)
		}
	}
}

// checkKeep tells of slots that keep asks for and no pattern has.
func (r *reader) checkKeep(n *lexicon.Node, rule Rule) {
	has := map[string]bool{SlotBefore: true, SlotAfter: true}
	for _, p := range rule.Patterns {
		p.Walk(func(e Element) {
			switch e.Op {
			case Slot:
				has[SlotWithoutClass(e.Text)] = true
				has["〈"+SlotClass(e.Text)+"〉"] = true
			case Class:
				has["〈"+e.Text+"〉"] = true
			}
		})
	}
	k := rule.Keep
	for _, value := range []string{
		k.Value, k.Indicator, k.Subject, k.Action, k.Level, k.Scope, k.Owner,
	} {
		for _, slot := range SlotsOf(value) {
			if !has[slot] {
				r.at(n, "keep_slot", "keep（保留）要的「"+slot+"」在句式里没有")
			}
		}
	}
}
