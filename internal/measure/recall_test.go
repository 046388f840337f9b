package measure

import (
	"cmp"
	"context"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"taizhang/index"
	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
)

// TestRecall looks for random stretches of 2 to 8 characters, punctuation
// included, each inside one sentence of a repaired text of the corpus or the
// samples, and compares with a plain search of all sentences, both sides in
// NFKC, lower case and simplified characters: all are found, nothing else is,
// and what is marked is what was asked.
func TestRecall(t *testing.T) {
	p := newPipeline(t)
	l := newLibrary(t, p)
	imported(t, l, p, realReports(t, p))
	fold := folding(t)
	plain := plainSentences(t, l, fold)
	order := slices.SortedFunc(maps.Keys(plain), func(a, b spot) int {
		return cmp.Or(cmp.Compare(a.report, b.report), cmp.Compare(a.start, b.start))
	})
	r := rand.New(rand.NewPCG(11, 12))
	missed, extra, marks, occurrences := 0, 0, 0, 0
	n := size(t, 10000, 100)
	for i := range n {
		want := stretch(r, order, plain, fold)
		found := passagesOf(t, l, want, index.Sorts()[i%2])
		for at, s := range plain {
			if holds := strings.Contains(s.folded, want.folded); holds != (found[at] != nil) {
				if holds {
					missed++
					t.Logf("%q is not found in %q", want.text, s.words)
				} else {
					extra++
					t.Logf("%q is found in %q", want.text, s.words)
				}
			}
			if found[at] == nil {
				continue
			}
			occurrences++
			for _, m := range found[at] {
				if fold(m.Of(s.words)) != want.folded {
					marks++
					t.Logf("%q is marked as %q in %q", want.text, m.Of(s.words), s.words)
				}
			}
		}
	}
	t.Logf("%d stretches, in %d of %d sentences of %d reports: %d not found, %d found too much, %d marked wrong",
		n, occurrences, len(plain), len(l.Reports()), missed, extra, marks)
	if missed+extra+marks > 0 {
		t.Errorf("%d not found, %d found too much, %d marked wrong", missed, extra, marks)
	}
}

// folding returns how the plain search brings texts into one form. The table of
// traditional characters is the index's; that it is used rightly is held here.
func folding(t *testing.T) func(string) string {
	t.Helper()
	table, err := os.ReadFile("../../index/traditional.txt")
	if err != nil {
		t.Fatal(err)
	}
	simple := map[rune]rune{}
	for _, group := range strings.Fields(string(table)) {
		forms := []rune(group)
		for _, f := range forms[1:] {
			simple[f] = forms[0]
		}
	}
	return func(s string) string {
		return strings.Map(func(r rune) rune {
			if to, ok := simple[r]; ok {
				return to
			}
			return r
		}, strings.ToLower(norm.NFKC.String(s)))
	}
}

// spot is where a sentence stands.
type spot struct {
	report string
	start  int
}

// told is a sentence with its form for the plain search.
type told struct {
	words, folded string
}

// asked is a stretch looked for.
type asked struct{ text, folded, query string }

// realReports are the texts of the samples and of the corpus, where it is; for
// every day the shorter ones.
func realReports(t *testing.T, p *pipeline.Pipeline) []library.Input {
	t.Helper()
	var out []library.Input
	shared := cmp.Or(os.Getenv("TAIZHANG_SHARED"), "../../../shared")
	seen := map[string]bool{}
	for _, root := range []string{"../../samples", filepath.Join(shared, "corpus", "dev")} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !slices.Contains([]string{".txt", ".md"}, filepath.Ext(path)) {
				return err
			}
			data, err := os.ReadFile(path)
			if !long() && len(data) > 20_000 {
				return err
			}
			if err != nil || seen[string(data)] || !readable(t, p, path, data) {
				return err
			}
			seen[string(data)] = true
			out = append(out, library.Input{Path: path, Read: func() ([]byte, error) { return data, nil }})
			return nil
		})
		if os.IsNotExist(err) {
			t.Logf("without the corpus: no folder %s", root)
		} else if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func readable(t *testing.T, p *pipeline.Pipeline, path string, data []byte) bool {
	t.Helper()
	_, err := p.File(t.Context(), filepath.Base(path), data, pipeline.Hints{})
	return err == nil
}

// plainSentences are the sentences of all reports, for the plain search.
func plainSentences(t *testing.T, l *library.Library, fold func(string) string) map[spot]told {
	t.Helper()
	out := map[spot]told{}
	for _, e := range l.Reports() {
		r, err := l.Report(e.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range r.Sentences {
			w := r.Words(p)
			out[spot{e.ID, p.Span.Start}] = told{w, fold(w)}
		}
	}
	return out
}

// stretch draws a stretch of a sentence that is not blank and can be quoted.
func stretch(r *rand.Rand, order []spot, plain map[spot]told, fold func(string) string) asked {
	for {
		s := []rune(plain[order[r.IntN(len(order))]].words)
		n := 2 + r.IntN(7)
		if len(s) < n {
			continue
		}
		at := r.IntN(len(s) - n + 1)
		text := string(s[at : at+n])
		a := asked{text, fold(text), quoted(text)}
		if strings.TrimSpace(a.folded) != "" && len([]rune(a.folded)) >= 2 && a.query != "" {
			return a
		}
	}
}

// quoted puts a text in quotes that it does not hold itself.
func quoted(s string) string {
	switch {
	case !strings.ContainsAny(s, `"＂”`):
		return `"` + s + `"`
	case !strings.Contains(s, "」"):
		return "「" + s + "」"
	case !strings.Contains(s, "』"):
		return "『" + s + "』"
	}
	return ""
}

// passagesOf returns what the library finds for a phrase, in that order, with
// the marks.
func passagesOf(t *testing.T, l *library.Library, a asked, sort string) map[spot][]report.Span {
	t.Helper()
	q, err := index.Parse(a.query)
	if err != nil {
		t.Fatalf("%q: %v", a.text, err)
	}
	found, _, err := l.Passages(context.Background(), q, index.Page{Sort: sort})
	if err != nil {
		t.Fatal(err)
	}
	out := map[spot][]report.Span{}
	for _, p := range found {
		out[spot{p.Report.ID, p.Place.Start}] = p.Highlights
	}
	return out
}
