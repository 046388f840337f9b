package structure

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/read"
	"taizhang/pipeline/repair"
	"taizhang/report"
)

// words returns the shipped word lists.
func words(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, problems, err := lexicon.Load(os.DirFS("../../rules"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		if strings.HasSuffix(p.File, "structure.yaml") {
			t.Fatal(p)
		}
	}
	return lex
}

// plain makes a source of plain text, as the text reader does.
func plain(name, text string) *report.Source {
	text = strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), "\uFFFD")
	src := &report.Source{Name: name, Format: "txt", Layout: report.LayoutUnknown, Raw: text}
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
	root := os.Getenv("TAIZHANG_SHARED")
	if root == "" {
		root = "../../../shared"
	}
	lex := words(t)
	reader := read.New(read.Options{})
	defer reader.Close()
	var out []file
	for _, glob := range []string{root + "/gold/text/*", root + "/corpus/dev/*/*.txt",
		"../../samples/*/20??.*", "../../samples/clean/*"} {
		names, _ := filepath.Glob(glob)
		for _, name := range names {
			if filepath.Ext(name) == ".jsonl" {
				continue
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			src, err := reader.Read(context.Background(), filepath.Base(name), data)
			if err != nil {
				t.Logf("%s: %v", name, err)
				continue
			}
			out = append(out, file{filepath.Base(name), repair.Repair(&src, lex)})
		}
	}
	return out
}
