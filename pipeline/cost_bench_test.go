//go:build unix

package pipeline

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/yanyiwu/gojieba"
)

// BenchmarkCost holds repaired text to facts against gojieba's Tag by the time
// the processor worked for either, turn by turn: on a machine that does other
// work besides, this is steadier than the clock. The metric x/Tag is the cost
// of Facts over that of Tag.
func BenchmarkCost(b *testing.B) {
	for _, file := range []string{
		benchSample,
		"../samples/qinglan-education-bureau/2022.txt",
		"../samples/heling-county/2025.txt",
		"../../shared/gold/text/seed.md",
		"../../shared/gold/text/guowuyuan-2010.txt",
	} {
		b.Run(filepath.Base(filepath.Dir(file))+"/"+filepath.Base(file), func(b *testing.B) { cost(b, file) })
	}
}

func cost(b *testing.B, file string) {
	if _, err := os.Stat(file); err != nil {
		b.Skip("no real reports beside the project")
	}
	p := pipeline(b)
	text, outline := benchDocument(b, p, file)
	j := gojieba.NewJieba()
	defer j.Free()
	lines := strings.Split(text.Body, "\n")
	var facts, tag time.Duration
	for b.Loop() {
		facts += cpuTime(b, func() {
			p.extract(text, outline)
		})
		tag += cpuTime(b, func() {
			for _, l := range lines {
				j.Tag(l)
			}
		})
	}
	b.ReportMetric(facts.Seconds()/tag.Seconds(), "x/Tag")
	b.ReportMetric(float64(facts.Microseconds())/float64(b.N), "µs-facts")
	b.ReportMetric(float64(tag.Microseconds())/float64(b.N), "µs-tag")
}

// repeats is how often either is done in its turn, so that each works with
// its own tables at hand, as it does alone.
const repeats = 10

// cpuTime returns the time the process worked for one run of do.
func cpuTime(b *testing.B, do func()) time.Duration {
	b.Helper()
	from := processTime(b)
	for range repeats {
		do()
	}
	return (processTime(b) - from) / repeats
}

func processTime(b *testing.B) time.Duration {
	b.Helper()
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		b.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
