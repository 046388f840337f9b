package pipeline

import (
	"fmt"
	"io/fs"
	"slices"

	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// RuleEdit puts a file in the place of that of its name in an own rule folder,
// or beside the others where there is none.
type RuleEdit struct {
	Folder int    // number of the own folder, from 1
	File   string // name within it
	Text   []byte // nil: the file is taken away
}

// RuleCheck is what there is to say of rules on trial.
type RuleCheck struct {
	// Mistakes are those of the file itself; the rules that they stand in would
	// not be in force.
	Mistakes []report.Problem `json:"mistakes"`
	// Doubts are what lint says of the file, and of others that it did not say
	// before: rules that are shadowed, patterns that never fire.
	Doubts []report.Problem `json:"doubts"`
	// Broken are examples and counterexamples that do not hold: of the file, and
	// those of other rules that held before.
	Broken []report.Problem `json:"broken"`

	Rules    int `json:"rules"`    // of the file, in force
	Examples int `json:"examples"` // of these, run; counterexamples among them
}

// Fine tells whether there is nothing to say.
func (c RuleCheck) Fine() bool { return len(c.Mistakes)+len(c.Doubts)+len(c.Broken) == 0 }

// Trial returns a pipeline under the rules as an edit would leave them, and what
// is to be said of these. It shares readers and dictionaries with p and is not
// to be closed.
func (p *Pipeline) Trial(e RuleEdit) (*Pipeline, RuleCheck, error) {
	var check RuleCheck
	trial, problems, err := p.edited(e)
	if err != nil {
		return nil, check, err
	}
	if check.Mistakes = []report.Problem{}; e.Text != nil {
		_, found := ruleset.Parse(e.File, e.Text)
		check.Mistakes = append(check.Mistakes, found...)
	}
	known := append(slices.Clone(p.problems), ruleset.Lint(p.rules)...)
	check.Doubts = newProblems(append(problems, ruleset.Lint(trial.rules)...), known, e.File)
	check.Doubts = newProblems(check.Doubts, check.Mistakes, "")
	check.Broken = newProblems(trial.TestRules(), p.TestRules(), e.File)
	for _, r := range listing(trial.rules).Rules {
		if r.Folder == e.Folder && r.File == e.File {
			check.Rules, check.Examples = check.Rules+1, check.Examples+len(r.Examples)+len(r.Counterexamples)
		}
	}
	return trial, check, nil
}

// edited loads the rules as an edit would leave them.
func (p *Pipeline) edited(e RuleEdit) (*Pipeline, []report.Problem, error) {
	folders := slices.Clone(p.folders[1:])
	if e.Folder < 1 || e.Folder > len(folders) {
		return nil, nil, fmt.Errorf("there is no own rule folder %d", e.Folder)
	}
	folders[e.Folder-1] = editedFolder{folders[e.Folder-1], e.File, e.Text}
	trial, problems, err := loadRules(Options{Rules: folders})
	if err != nil {
		return nil, problems, err
	}
	trial.reader, trial.segmenter, trial.words = p.reader, p.segmenter, p.words
	return trial, problems, nil
}

// Reloaded returns a pipeline under the rules as they stand in the folders now.
// It shares readers and dictionaries with p: one of the two is closed.
func (p *Pipeline) Reloaded() (*Pipeline, []report.Problem, error) {
	fresh, problems, err := loadRules(Options{Rules: p.folders[1:]})
	if err != nil {
		return nil, problems, err
	}
	fresh.reader, fresh.segmenter, fresh.words = p.reader, p.segmenter, p.words
	return fresh, problems, nil
}

// newProblems returns those of all that are not known, and those of the file.
func newProblems(all, known []report.Problem, file string) []report.Problem {
	seen := map[string]bool{}
	for _, k := range known {
		seen[k.String()] = true
	}
	out := []report.Problem{}
	for _, x := range all {
		if !seen[x.String()] || file != "" && x.File == file {
			out = append(out, x)
		}
	}
	return out
}

// editedFolder is a rule folder with one file changed, in memory.
type editedFolder struct {
	fs.FS
	name string
	data []byte // nil: it is not there
}

// Glob lists the folder's files.
func (f editedFolder) Glob(pattern string) ([]string, error) {
	names, err := fs.Glob(f.FS, pattern)
	names = slices.DeleteFunc(names, func(n string) bool { return n == f.name })
	if pattern == "*.yaml" && f.data != nil {
		names = append(names, f.name)
	}
	return names, err
}

// ReadFile returns a file's bytes.
func (f editedFolder) ReadFile(name string) ([]byte, error) {
	if name == f.name {
		return f.data, nil
	}
	return fs.ReadFile(f.FS, name)
}

// Again returns the facts that the rules of p make of a stored report. They are
// made of the text that was repaired at extraction: rules change neither that
// nor the outline, and the original need not be read again.
func (p *Pipeline) Again(r *report.Report) []report.Fact {
	text := r.Text
	if text.Source == nil {
		text.Source = &report.Source{Name: r.Name, Format: r.Format, Hash: r.Hash}
	}
	s := p.desk()
	defer p.leave(s)
	return p.facts(s, p.understand(s, text, r.Outline))
}
