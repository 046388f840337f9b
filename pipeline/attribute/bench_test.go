package attribute

import (
	"os"
	"testing"

	"taizhang/report"
)

// BenchmarkDocument attributes a document of many sentences, already cut and
// recognised: a report of the samples, taken as one section.
func BenchmarkDocument(b *testing.B) {
	data, err := os.ReadFile("../../samples/linjiang-project-centre/2021.md")
	if err != nil {
		b.Skip("no sample to read")
	}
	s, err := shared()
	if err != nil {
		b.Fatal(err)
	}
	d := document(b, string(data), report.Review)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		s.attributor.Document(d)
	}
}
