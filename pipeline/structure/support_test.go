package structure

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"taizhang/pipeline/lexicon"
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

// file is a document of the samples or the shared corpora.
type file struct{ name, hash, text string }

// documents returns all text documents there are.
func documents(t testing.TB) []file {
	t.Helper()
	root := os.Getenv("TAIZHANG_SHARED")
	if root == "" {
		root = "../../../shared"
	}
	var out []file
	for _, glob := range []string{root + "/gold/text/*", root + "/corpus/dev/*/*.txt",
		"../../samples/*/20??.txt", "../../samples/*/20??.md"} {
		names, _ := filepath.Glob(glob)
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			sum := sha256.Sum256(data)
			out = append(out, file{filepath.Base(name), hex.EncodeToString(sum[:]), decode(data)})
		}
	}
	return out
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
