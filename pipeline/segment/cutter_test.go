package segment

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"taizhang/report"
)

// TestCutterCutsAsGojieba holds the words of the cutter to those of gojieba
// without the hidden Markov model, on all texts and word lists of the project:
// as they are, and each line turned round, which makes words where none stood.
func TestCutterCutsAsGojieba(t *testing.T) {
	s, count := segmenter(t), 0
	for _, line := range projectLines(t) {
		turned := []rune(line)
		slices.Reverse(turned)
		for _, text := range []string{line, string(turned)} {
			want := s.jieba.Cut(clean(text), false)
			var got []string
			for _, p := range s.cutter.words(clean(text), 0, nil) {
				got = append(got, p.Of(clean(text)))
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%q: cut %q, gojieba %q", text, got, want)
			}
			count += len(got)
		}
	}
	if count < 100_000 {
		t.Errorf("%d words compared, want at least 100,000", count)
	}
}

// projectLines returns the lines of the samples and the rules.
func projectLines(t *testing.T) (lines []string) {
	t.Helper()
	for _, folder := range []string{"../../samples", "../../rules"} {
		files := os.DirFS(folder)
		err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(files, path)
			lines = append(lines, strings.Split(string(data), "\n")...)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return lines
}

// BenchmarkCutter cuts a line of a megabyte that is one sentence.
func BenchmarkCutter(b *testing.B) {
	s := segmenter(b)
	for _, unit := range []string{"中华人民共和国", "一", "1,"} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		b.Run(unit, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				s.Words(text, report.Span{End: len(text)})
			}
		})
	}
}
