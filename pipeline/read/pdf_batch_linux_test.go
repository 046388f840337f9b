package read

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// BenchmarkPDFBatch reads a batch of text PDFs on all processors, and has
// pdftotext read the same files in turn. All times are of processor.
func BenchmarkPDFBatch(b *testing.B) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		b.Skip("needs pdftotext (poppler-utils)")
	}
	files, _ := filepath.Glob("../../samples/*/2*.pdf")
	for _, name := range []string{"plumber-67", "ofdrw-Test", "issue14438", "ofdrw-xbrl"} {
		files = append(files, filepath.Join(sharedFolder(b), "corpus/pdf", name+".pdf"))
	}
	for _, readers := range []string{"pdf", "pdf witness"} {
		b.Run(readers, func(b *testing.B) {
			o := Options{PDF: serverCommand(b, "pdf")}
			if strings.Contains(readers, "witness") {
				o.Witness = serverCommand(b, "witness")
			}
			r := New(o)
			defer func() { _ = r.Close() }()
			readBatch(b, r, files)
			var ours, theirs time.Duration
			for b.Loop() {
				begun := processorTime(b)
				readBatch(b, r, files)
				between := processorTime(b)
				for _, f := range files {
					if err := exec.Command("pdftotext", f, os.DevNull).Run(); err != nil {
						b.Fatal(err)
					}
				}
				ours += between - begun
				theirs += processorTime(b) - between
			}
			b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "ms")
			b.ReportMetric(float64(theirs.Milliseconds())/float64(b.N), "pdftotext-ms")
			b.ReportMetric(float64(ours)/float64(theirs), "times")
			b.ReportMetric(float64(mostMemory(b))/1024, "MB")
		})
	}
}

// BenchmarkPDFPages reads three pages with a warm reader and the witness: time
// of processor.
func BenchmarkPDFPages(b *testing.B) {
	data, r := threePages(b), newReader(b)
	var used time.Duration
	for b.Loop() {
		begun := processorTime(b)
		if _, err := r.Read(b.Context(), "a.pdf", data); err != nil {
			b.Fatal(err)
		}
		used += processorTime(b) - begun
	}
	b.ReportMetric(float64(used.Milliseconds())/float64(b.N), "ms")
}

func readBatch(b *testing.B, r *Reader, files []string) {
	b.Helper()
	var readers sync.WaitGroup
	next := make(chan string)
	for range runtime.GOMAXPROCS(0) {
		readers.Go(func() {
			for f := range next {
				data, err := os.ReadFile(f)
				if err == nil {
					_, err = r.Read(b.Context(), f, data)
				}
				if err != nil {
					b.Errorf("%s: %v", f, err)
				}
			}
		})
	}
	for _, f := range files {
		next <- f
	}
	close(next)
	readers.Wait()
}

// processorTime returns what this process and all it has started have used.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var sum time.Duration
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var used syscall.Rusage
		if err := syscall.Getrusage(who, &used); err != nil {
			b.Fatal(err)
		}
		sum += time.Duration(used.Utime.Nano() + used.Stime.Nano())
	}
	const tick = 10 * time.Millisecond
	for _, id := range running() {
		stat, _ := os.ReadFile("/proc/" + id + "/stat")
		_, rest, _ := bytes.Cut(stat, []byte(") "))
		if fields := strings.Fields(string(rest)); len(fields) > 12 {
			user, _ := strconv.Atoi(fields[11])
			system, _ := strconv.Atoi(fields[12])
			sum += time.Duration(user+system) * tick
		}
	}
	return sum
}

// running returns the processes that this one has started and that still run.
func running() []string {
	var out []string
	tasks, _ := filepath.Glob("/proc/self/task/*/children")
	for _, task := range tasks {
		ids, _ := os.ReadFile(task)
		out = append(out, strings.Fields(string(ids))...)
	}
	return out
}

// mostMemory returns the most memory in KB that this process and those running
// have held, each at its worst.
func mostMemory(t testing.TB) int {
	t.Helper()
	sum := 0
	for _, id := range append(running(), "self") {
		status, _ := os.ReadFile("/proc/" + id + "/status")
		_, rest, _ := strings.Cut(string(status), "VmHWM:")
		if fields := strings.Fields(rest); len(fields) > 0 {
			n, _ := strconv.Atoi(fields[0])
			sum += n
		}
	}
	return sum
}
