package recognise

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// newTestTimes builds the recogniser from the word lists of the repository.
func newTestTimes(t testing.TB) *times {
	t.Helper()
	lex, _, err := lexicon.Load(os.DirFS("../../rules"))
	if err != nil {
		t.Fatal(err)
	}
	ts, err := newTimes(lex)
	if err != nil {
		t.Fatal(err)
	}
	return ts
}

// FuzzTimes: nothing panics, and what is found stands in the text, between
// whole characters, in order, whatever the anchor.
func FuzzTimes(f *testing.F) {
	data, err := os.ReadFile("testdata/times.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if _, list, ok := strings.Cut(line, " = "); ok {
			f.Add(list, 2023, 5)
		}
	}
	f.Add("\xff2023年\xfe6月底前，廿五十四五末9999年99月99日", 0, 0)
	ts := newTestTimes(f)
	f.Fuzz(func(t *testing.T, text string, year, month int) {
		for _, a := range []report.Anchor{
			{}, {Reviewed: year, Planned: year + 1, Year: year, ThisYear: year},
			{Date: report.NewDate(year%3000, 1, month%366+1)},
		} {
			checkSpans(t, ts, text, a)
		}
	})
}

func checkSpans(t *testing.T, ts *times, text string, a report.Anchor) {
	t.Helper()
	end := 0
	for _, m := range timesIn(ts, text, a) {
		if m.Span.Start < end || m.Span.End <= m.Span.Start || m.Span.End > len(text) {
			t.Fatalf("span %v of %q, after %d", m.Span, text, end)
		}
		if !m.Span.Contains(m.Core) {
			t.Fatalf("core %v outside %v of %q", m.Core, m.Span, text)
		}
		for _, at := range []int{m.Span.Start, m.Span.End, m.Core.Start, m.Core.End} {
			if at < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[at]) {
				t.Fatalf("span %v of %q cuts a character", m.Span, text)
			}
		}
		if !m.Period.IsZero() && m.Period.End.Before(m.Period.Start) {
			t.Fatalf("period %s of %q", m.Period, m.Span.Of(text))
		}
		end = m.Span.End
	}
}

// BenchmarkTimes reads the words of the corpus, nearly all of them times, and
// prose that has some: a report where one is at hand.
func BenchmarkTimes(b *testing.B) {
	corpus, err := os.ReadFile("testdata/times.txt")
	if err != nil {
		b.Fatal(err)
	}
	texts := map[string]string{"corpus": string(corpus), "digits": strings.Repeat("1", 1<<20)}
	seed, err := os.ReadFile(filepath.Join(sharedFolder(), "gold", "text", "seed.md"))
	if err == nil {
		texts["seed"] = string(seed)
		texts["seed16"] = strings.Repeat(string(seed), 16)
	}
	ts := newTestTimes(b)
	a := report.Anchor{Reviewed: 2023, Planned: 2024, Year: 2023, ThisYear: 2023}
	for name, text := range texts {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for line := range strings.Lines(text) {
					timesIn(ts, line, a)
				}
			}
		})
	}
}

// sharedFolder is where the shared texts lie, beside the module unless
// TAIZHANG_SHARED says otherwise.
func sharedFolder() string {
	if folder := os.Getenv("TAIZHANG_SHARED"); folder != "" {
		return folder
	}
	return filepath.Join("..", "..", "..", "shared")
}
