package recognise

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"taizhang/report"
)

// FuzzNumbers holds that no text makes the recognisers of numbers panic, hang,
// or return words outside the text or across a character.
func FuzzNumbers(f *testing.F) {
	for _, name := range []string{"testdata/numbers.txt", "testdata/units.txt"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			if i%7 == 0 {
				f.Add(line)
			}
		}
	}
	f.Add(reportText)
	f.Add("第1、2、3百分之-1/0又分之1e99^99 M 5-3-2~1至万亿余多几")
	r := newTestRecogniser(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		f := sweepOf(r, text)
		list, numerals := members(&f.quantities), members(&f.numerals)
		for _, q := range list {
			checkSpan(t, text, q.number)
			checkSpan(t, text, q.core)
			checkSpan(t, text, q.span)
			if !q.span.Contains(q.core) || q.high.LessThan(q.low) {
				t.Errorf("%q: span %v, core %v, %s..%s", text, q.span, q.core, q.low, q.high)
			}
		}
		for _, n := range numerals {
			checkSpan(t, text, n.span)
		}
		end := 0
		for _, m := range mentionsOf(r, text) {
			checkSpan(t, text, m.Span)
			checkSpan(t, text, m.Core)
			if m.Type == report.MentionQuote {
				continue
			}
			if m.Core.Start < end {
				t.Errorf("%q: %s overlaps what stands before it", text, m.Span.Of(text))
			}
			end = m.Core.End
		}
	})
}

// checkSpan holds that a span lies inside the text, at the edges of runes.
func checkSpan(t *testing.T, text string, p report.Span) {
	t.Helper()
	if p.Start < 0 || p.End > len(text) || p.Start > p.End {
		t.Fatalf("%q: span %v is outside", text, p)
	}
	if p.Start < len(text) && !utf8.RuneStart(text[p.Start]) || p.End < len(text) && !utf8.RuneStart(text[p.End]) {
		t.Fatalf("%q: span %v cuts a character", text, p)
	}
}
