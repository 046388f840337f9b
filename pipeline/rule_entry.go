package pipeline

import (
	"taizhang/pipeline/match"
	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// Rule returns what the list of rules says of one rule in force, by its id.
func (p *Pipeline) Rule(id string) (RuleEntry, bool) {
	for _, e := range listing(p.rules).Rules {
		if e.ID == id {
			return e, true
		}
	}
	return RuleEntry{}, false
}

// Try is one pattern tried on a sentence; see match.Try.
type Try = match.Try

// Rules lists the rules and indicators in force; see List.
func (p *Pipeline) Rules() Listing { return listing(p.rules) }

// SlotName returns the slot of patterns that takes a type of mention: 【金额】.
func SlotName(t report.MentionType) string { return ruleset.SlotName(t) }

// RulesMark returns the fingerprint of the rules in force.
func (p *Pipeline) RulesMark() string { return p.rules.Fingerprint() }
