package service

import (
	"sync"

	"taizhang/pipeline"
	"taizhang/report"
)

// rulesInForce is a pipeline and what is known of its rules.
type rulesInForce struct {
	pipeline *pipeline.Pipeline
	problems []report.Problem // of the rule files
	synonyms func() ([][]string, error)
	stamp    string // of the files on disk that it was made of
}

func newRulesInForce(p *pipeline.Pipeline, problems []report.Problem, stamp string) *rulesInForce {
	return &rulesInForce{p, problems, sync.OnceValues(p.Synonyms), stamp}
}

// reloadRules works by the own rules as they stand in their folders from now on,
// where somebody has changed them. Work that goes on ends by the rules it began
// with: the old pipeline lends its readers to the new one and stays usable.
func (s *Service) reloadRules() error {
	s.renewing.Lock()
	defer s.renewing.Unlock()
	stamp, now := s.settings.rulesStamp(), s.rules.Load()
	if now.stamp == stamp {
		return nil
	}
	fresh, problems, err := now.pipeline.Reloaded()
	if err != nil {
		return err
	}
	s.rules.Store(newRulesInForce(fresh, problems, stamp))
	return nil
}

// RuleProblems returns what is wrong with the rule files in force.
func (s *Service) RuleProblems() []report.Problem { return s.rules.Load().problems }
