package rules_test

import (
	"os"
	"path/filepath"
	"testing"

	"taizhang/report"
)

// BenchmarkFacts times match alone on a real report: the seed, where the folder
// of shared texts is.
func BenchmarkFacts(b *testing.B) {
	folder := os.Getenv("TAIZHANG_SHARED")
	if folder == "" {
		folder = filepath.Join("..", "..", "shared")
	}
	data, err := os.ReadFile(filepath.Join(folder, "gold", "text", "seed.md"))
	if err != nil {
		b.Skip("no shared texts: ", err)
	}
	stages := load(b)
	d, attrs := stages.chain(string(data), report.Review)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		stages.matcher.Facts(d, attrs)
	}
}
