package service

import (
	"fmt"

	"taizhang/pipeline"
	"taizhang/report"
)

// Rules lists the rules and indicators in force, built-in ones first.
func (s *Service) Rules() pipeline.Listing {
	p, giveBack := s.borrow()
	defer giveBack()
	return p.Rules()
}

// RulesFingerprint returns the fingerprint of the rules in force.
func (s *Service) RulesFingerprint() string {
	p, giveBack := s.borrow()
	defer giveBack()
	return p.RulesMark()
}

// TestRules runs the examples and counterexamples of all rules and returns those
// that do not hold.
func (s *Service) TestRules() []report.Problem {
	p, giveBack := s.borrow()
	defer giveBack()
	return p.TestRules()
}

// ExplainRequest asks why a text gives the facts it gives.
type ExplainRequest struct {
	Text string
	Part report.Part // of the report it stands in
	Year int         // under review
	Rule string      // id of a rule of which to say, too, why it does not match; may be empty
}

// longestTried is the longest text, in bytes, that is explained.
const longestTried = 2000

// Explain says of each sentence of a text what was recognised, which rules were
// tried and where each failed. The error is an *InvalidError.
func (s *Service) Explain(q ExplainRequest) ([]pipeline.Explanation, error) {
	if len(q.Text) > longestTried {
		return nil, invalid("text", fmt.Errorf("the text has %d bytes, want at most %d", len(q.Text), longestTried))
	}
	p, giveBack := s.borrow()
	defer giveBack()
	var rules []string
	if q.Rule != "" {
		rules = []string{q.Rule}
	}
	return p.Explain(q.Text, q.Part, pipeline.Hints{Year: q.Year}, rules...), nil
}
