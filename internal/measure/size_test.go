package measure

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"taizhang/index"
	"taizhang/internal/generate"
	"taizhang/library"
	"taizhang/report"
)

// TestSize builds a library of 20,000 reports with 100 facts each and holds what
// is promised of it: the 95th percentile of word, phrase, substring and filtered
// queries below 100 ms, with facets below 300 ms, opening below 0.5 s, the
// second half of the import at most 1.3 times the first. The same queries go
// through a bare Bleve index beside it.
func TestSize(t *testing.T) {
	if !long() {
		t.Skip("TAIZHANG_LONG=1 runs it")
	}
	n := size(t, 20_000, 20_000)
	files := generatedWith(t, generate.Options{Seed: 2, Promises: 44, Bytes: 16_000}, 0, n)
	dir := filepath.Join(t.TempDir(), "library")
	l := openLibrary(t, dir)
	first, second, facts := timedImport(t, l, files)
	t.Logf("%d reports, %d facts; import %.0f s, %.0f reports/s; second half %.2f times the first",
		n, facts, (first + second).Seconds(), float64(n)/(first+second).Seconds(), second.Seconds()/first.Seconds())
	if second.Seconds() > 1.3*first.Seconds() {
		t.Errorf("second half of the import took %.2f times the first, want at most 1.3", second.Seconds()/first.Seconds())
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	originals := bytesBelow(t, filepath.Join(dir, "originals"))
	t.Logf("on disk: index %.2f, reports %.2f times the text", float64(bytesBelow(t, filepath.Join(dir, "index")))/float64(originals),
		float64(bytesBelow(t, filepath.Join(dir, "reports")))/float64(originals))
	start := time.Now()
	l = openLibrary(t, dir)
	if took := time.Since(start); took > 500*time.Millisecond {
		t.Errorf("opening took %v, want less than 0.5 s", took)
	} else {
		t.Logf("opening %v", took)
	}
	bare := newBare(t, files)
	t.Logf("memory with both open: %d MB", residentMB(t))
	for _, q := range sizeQueries(t, files) {
		ours, facets := timesOf(t, l, q)
		t.Logf("%-10s p50 %6.1f ms, p95 %6.1f ms; with facets p95 %6.1f ms; bare Bleve p95 %6.1f ms", q.kind,
			ms(percentile(ours, 50)), ms(percentile(ours, 95)), ms(percentile(facets, 95)), ms(percentile(bare.times(t, q), 95)))
		if p := percentile(ours, 95); p > 100*time.Millisecond {
			t.Errorf("%s: p95 %v, want less than 100 ms", q.kind, p)
		}
		if p := percentile(facets, 95); p > 300*time.Millisecond {
			t.Errorf("%s with facets: p95 %v, want less than 300 ms", q.kind, p)
		}
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func openLibrary(t *testing.T, dir string) *library.Library {
	t.Helper()
	l, err := library.Open(dir, library.Options{Cutter: newPipeline(t).Segmenter(), Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// timedImport imports the files and returns how long each half took.
func timedImport(t *testing.T, l *library.Library, files []library.Input) (first, second time.Duration, facts int) {
	t.Helper()
	start, half, done := time.Now(), time.Time{}, 0
	s, err := l.Import(t.Context(), files, extractor(newPipeline(t)), func(library.Result) {
		if done++; done == len(files)/2 {
			half = time.Now()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if s.Imported != len(files) {
		t.Fatalf("imported %d of %d", s.Imported, len(files))
	}
	return half.Sub(start), time.Since(half), s.Facts
}

// sizeQuery is a sort of queries: fifty of each.
type sizeQuery struct {
	kind  string
	texts []string // as typed
	plain []string // the words alone, for the bare index
	facts bool
}

// sizeQueries draws queries from the texts: words and stretches of them.
func sizeQueries(t *testing.T, files []library.Input) []sizeQuery {
	t.Helper()
	r := rand.New(rand.NewPCG(3, 4))
	cutter := newPipeline(t).Segmenter()
	out := []sizeQuery{{kind: "word"}, {kind: "phrase"}, {kind: "substring"}, {kind: "filtered"}, {kind: "facts", facts: true}}
	for len(out[0].texts) < 50 {
		data, err := files[r.IntN(len(files))].Read()
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(data), "。")
		line := lines[r.IntN(len(lines))]
		words := cutter.Words(line, report.Span{End: len(line)})
		runes := []rune(strings.Trim(line, "　\n"))
		if len(words) < 6 || len(runes) < 12 || strings.ContainsAny(line, "\n“”\"") {
			continue
		}
		i, j := r.IntN(len(words)-4), r.IntN(len(runes)-8)
		word := words[i].Span.Of(line)
		phrase := line[words[i].Span.Start:words[i+3].Span.End]
		part := string(runes[j : j+3+r.IntN(5)])
		if len([]rune(word)) < 2 || strings.ContainsAny(word+part, "，；：（）《》、 ") {
			continue
		}
		add := func(q *sizeQuery, text, plain string) {
			q.texts, q.plain = append(q.texts, text), append(q.plain, plain)
		}
		year := 2014 + r.IntN(reportsPerOffice)
		add(&out[0], word, word)
		add(&out[1], `"`+phrase+`"`, phrase)
		add(&out[2], `"`+part+`"`, part)
		add(&out[3], fmt.Sprintf("%s 年份:%d", word, year), word)
		add(&out[4], fmt.Sprintf("年份:%d 值:>%d亿元 状态:计划", year, 1+r.IntN(60)), word)
	}
	return out
}

// timesOf times the first page of each query, alone and with all facets.
func timesOf(t *testing.T, l *library.Library, q sizeQuery) (alone, withFacets []time.Duration) {
	t.Helper()
	ctx := context.Background()
	for _, text := range q.texts {
		parsed, err := index.Parse(text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		start := time.Now()
		if q.facts {
			_, _, err = l.Facts(ctx, parsed, index.Page{Limit: 20})
		} else {
			_, _, err = l.Passages(ctx, parsed, index.Page{Limit: 20})
		}
		alone = append(alone, time.Since(start))
		if err != nil {
			t.Fatal(err)
		}
		if q.facts {
			_, err = l.FactFacets(ctx, parsed, 10)
		} else {
			_, err = l.PassageFacets(ctx, parsed, 10)
		}
		if err != nil {
			t.Fatal(err)
		}
		withFacets = append(withFacets, time.Since(start))
	}
	return alone, withFacets
}

// residentMB is the memory this process holds.
func residentMB(t *testing.T) int {
	t.Helper()
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(data), "VmRSS:")
	kb := 0
	fmt.Sscan(after, &kb)
	return kb >> 10
}
