package repair

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"taizhang/pipeline/read"
	"taizhang/report"
)

// TestSamples holds the places of every sample, read by the real readers.
func TestSamples(t *testing.T) {
	lex := words(t)
	reader := read.New(read.Options{})
	defer reader.Close()
	for _, glob := range []string{"../../samples/*/20??.*", "../../samples/clean/*"} {
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
			var refused *report.Refusal
			if errors.As(err, &refused) {
				t.Logf("%s: %v", name, err)
				continue
			}
			holdPlaces(t, name, &src, Repair(&src, lex))
		}
	}
}
