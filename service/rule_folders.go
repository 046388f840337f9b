package service

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"taizhang/library"
	"taizhang/pipeline"
)

// RuleFolders returns the own rule folders by rising force: that of the library,
// which need not be there, then those that settings name.
func RuleFolders(folder string, named []string) []string {
	return append([]string{filepath.Join(folder, library.RulesDir)}, named...)
}

// ruleFolders are the own rule folders by rising force; the first is number 1.
func (s Settings) ruleFolders() []string { return RuleFolders(s.Library, s.Rules) }

// Options returns how documents are read, by the library's own rules and those
// of the folders that are named.
func (s Settings) Options() pipeline.Options {
	o := s.Pipeline
	o.Rules = nil
	for _, dir := range s.ruleFolders() {
		o.Rules = append(o.Rules, os.DirFS(dir))
	}
	return o
}

// ruleFolder returns the path of an own rule folder by its number.
func (s *Service) ruleFolder(number int) (string, error) {
	all := s.settings.ruleFolders()
	if number < 1 || number > len(all) {
		return "", invalid("folder", fmt.Errorf("folder %d: want a number from 1 to %d", number, len(all)))
	}
	return all[number-1], nil
}

// rulesStamp returns what changes whenever somebody changes own rules on disk.
func (s Settings) rulesStamp() string {
	var out strings.Builder
	for _, dir := range s.ruleFolders() {
		for _, pattern := range []string{"*.yaml", "lexicon/*.yaml"} {
			names, _ := fs.Glob(os.DirFS(dir), pattern) // the pattern is right
			for _, name := range names {
				if info, err := os.Stat(filepath.Join(dir, name)); err == nil {
					fmt.Fprintln(&out, dir, name, info.Size(), info.ModTime().UnixNano())
				}
			}
		}
	}
	return out.String()
}
