package index

import (
	"math/rand/v2"
	"slices"
	"testing"

	"taizhang/report"
)

// TestWithinFoldsAsTheWholeText holds what is found in a part of a text against
// what is found in all of it, in texts whose characters fold together or into many.
func TestWithinFoldsAsTheWholeText(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	alphabet := []rune("投资㎡ｱﾞﷺＡa\u0301\u0300e각ᄀ ᆨ\n。，1½體")
	random := func(n int) string {
		var out []rune
		for range n {
			out = append(out, alphabet[r.IntN(len(alphabet))])
		}
		return string(out)
	}
	found := 0
	for range 3000 {
		text := random(5 + r.IntN(60))
		at := []int{r.IntN(len(text)), r.IntN(len(text) + 1)}
		slices.Sort(at)
		p := report.Span{Start: at[0], End: at[1]}
		words := foldString(random(1 + r.IntN(3)))
		whole := fold(text)
		want := whole.within(words, whole.forward(p.Start), whole.forward(p.End))
		v := &view{report: &report.Report{Text: report.Text{Body: text}}}
		if got := v.within(words, p); !slices.Equal(got, want) {
			t.Fatalf("%q in %v of %q: found at %v, want %v", words, p, text, got, want)
		}
		found += len(want)
	}
	if found < 500 {
		t.Errorf("%d found in all: too few to say anything", found)
	}
}
