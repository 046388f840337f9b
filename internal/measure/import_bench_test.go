package measure

import (
	"syscall"
	"testing"
	"time"

	"taizhang/library"
)

// BenchmarkImport imports generated reports into an empty library; the texts
// are made beforehand. Beside the clock it tells the time of the processors,
// which other work on the machine changes less.
func BenchmarkImport(b *testing.B) {
	p := newPipeline(b)
	files := generated(b, 0, size(b, 3000, 300))
	bytes := 0
	for i, f := range files {
		data, err := f.Read()
		if err != nil {
			b.Fatal(err)
		}
		bytes += len(data)
		files[i] = library.Input{Path: f.Path, Read: func() ([]byte, error) { return data, nil }}
	}
	b.SetBytes(int64(bytes))
	facts, before := 0, processorTime(b)
	for b.Loop() {
		facts = imported(b, newLibrary(b, p), p, files).Facts
	}
	reports := float64(len(files) * b.N)
	b.ReportMetric(reports/b.Elapsed().Seconds(), "reports/s")
	b.ReportMetric((processorTime(b)-before).Seconds()*1000/reports, "processor-ms/report")
	b.ReportMetric(float64(facts)/float64(len(files)), "facts/report")
}

// processorTime returns what this process has taken of the processors.
func processorTime(t testing.TB) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
