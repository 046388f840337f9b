package read

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestPDFCorpus prints what becomes of every PDF of the shared corpus.
func TestPDFCorpus(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(sharedFolder(t), "corpus/pdf/*.pdf"))
	r := newReader(t)
	for _, f := range files {
		source, err := readFile(t, r, f)
		if err != nil {
			t.Logf("%-20s %v", filepath.Base(f), err)
			continue
		}
		for _, p := range source.Pages {
			head := ""
			for _, l := range p.Lines[:min(6, len(p.Lines))] {
				head += l.Span.Of(source.Raw) + " / "
			}
			t.Logf("%-20s %3d %-10s %4d lines %s %.200s", filepath.Base(f), p.Number, p.Quality, len(p.Lines), p.Reason,
				strings.ReplaceAll(head, "\n", " "))
		}
	}
}
