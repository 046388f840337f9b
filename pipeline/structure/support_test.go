package structure

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"taizhang/pipeline/lexicon"
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
func plain(name, text string, layout report.Layout) *report.Source {
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

// shared returns the texts of the shared corpora, or skips the test.
func shared(t testing.TB) map[string]string {
	t.Helper()
	root := os.Getenv("TAIZHANG_SHARED")
	if root == "" {
		root = "../../../shared"
	}
	texts := map[string]string{}
	for _, glob := range []string{"gold/text/*", "corpus/dev/*/*.txt"} {
		files, _ := filepath.Glob(filepath.Join(root, glob))
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			name, _ := filepath.Rel(root, f)
			texts[filepath.ToSlash(name)] = decode(data)
		}
	}
	if len(texts) == 0 {
		t.Skip("no shared corpora: set TAIZHANG_SHARED to their folder")
	}
	return texts
}

func decode(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return string(out)
}
