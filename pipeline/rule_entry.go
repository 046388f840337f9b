package pipeline

import "taizhang/pipeline/match"

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
