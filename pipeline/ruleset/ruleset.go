// Package ruleset reads the rule files of rules/*.yaml: checks them strictly,
// says in Chinese what is wrong and where, all problems at once, and gives the
// sound rules to match. The language of the rules is described for their
// authors in rules/README.md.
package ruleset

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// Set is the rules in force: those of the built-in folder, and those of the
// office's own folders, which add to them and replace them by id.
type Set struct {
	Files      []File
	Rules      []Rule      // in force, highest priority first
	Indicators []Indicator // in force
	lex        *lexicon.Lexicon
	lines      map[string][]string // of each file, as its author wrote them
	print      string
}

// Load reads *.yaml and lexicon/*.yaml of the folders, in order. A rule with
// mistakes is left out and told of in the problems; the error is for a folder
// that cannot be read.
func Load(lex *lexicon.Lexicon, folders ...fs.FS) (*Set, []report.Problem, error) {
	s := &Set{lex: lex, lines: map[string][]string{}}
	sum := sha256.New()
	var problems []report.Problem
	for layer, folder := range folders {
		err := eachFile(folder, func(name string, data []byte) {
			fmt.Fprintf(sum, "%s %d\n%s", name, len(data), data)
			if strings.HasPrefix(name, "lexicon/") {
				return
			}
			s.lines[name] = strings.Split(string(data), "\n")
			file, wrong := Parse(name, data)
			file.Layer = layer
			problems = append(problems, wrong...)
			s.Files = append(s.Files, file)
		})
		if err != nil {
			return nil, problems, err
		}
	}
	s.print = hex.EncodeToString(sum.Sum(nil))[:12]
	problems = append(problems, s.gather()...)
	showLines(problems, s.lines)
	return s, problems, nil
}

// Fingerprint tells rule sets apart: 12 hexadecimal digits over the bytes of
// all rule and lexicon files.
func (s *Set) Fingerprint() string { return s.print }

// Words returns the word class of that name, or nil.
func (s *Set) Words(class string) []string { return s.lex.Words(class) }

// eachFile hands every rule and lexicon file of the folder to use, in order of
// name. Bad fixtures of the tests (*.bad.yaml) are not read.
func eachFile(folder fs.FS, use func(name string, data []byte)) error {
	for _, pattern := range []string{"*.yaml", "lexicon/*.yaml"} {
		names, err := fs.Glob(folder, pattern)
		if err != nil {
			return fmt.Errorf("list rules: %w", err)
		}
		slices.Sort(names)
		for _, name := range names {
			if strings.HasSuffix(name, ".bad.yaml") {
				continue
			}
			data, err := fs.ReadFile(folder, name)
			if err != nil {
				return fmt.Errorf("read rules: %w", err)
			}
			use(name, data)
		}
	}
	return nil
}

// topic returns the first half of the ids of a file's rules: economy for
// economy.yaml.
func topic(name string) string { return strings.TrimSuffix(path.Base(name), ".yaml") }
