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

// ServePDF is the PDF reader as a process of its own; Options.Read.PDF is the
// command line that starts it.
func ServePDF(in io.Reader, out io.Writer) error { return read.ServePDF(in, out) }

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

// OCRMode says which pages are read from their picture; see read.OCRMode.
type OCRMode = read.OCRMode

// Member is a file in an archive; see read.Member.
type Member = read.Member

// IsArchive tells a ZIP file of documents from a document in a ZIP container.
func IsArchive(file io.ReaderAt, size int64, l Limits) bool { return read.IsArchive(file, size, l) }

// Members lists the files of a ZIP archive and of the archives in it. The
// error is a *report.Refusal.
func Members(file io.ReaderAt, size int64, l Limits) ([]Member, error) {
	return read.Members(file, size, l)
}
