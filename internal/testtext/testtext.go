// Package testtext gives tests of the text stages what they work on: the
// shipped word lists, sources made of plain text, and the documents of the
// samples and the shared corpora.
package testtext

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// root is the module's folder, seen from a package two folders deep.
const root = "../.."

// Words returns the shipped word lists. A problem in the named file of
// rules/lexicon ends the test.
func Words(t testing.TB, file string) *lexicon.Lexicon {
	t.Helper()
	lex, problems, err := lexicon.Load(os.DirFS(filepath.Join(root, "rules")))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		if strings.HasSuffix(p.File, file) {
			t.Fatal(p)
		}
	}
	return lex
}

// Plain makes a source of a text, as the readers of TXT and, for a name in .md,
// of Markdown do.
func Plain(name, text string, layout report.Layout) *report.Source {
	text = strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), "\uFFFD")
	src := &report.Source{Name: name, Format: "txt", Layout: layout, Raw: text}
	if filepath.Ext(name) == ".md" {
		src.Format = "markdown"
	}
	page := report.Page{Quality: report.Good}
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		end := at + len(strings.TrimRight(line, "\r\n"))
		page.Lines = append(page.Lines, report.Line{Span: report.Span{Start: at, End: end}})
		at += len(line)
	}
	src.Pages = []report.Page{page}
	return src
}

// Samples returns the paths of the samples that are documents.
func Samples() []string {
	return files(root, "samples/*/20??.*", "samples/clean/*")
}

// Shared returns the paths of the texts of the shared corpora, none where they
// are absent: TAIZHANG_SHARED names their folder.
func Shared() []string {
	dir := os.Getenv("TAIZHANG_SHARED")
	if dir == "" {
		dir = filepath.Join(root, "../shared")
	}
	return files(dir, "gold/text/*", "corpus/dev/*/*.txt")
}

func files(dir string, globs ...string) []string {
	var out []string
	for _, glob := range globs {
		names, _ := filepath.Glob(filepath.Join(dir, glob)) // the patterns are sound
		for _, name := range names {
			if filepath.Ext(name) != ".jsonl" {
				out = append(out, name)
			}
		}
	}
	return out
}

// File is a document, read.
type File struct {
	Name   string // base name
	Source report.Source
}

// Read reads documents with the given reader; those it refuses are left out
// and named in the test's log.
func Read(t testing.TB, names []string, read func(name string, data []byte) (report.Source, error)) []File {
	t.Helper()
	var out []File
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		src, err := read(filepath.Base(name), data)
		if err != nil {
			t.Logf("%s: %v", name, err)
			continue
		}
		out = append(out, File{filepath.Base(name), src})
	}
	return out
}
