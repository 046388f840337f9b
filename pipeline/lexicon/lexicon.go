// Package lexicon reads rules/lexicon: word lists that every stage asks by
// name, and typed tables (units, calendars) that their one user decodes. Code
// holds mechanisms; the words they work on live here.
package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"taizhang/report"
)

// Lexicon is the word lists and tables of one or more folders. Later folders
// add to and override earlier ones.
type Lexicon struct {
	words  map[string][]string
	tables map[string][]byte
}

// wordFile is the shape of a file of word lists:
//
//	title: 情态词
//	words:
//	  计划词: [计划, 力争, 确保]
type wordFile struct {
	Title string              `yaml:"title"`
	Note  string              `yaml:"note"`
	Words map[string][]string `yaml:"words"`
}

// Load reads lexicon/*.yaml of each folder, in order. A file with the key
// "words" holds word lists; any other is a table for Decode. All problems of
// all files are returned at once; the error is for a folder that cannot be read.
func Load(folders ...fs.FS) (*Lexicon, []report.Problem, error) {
	lex := &Lexicon{words: map[string][]string{}, tables: map[string][]byte{}}
	var problems []report.Problem
	for _, folder := range folders {
		names, err := fs.Glob(folder, "lexicon/*.yaml")
		if err != nil {
			return nil, nil, fmt.Errorf("list lexicon: %w", err)
		}
		slices.Sort(names)
		from := map[string]string{} // class → the file of this folder that lists it
		for _, name := range names {
			data, err := fs.ReadFile(folder, name)
			if err != nil {
				return nil, nil, fmt.Errorf("read lexicon: %w", err)
			}
			problems = append(problems, lex.add(name, data, from)...)
		}
	}
	return lex, problems, nil
}

// add takes a file in. Of two lists with one name in the same folder one would
// silently be lost, so that is a problem.
func (l *Lexicon) add(name string, data []byte, from map[string]string) []report.Problem {
	if !holdsWords(data) {
		l.tables[path.Base(name)] = data
		return nil
	}
	var f wordFile
	if problems := DecodeStrict(name, data, &f); len(problems) > 0 {
		return problems
	}
	var problems []report.Problem
	for class, words := range f.Words {
		if other, taken := from[class]; taken {
			problems = append(problems, report.Problem{Code: "list_twice", File: name,
				Message: fmt.Sprintf("词表「%s」在 %s 里已经有了，请合成一个或改名", class, other)})
			continue
		}
		from[class] = name
		l.words[class] = words
	}
	return problems
}

func holdsWords(data []byte) bool {
	return strings.Contains("\n"+string(data), "\nwords:")
}

// Words returns the list of that name, or nil.
func (l *Lexicon) Words(class string) []string { return l.words[class] }

// Classes returns the names of all word lists, sorted.
func (l *Lexicon) Classes() []string {
	var names []string
	for c := range l.words {
		names = append(names, c)
	}
	slices.Sort(names)
	return names
}

// Set returns the list of that name as a set.
func (l *Lexicon) Set(class string) map[string]bool {
	set := map[string]bool{}
	for _, w := range l.words[class] {
		set[w] = true
	}
	return set
}

// Decode reads the table lexicon/name into v, strictly. All problems are
// returned at once.
func (l *Lexicon) Decode(name string, v any) error {
	data, ok := l.tables[name]
	if !ok {
		return fmt.Errorf("lexicon/%s: no such table", name)
	}
	var errs []error
	for _, p := range DecodeStrict("lexicon/"+name, data, v) {
		errs = append(errs, errors.New(p.String()))
	}
	return errors.Join(errs...)
}
