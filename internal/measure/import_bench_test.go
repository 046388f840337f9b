package measure

import "testing"

// BenchmarkImport imports generated reports into an empty library; the texts
// are made beforehand.
func BenchmarkImport(b *testing.B) {
	p := newPipeline(b)
	files := generated(b, 0, size(b, 3000, 300))
	bytes := 0
	for _, f := range files {
		data, err := f.Read()
		if err != nil {
			b.Fatal(err)
		}
		bytes += len(data)
	}
	b.SetBytes(int64(bytes))
	facts := 0
	for b.Loop() {
		facts = imported(b, newLibrary(b, p), p, files).Facts
	}
	b.ReportMetric(float64(len(files)*b.N)/b.Elapsed().Seconds(), "reports/s")
	b.ReportMetric(float64(facts)/float64(len(files)), "facts/report")
}
