package structure

import (
	"context"
	"testing"

	"taizhang/internal/testtext"
	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/read"
	"taizhang/pipeline/repair"
	"taizhang/report"
)

func words(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	return testtext.Words(t, "structure.yaml")
}

func plain(name, text string) *report.Source {
	return testtext.Plain(name, text, report.LayoutUnknown)
}

// outline repairs and outlines a text.
func outline(t testing.TB, name, text string) (report.Text, report.Outline) {
	t.Helper()
	lex := words(t)
	body := repair.Repair(plain(name, text), lex)
	return body, Outline(body, Hints{FileName: name}, lex)
}

// file is a document of the samples or the shared corpora, read and repaired.
type file struct {
	name string
	text report.Text
}

// documents reads and repairs all documents there are.
func documents(t testing.TB) []file {
	t.Helper()
	lex := words(t)
	reader := read.New(read.Options{})
	defer reader.Close()
	var out []file
	names := append(testtext.Shared(), testtext.Samples()...)
	for _, f := range testtext.Read(t, names, func(name string, data []byte) (report.Source, error) {
		return reader.Read(context.Background(), name, data)
	}) {
		out = append(out, file{f.Name, repair.Repair(&f.Source, lex)})
	}
	return out
}
