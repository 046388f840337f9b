package index

import (
	"cmp"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"taizhang/report"
)

// plainForm is the form in which a plain search compares texts.
func plainForm(s string) string { return strings.ToLower(norm.NFKC.String(s)) }

// TestSubstringsOfGeneratedTexts looks for random stretches of random texts.
func TestSubstringsOfGeneratedTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	alphabet := []rune("固定资产投资项目学位增长区县教育2023.5%ＧＤＰgdp，（）“”、 …㎡\t")
	var all []*report.Report
	for i := range 20 {
		var b strings.Builder
		fmt.Fprintf(&b, "标题%d\n", i)
		for range 100 {
			for range 3 + r.IntN(30) {
				b.WriteRune(alphabet[r.IntN(len(alphabet))])
			}
			b.WriteString([]string{"。", "。", "\n"}[r.IntN(3)])
		}
		all = append(all, made{org: "单位", year: 2000 + i, text: b.String()}.report(t))
	}
	checkSubstrings(t, all, r, 300)
}

// TestSubstringsOfRealTexts does the same on the development corpus.
func TestSubstringsOfRealTexts(t *testing.T) {
	shared := cmp.Or(os.Getenv("TAIZHANG_SHARED"), "../../shared")
	var all []*report.Report
	err := filepath.WalkDir(filepath.Join(shared, "corpus", "dev"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err == nil && utf8.Valid(data) {
			text := strings.ReplaceAll(string(data), "\r", "")
			all = append(all, made{org: filepath.Dir(path), year: 2000 + len(all), text: text}.report(t))
		}
		return err
	})
	if err != nil {
		t.Skipf("no corpus at %s: %v", shared, err)
	}
	checkSubstrings(t, all, rand.New(rand.NewPCG(7, 8)), 200)
}

// checkSubstrings takes random stretches of 2-8 characters, each inside one
// sentence, and compares what is found with a plain search of every sentence.
func checkSubstrings(t *testing.T, all []*report.Report, r *rand.Rand, times int) {
	x, s := indexed(t, all...)
	plain := plainSentences(all)
	for range times {
		want := randomStretch(r, all)
		if strings.TrimSpace(plainForm(want)) == "" {
			continue
		}
		found, total, err := x.Passages(t.Context(), Query{words{text: want, folded: foldString(want)}}, Page{}, s)
		if err != nil {
			t.Fatal(err)
		}
		if total != (Total{len(found), true}) {
			t.Errorf("%q: %d passages, total %+v", want, len(found), total)
		}
		compareToPlain(t, plain, want, found)
	}
}

func randomStretch(r *rand.Rand, all []*report.Report) string {
	rep := all[r.IntN(len(all))]
	for {
		sentence := []rune(rep.Words(rep.Sentences[r.IntN(len(rep.Sentences))]))
		n := 2 + r.IntN(7)
		if len(sentence) >= n {
			at := r.IntN(len(sentence) - n + 1)
			return string(sentence[at : at+n])
		}
	}
}

// plainSentences returns all sentences in plain form by report and place.
func plainSentences(all []*report.Report) map[string]string {
	out := map[string]string{}
	for _, r := range all {
		for _, p := range r.Sentences {
			out[fmt.Sprint(r.ID, " ", p.Span.Start)] = plainForm(r.Words(p))
		}
	}
	return out
}

func compareToPlain(t *testing.T, sentences map[string]string, want string, found []Passage) {
	t.Helper()
	plain := plainForm(want)
	at := map[string]bool{}
	for _, p := range found {
		at[fmt.Sprint(p.Report.ID, " ", p.Place.Start)] = true
		if !strings.Contains(plainForm(p.Text), plain) {
			t.Errorf("%q: found in %q, where it is not", want, p.Text)
		}
		if len(p.Highlights) == 0 {
			t.Errorf("%q: nothing marked in %q", want, p.Text)
		}
		for _, h := range p.Highlights {
			if got := plainForm(h.Of(p.Text)); !strings.Contains(got, plain) {
				t.Errorf("%q: marked %q", want, got)
			}
		}
	}
	for key, sentence := range sentences {
		if strings.Contains(sentence, plain) && !at[key] {
			t.Errorf("%q: not found in %q", want, sentence)
		}
	}
}
