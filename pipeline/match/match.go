// Package match turns what was recognised and attributed into facts, by rules:
// general rules make a fact of every value, topic rules name indicators and
// find awards, documents, events and tasks, suppressing rules keep slogans and
// names out. Every fact says which rule made it.
package match

import (
	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// Matcher holds the compiled rules. It is never changed after New and may be
// shared by goroutines.
type Matcher struct {
	set     *ruleset.Set
	general map[report.MentionType][]*ruleset.Rule // rules of one bare slot, highest priority first
}

// New compiles the rules of the set.
func New(set *ruleset.Set, lex *lexicon.Lexicon) (*Matcher, error) {
	m := &Matcher{set: set, general: map[report.MentionType][]*ruleset.Rule{}}
	for i := range set.Rules {
		m.addGeneral(&set.Rules[i])
	}
	return m, nil
}

// addGeneral keys a rule of bare slots by the mentions they take.
func (m *Matcher) addGeneral(rule *ruleset.Rule) {
	for _, p := range rule.Patterns {
		if len(p.Elements) != 1 || p.Elements[0].Op != ruleset.Slot {
			continue
		}
		for _, t := range ruleset.MentionTypes(p.Elements[0].Text) {
			m.general[t] = append(m.general[t], rule)
		}
	}
}

// Facts returns the facts of the document, in text order.
func (m *Matcher) Facts(d report.Document, attrs []report.Attribution) []report.Fact {
	b := newBuilder(d, m.set.Fingerprint())
	made := make([]int, len(attrs)) // index+1 of the fact made of an attribution
	for i, a := range attrs {
		if a.Skip != "" {
			continue
		}
		mention := d.Sentences[a.Sentence].Mentions[a.Mention]
		if rule := m.generalRule(mention, a); rule != nil {
			b.add(a.Sentence, b.value(a, mention, rule))
			made[i] = len(b.facts)
		}
	}
	b.join(attrs, made)
	return b.sorted()
}

// generalRule returns the rule for the mention's type and the value's kind, or
// where no rule names the kind, the first for the type.
func (m *Matcher) generalRule(mention report.Mention, a report.Attribution) *ruleset.Rule {
	rules := m.general[mention.Type]
	for _, rule := range rules {
		if rule.Kind == "" || rule.Kind == a.Kind {
			return rule
		}
	}
	if len(rules) > 0 {
		return rules[0]
	}
	return nil
}
