package pipeline

import (
	"io"
	"io/fs"
	"slices"

	"taizhang/pipeline/read"
	"taizhang/report"
)

// Limits bound what one document may cost; see read.Limits.
type Limits = read.Limits

// DefaultLimits returns limits that no honest annual report comes near.
func DefaultLimits() Limits { return read.DefaultLimits() }

// ServeWitness is the second PDF reader, made to run as a process of its own;
// Options.Read.Witness is the command line that starts it.
func ServeWitness(in io.Reader, out io.Writer) error { return read.ServeWitness(in, out) }

// RulesFingerprint returns the fingerprint of the built-in rules with those of
// the office's own folders.
func RulesFingerprint(own ...fs.FS) (string, []report.Problem, error) {
	p, problems, err := loadRules(Options{Rules: own})
	if err != nil {
		return "", problems, err
	}
	return p.rules.Fingerprint(), problems, nil
}

// Words returns a word list of rules/lexicon by its name.
func (p *Pipeline) Words(class string) []string { return p.lexicon.Words(class) }

// Canonical returns the name of the indicator that goes by the given name, or
// the name itself where none does.
func (p *Pipeline) Canonical(name string) string {
	for _, i := range p.rules.Indicators {
		if i.Name == name || slices.Contains(i.Aliases, name) {
			return i.Name
		}
	}
	return name
}
