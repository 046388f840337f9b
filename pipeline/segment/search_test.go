package segment

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/yanyiwu/gojieba"

	"taizhang/report"
)

// TestSearchIsGojiebas holds that runs cut by themselves, and those known from
// before, have the words of whole lines.
func TestSearchIsGojiebas(t *testing.T) {
	data, err := os.ReadFile("../../samples/linjiang-project-centre/2021.md")
	if err != nil {
		t.Fatal(err)
	}
	s := segmenter(t)
	lines := strings.Split(string(data), "\n")
	for _, line := range append(lines, lines...) {
		var want []Word
		for _, w := range s.jieba.Tokenize(line, gojieba.SearchMode, false) {
			want = append(want, Word{Span: report.Span{Start: w.Start, End: w.End}})
		}
		want = joinASCII(line, want)
		got := s.Search(line)
		same := func(a, b Word) bool { return a.Span == b.Span }
		if !slices.EqualFunc(got, want, same) {
			t.Errorf("%s:\n got %v\nwant %v", line, got, want)
		}
	}
}

func TestSearchOfDamagedText(t *testing.T) {
	s := segmenter(t)
	for _, text := range []string{"前面的文字\xff\xfe后面的文字", "前\x00后", "\xe4\xb8", strings.Repeat("长", longestRun)} {
		words := s.Search(text)
		end := 0
		for _, w := range words {
			end = max(end, w.Span.End)
		}
		if end != len(text) {
			t.Errorf("words of %.20q end at %d, want %d", text, end, len(text))
		}
	}
}

// BenchmarkSearch cuts a text for the index: one that was never seen, and one
// that is known.
func BenchmarkSearch(b *testing.B) {
	data, err := os.ReadFile("../../samples/linjiang-project-centre/2021.md")
	if err != nil {
		b.Fatal(err)
	}
	s := segmenter(b)
	for _, c := range []string{"new", "known"} {
		b.Run(c, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if c == "new" {
					s.known = newKnown()
				}
				for line := range strings.Lines(string(data)) {
					s.Search(line)
				}
			}
		})
	}
	b.Run("gojieba", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			for line := range strings.Lines(string(data)) {
				s.jieba.Tokenize(line, gojieba.SearchMode, false)
			}
		}
	})
}
