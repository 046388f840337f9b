package service

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"taizhang/pipeline"
)

// RuleChange is a file of own rules as somebody wants to have it.
type RuleChange struct {
	Folder int    `json:"folder"` // number of the own folder; 0: where new files are made
	File   string `json:"file"`
	Text   string `json:"text"`
	Remove bool   `json:"remove,omitempty"` // the file is to go; Text says nothing
	Mark   string `json:"mark"`             // of the file that was changed; empty: there was none
}

// ErrRulesChanged is the error of a change to a file that somebody else changed
// meanwhile.
var ErrRulesChanged = errors.New("the rule file has been changed meanwhile; look at it again")

// edit returns the change as rules on trial know it. The error is an
// *InvalidError.
func (s *Service) edit(c *RuleChange) (pipeline.RuleEdit, error) {
	if c.Folder == 0 {
		c.Folder = s.NewRulesFolder()
	}
	if _, err := s.ruleFilePath(c.Folder, c.File); err != nil {
		return pipeline.RuleEdit{}, err
	}
	e := pipeline.RuleEdit{Folder: c.Folder, File: c.File}
	if c.Remove {
		return e, nil
	}
	c.Text = strings.ReplaceAll(c.Text, "\r\n", "\n") // as browsers send it
	switch {
	case len(c.Text) > largestRules:
		return e, invalid("text", fmt.Errorf("the rules have %d bytes, want at most %d", len(c.Text), largestRules))
	case !utf8.ValidString(c.Text) || strings.Contains(c.Text, "\x00"):
		return e, invalid("text", errors.New("the rules are no text in UTF-8"))
	}
	e.Text = []byte(c.Text)
	return e, nil
}

// Formed returns a change as a draft. The error is an *InvalidError where its
// name or text cannot be one.
func (s *Service) Formed(c RuleChange) (RuleDraft, error) {
	_, err := s.edit(&c)
	return RuleDraft{RuleChange: c}, err
}

// CheckRules says what there is to say of a change to own rules before it is
// taken over: mistakes, doubts, and examples that do not hold.
func (s *Service) CheckRules(c RuleChange) (pipeline.RuleCheck, error) {
	_, check, err := s.trial(&c)
	return check, err
}

// trial returns a pipeline under the change. It stays usable whatever becomes of
// the one in use, for it reads no documents.
func (s *Service) trial(c *RuleChange) (*pipeline.Pipeline, pipeline.RuleCheck, error) {
	e, err := s.edit(c)
	if err != nil {
		return nil, pipeline.RuleCheck{}, err
	}
	if err := s.reloadRules(); err != nil {
		return nil, pipeline.RuleCheck{}, err
	}
	p, giveBack := s.borrow()
	defer giveBack()
	return p.Trial(e)
}

// ProposeRule makes a rule from a sentence; see pipeline.Propose. The error is
// an *InvalidError.
func (s *Service) ProposeRule(q pipeline.RuleRequest) (pipeline.Proposal, error) {
	if len(q.Sentence) > longestTried {
		return pipeline.Proposal{}, invalid("sentence",
			fmt.Errorf("the sentence has %d bytes, want at most %d", len(q.Sentence), longestTried))
	}
	p, giveBack := s.borrow()
	defer giveBack()
	out, err := p.Propose(q)
	if err != nil {
		return out, invalid("sentence", err)
	}
	return out, nil
}

// TakeRulesOver writes a change down and works by it from now on. What the file
// was before is kept. The error is an *InvalidError for rules with mistakes,
// ErrRulesChanged where the file is not the one that was changed.
func (s *Service) TakeRulesOver(c RuleChange) (RuleFile, error) {
	check, err := s.CheckRules(c)
	if err != nil {
		return RuleFile{}, err
	}
	if n := len(check.Mistakes); n > 0 && !c.Remove {
		return RuleFile{}, invalid("text", fmt.Errorf("the rules have %d mistakes; the first: %s", n, check.Mistakes[0]))
	}
	e, err := s.edit(&c)
	if err != nil {
		return RuleFile{}, err
	}
	path, err := s.ruleFilePath(c.Folder, c.File)
	if err == nil {
		err = s.writeRules(path, e.Text, c.Mark)
	}
	if err != nil {
		return RuleFile{}, err
	}
	if err := s.reloadRules(); err != nil || c.Remove {
		return RuleFile{Folder: c.Folder, Name: c.File}, err
	}
	return s.RuleFile(c.Folder, c.File)
}

// writeRules puts text, nil for none, in the place of a file that has a mark,
// and keeps what was there.
func (s *Service) writeRules(path string, text []byte, mark string) error {
	s.changingRules.Lock()
	defer s.changingRules.Unlock()
	before, err := os.ReadFile(path)
	there := err == nil
	switch {
	case err != nil && !errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("rule file %s: %w", filepath.Base(path), errors.Unwrap(err))
	case there && rulesMark(before) != mark, !there && mark != "":
		return ErrRulesChanged
	case !there && text == nil:
		return ErrNoRuleFile
	}
	if there {
		if err := s.keepFormer(path, before); err != nil {
			return err
		}
	}
	if text == nil {
		return syncedAfter(filepath.Dir(path), os.Remove(path))
	}
	return WriteWhole(path, text)
}

// keepFormer keeps what a rule file was, and forgets the oldest.
func (s *Service) keepFormer(path string, text []byte) error {
	dir := formerOf(path)
	when := s.settings.Clock().UTC()
	name := func() string { return filepath.Join(dir, when.Format(formerStamp)+ruleFileSuffix) }
	for _, err := os.Stat(name()); err == nil; _, err = os.Stat(name()) {
		when = when.Add(1) // the clock has not gone on
	}
	if err := WriteWhole(name(), text); err != nil {
		return err
	}
	entries, err := os.ReadDir(dir) // in the order of their names, oldest first
	for i := 0; err == nil && i < len(entries)-formerKept; i++ {
		err = os.Remove(filepath.Join(dir, entries[i].Name()))
	}
	return err
}
