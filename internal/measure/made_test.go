package measure

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"

	"taizhang/internal/generate"
	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
)

// long tells whether the full sizes are asked for.
func long() bool { return os.Getenv("TAIZHANG_LONG") != "" }

// size returns the full size where it is asked for, else the small one;
// TAIZHANG_SIZE names another.
func size(t testing.TB, full, small int) int {
	t.Helper()
	if s := os.Getenv("TAIZHANG_SIZE"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if long() {
		return full
	}
	return small
}

// stages loads rules and dictionaries once for all tests.
var stages = sync.OnceValues(func() (*pipeline.Pipeline, error) {
	p, _, err := pipeline.New(pipeline.Options{CacheDir: filepath.Join(os.TempDir(), "taizhang-test")})
	return p, err
})

func newPipeline(t testing.TB) *pipeline.Pipeline {
	t.Helper()
	p, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// reportsPerOffice is how many years the generated offices have reported.
const reportsPerOffice = 10

// generated returns n distinct generated reports of 11.5 KB from those of the
// first-th office on, as inputs that are made when they are read.
func generated(t testing.TB, first, n int) []library.Input {
	t.Helper()
	return generatedWith(t, generate.Options{Seed: 1}, first, n)
}

func generatedWith(t testing.TB, o generate.Options, first, n int) []library.Input {
	t.Helper()
	o.Years = reportsPerOffice
	g, err := generate.New(o)
	if err != nil {
		t.Fatal(err)
	}
	var out []library.Input
	for i := first; len(out) < n; i++ {
		office := sync.OnceValue(func() generate.Office { return g.Office(i) })
		for year := range reportsPerOffice {
			name := "office-" + strconv.Itoa(i) + "/" + strconv.Itoa(2014+year) + ".txt"
			out = append(out, library.Input{Path: name, Read: func() ([]byte, error) {
				return []byte(office().Reports[year].Text), nil
			}})
		}
	}
	return slices.Clip(out[:n])
}

// newLibrary makes an empty library.
func newLibrary(t testing.TB, p *pipeline.Pipeline) *library.Library {
	t.Helper()
	l, err := library.Open(filepath.Join(t.TempDir(), "library"), library.Options{Cutter: p.Segmenter(), Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func extractor(p *pipeline.Pipeline) library.Extract {
	return func(ctx context.Context, name string, data []byte) (report.Report, error) {
		return p.File(ctx, name, data, pipeline.Hints{})
	}
}

func imported(t testing.TB, l *library.Library, p *pipeline.Pipeline, files []library.Input) library.Summary {
	t.Helper()
	s, err := l.Import(t.Context(), files, extractor(p), nil)
	if err != nil {
		t.Fatal(err)
	}
	if s.Imported != len(files) {
		t.Fatalf("imported %d of %d", s.Imported, len(files))
	}
	return s
}
