package index

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"taizhang/report"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ text, find, want string }{
		{"完成ＧＤＰ９７％。", "gdp97%", "ＧＤＰ９７％"},
		{"占地20㎡左右", "m", "㎡"},
		{"占地20㎡左右", "20m2左", "20㎡左"},
		{"等等…的", "...的", "…的"},
		{"等等…的", ".", "…"},
		{"cafe\u0301馆", "café", "cafe\u0301"},
		{"增长（同比）5%", "(同比)", "（同比）"},
		{"一　二", "一 二", "一　二"},
		{"ⅲ期", "iii期", "ⅲ期"},
		{"國有資產總額", "国有资产", "國有資產"},
		{"国有资产", "國有資產", "国有资产"},
		{"乾隆年间的著作", "干隆", ""},
		{"坏\xff字", "字", "字"},
	} {
		f := fold(c.text)
		found := f.within(foldString(c.find), 0, len(f.text))
		got := ""
		if len(found) > 0 {
			got = found[0].Of(c.text)
		}
		if got != c.want {
			t.Errorf("%q in %q (folded %q): got %q, want %q", c.find, c.text, f.text, got, c.want)
		}
	}
}

// FuzzFold holds that folding is normalising and lower-casing, and that every
// part of the folded text leads back to characters of the original.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"完成ＧＤＰ９７％。", "㎡…ⅲ", "cafe\u0301", "İ", "각", "\xff\xfe", "ﬃ", "か\u3099", "國會"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := fold(s)
		if want := strings.Map(simplify, strings.ToLower(norm.NFKC.String(s))); utf8.ValidString(s) && got.text != want {
			t.Fatalf("%q folds to %q, want %q", s, got.text, want)
		}
		before := 0
		for i := range got.text {
			_, n := utf8.DecodeRuneInString(got.text[i:])
			p := got.source(report.Span{Start: i, End: i + n})
			if p.Start < 0 || p.End > len(s) || p.Start >= p.End || p.Start < before {
				t.Fatalf("%q: character at %d of %q leads to %v", s, i, got.text, p)
			}
			if utf8.ValidString(s) && !utf8.ValidString(p.Of(s)) {
				t.Fatalf("%q: character at %d of %q leads to %q", s, i, got.text, p.Of(s))
			}
			before = p.Start
		}
	})
}
