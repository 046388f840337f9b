package repair

import (
	"context"
	"testing"

	"taizhang/internal/testtext"
	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/read"
	"taizhang/report"
)

func words(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	return testtext.Words(t, "repair.yaml")
}

func plain(name, text string, layout report.Layout) *report.Source {
	return testtext.Plain(name, text, layout)
}

// documents reads files with the real readers.
func documents(t testing.TB, names []string) []testtext.File {
	t.Helper()
	reader := read.New(read.Options{})
	t.Cleanup(func() { _ = reader.Close() })
	return testtext.Read(t, names, func(name string, data []byte) (report.Source, error) {
		return reader.Read(context.Background(), name, data)
	})
}

// shared returns the texts of the shared corpora, or skips the test.
func shared(t testing.TB) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, f := range documents(t, testtext.Shared()) {
		texts[f.Source.Hash[:8]+" "+f.Name] = f.Source.Raw
	}
	if len(texts) == 0 {
		t.Skip("no shared corpora: set TAIZHANG_SHARED to their folder")
	}
	return texts
}
