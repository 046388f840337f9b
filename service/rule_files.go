package service

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"taizhang/library"
)

// RuleFile is a file of own rules.
type RuleFile struct {
	Folder  int       `json:"folder"` // number of the own folder, from 1: that of the library
	Name    string    `json:"name"`
	Title   string    `json:"title,omitempty"`
	Rules   int       `json:"rules"` // of it in force
	Changed time.Time `json:"changed"`
	Mark    string    `json:"mark"`           // of its bytes; who takes a change over shows what it was made of
	Text    string    `json:"text,omitempty"` // where one file is asked for
}

// FormerRules is a file of rules as it was before it was changed.
type FormerRules struct {
	Name  string    `json:"name"` // by which it is asked for
	Until time.Time `json:"until"`
}

// ErrNoRuleFile is the error of a rule file that is not there.
var ErrNoRuleFile = fmt.Errorf("no such rule file: %w", library.ErrNoReport)

const (
	formerDir      = ".former" // in a rule folder, with a folder for each file
	formerStamp    = "20060102T150405.000000000Z"
	formerKept     = 30        // of one file; older ones are forgotten
	largestRules   = 256 << 10 // bytes of a rule file that is edited here
	ruleFileSuffix = ".yaml"
)

var ruleFileName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,59}\.yaml$`)

// RuleFiles lists the files of own rules, by folder and name.
func (s *Service) RuleFiles() ([]RuleFile, error) {
	if err := s.reloadRules(); err != nil {
		return nil, err
	}
	out := []RuleFile{}
	for i, dir := range s.settings.ruleFolders() {
		names, _ := fs.Glob(os.DirFS(dir), "*"+ruleFileSuffix) // the pattern is right
		slices.Sort(names)
		for _, name := range names {
			f, err := s.readRules(i+1, name)
			if err != nil {
				return nil, err
			}
			f.Text = ""
			out = append(out, f)
		}
	}
	return s.described(out), nil
}

// NewRulesFolder returns the number of the folder in which new files are made:
// the one with most force.
func (s *Service) NewRulesFolder() int { return len(s.settings.ruleFolders()) }

// RuleFile returns a file of own rules with its text. The error is
// ErrNoRuleFile where there is none.
func (s *Service) RuleFile(folder int, name string) (RuleFile, error) {
	f, err := s.readRules(folder, name)
	if err != nil {
		return f, err
	}
	return s.described([]RuleFile{f})[0], nil
}

// readRules reads a rule file. Names that nobody could have been offered are of
// files that are not there.
func (s *Service) readRules(folder int, name string) (RuleFile, error) {
	path, err := s.ruleFilePath(folder, name)
	if err != nil {
		return RuleFile{}, err
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return RuleFile{}, ErrNoRuleFile
	}
	if err != nil {
		return RuleFile{}, fmt.Errorf("rule file %s: %w", name, errors.Unwrap(err))
	}
	f := RuleFile{Folder: folder, Name: name, Changed: info.ModTime().UTC()}
	if info.Size() > largestRules {
		return f, invalid("file", fmt.Errorf("rule file %s: %d bytes, at most %d are edited here", name, info.Size(), largestRules))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return f, fmt.Errorf("rule file %s: %w", name, errors.Unwrap(err))
	}
	f.Text, f.Mark = strings.ToValidUTF8(string(data), "\uFFFD"), rulesMark(data)
	return f, nil
}

// ruleFilePath returns where a rule file is, or would be.
func (s *Service) ruleFilePath(folder int, name string) (string, error) {
	dir, err := s.ruleFolder(folder)
	if err != nil {
		return "", err
	}
	if !ruleFileName.MatchString(name) && !s.holdsFile(dir, name) {
		return "", invalid("file", fmt.Errorf("rule file %q: want small letters, digits and -, ending in .yaml", name))
	}
	return filepath.Join(dir, name), nil
}

// holdsFile tells whether a folder lists a rule file of that name, which a
// person may have called otherwise than is asked here.
func (s *Service) holdsFile(dir, name string) bool {
	names, _ := fs.Glob(os.DirFS(dir), "*"+ruleFileSuffix) // the pattern is right
	return slices.Contains(names, name)
}

// described adds what the rules in force say of the files.
func (s *Service) described(files []RuleFile) []RuleFile {
	list := s.Rules()
	for i := range files {
		for _, r := range list.Rules {
			if r.Folder == files[i].Folder && r.File == files[i].Name {
				files[i].Title, files[i].Rules = r.Topic, files[i].Rules+1
			}
		}
	}
	return files
}

func rulesMark(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:16]
}

// FormerRules lists what a rule file was before, the latest first.
func (s *Service) FormerRules(folder int, name string) ([]FormerRules, error) {
	path, err := s.ruleFilePath(folder, name)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(formerOf(path))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("former rules of %s: %w", name, errors.Unwrap(err))
	}
	out := []FormerRules{}
	for _, e := range entries {
		stamp := strings.TrimSuffix(e.Name(), ruleFileSuffix)
		if until, err := time.Parse(formerStamp, stamp); err == nil {
			out = append(out, FormerRules{stamp, until})
		}
	}
	slices.SortFunc(out, func(a, b FormerRules) int { return cmp.Compare(b.Name, a.Name) })
	return out, nil
}

// FormerText returns what a rule file was, by the name that FormerRules lists.
func (s *Service) FormerText(folder int, name, former string) (string, error) {
	all, err := s.FormerRules(folder, name)
	if err != nil {
		return "", err
	}
	if !slices.ContainsFunc(all, func(f FormerRules) bool { return f.Name == former }) {
		return "", ErrNoRuleFile
	}
	path, err := s.ruleFilePath(folder, name)
	if err != nil {
		return "", err
	}
	data, err := os.ReadFile(filepath.Join(formerOf(path), former+ruleFileSuffix))
	if err != nil {
		return "", fmt.Errorf("former rules of %s: %w", name, errors.Unwrap(err))
	}
	return strings.ToValidUTF8(string(data), "\uFFFD"), nil
}

// formerOf returns the folder of what a rule file was before.
func formerOf(path string) string {
	return filepath.Join(filepath.Dir(path), formerDir, filepath.Base(path))
}
