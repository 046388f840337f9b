package service

import (
	"errors"

	"taizhang/pipeline"
)

// RuleDraft is a change to own rules that nobody has looked at yet.
type RuleDraft struct {
	RuleChange
	Of    string   `json:"of,omitempty"`    // id of the rule that was copied or proposed
	Notes []string `json:"notes,omitempty"` // on a proposal, in Chinese
}

// OverrideRule copies a rule in force into the own file of its name, behind what
// stands there: a rule of that id replaces it. The error is ErrNoRuleFile where
// there is no such rule.
func (s *Service) OverrideRule(id string) (RuleDraft, error) {
	p, giveBack := s.borrow()
	file, text, ok := p.RuleText(id)
	giveBack()
	if !ok {
		return RuleDraft{}, ErrNoRuleFile
	}
	return s.drafted(file, text, RuleDraft{Of: id})
}

// DraftRule proposes a rule from a sentence, behind what stands in its file. The
// error is an *InvalidError.
func (s *Service) DraftRule(q pipeline.RuleRequest) (RuleDraft, error) {
	proposed, err := s.ProposeRule(q)
	if err != nil {
		return RuleDraft{}, err
	}
	return s.drafted(proposed.File, proposed.YAML, RuleDraft{Of: proposed.ID, Notes: proposed.Notes})
}

// drafted puts rules behind those of the own file of a name.
func (s *Service) drafted(file, text string, d RuleDraft) (RuleDraft, error) {
	d.Folder, d.File, d.Text = s.NewRulesFolder(), file, text
	old, err := s.readRules(d.Folder, file)
	if errors.Is(err, ErrNoRuleFile) {
		return d, nil
	}
	d.Text, d.Mark = pipeline.AddRules(old.Text, text), old.Mark
	return d, err
}
