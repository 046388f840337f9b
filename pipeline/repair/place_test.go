package repair

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"taizhang/report"
)

// TestPlace holds, over all texts there are, that every character of the body
// leads back to the source character it was made from: the two are the same
// when width is folded, or one is the even form of the other's punctuation.
func TestPlace(t *testing.T) {
	lex := words(t)
	for name, text := range shared(t) {
		for _, layout := range []report.Layout{report.LayoutUnknown, report.LayoutVisual} {
			src := plain(name, text, layout)
			holdPlaces(t, name, src, Repair(src, lex))
		}
	}
}

// holdPlaces checks every character, and that the runs cover the body in order.
func holdPlaces(t testing.TB, name string, src *report.Source, got report.Text) {
	t.Helper()
	at := 0
	for _, r := range got.Runs {
		if r.Body != at {
			t.Fatalf("%s: run at %d, want %d", name, r.Body, at)
		}
		at += r.Len
	}
	if at != len(got.Body) {
		t.Fatalf("%s: runs cover %d of %d bytes", name, at, len(got.Body))
	}
	last := 0
	for i, r := range got.Body {
		p := got.Place(report.Span{Start: i, End: i + utf8.RuneLen(r)})
		from := src.Raw[p.SourceStart:p.SourceEnd]
		if p.SourceStart < last {
			t.Fatalf("%s: %q at %d goes back from %d to %d", name, r, i, last, p.SourceStart)
		}
		last = p.SourceStart
		if !same(string(r), from) {
			t.Fatalf("%s: %q at %d leads to %q", name, r, i, from)
		}
	}
}

// same tells whether a body character can have been made from the words of the source.
func same(body, source string) bool {
	source = strings.ReplaceAll(source, writtenBlank, " ")
	source = strings.Map(func(r rune) rune {
		if unseen(r) {
			return -1
		}
		return r
	}, source)
	if strings.TrimSpace(body) == "" {
		return strings.TrimSpace(source) == ""
	}
	if norm.NFKC.String(body) == norm.NFKC.String(source) {
		return true
	}
	switch body {
	case "“", "”":
		return source == "\""
	case "。":
		return source == "." || source == "．"
	case "-":
		return narrow(firstRune(source)) == '-'
	case "—":
		return strings.ContainsAny(source, "一─ー")
	}
	return false
}

// TestNothingLost holds that what repair drops is blank, furniture or residue:
// all that is left of the source, folded, stands in the body in order.
func TestNothingLost(t *testing.T) {
	lex := words(t)
	src := plain("x.txt", "一、抓项目（EPC），完成１２．５％\n办成几件事。解决问\n\n题 38 个。\n", report.LayoutUnknown)
	got := fold(Repair(src, lex).Body)
	if want := fold(src.Raw); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func fold(s string) string {
	return strings.Join(strings.Fields(norm.NFKC.String(s)), "")
}

// TestAgain holds that a repaired text needs no repair.
func TestAgain(t *testing.T) {
	lex := words(t)
	for name, text := range shared(t) {
		once := Repair(plain("x.txt", text, report.LayoutUnknown), lex).Body
		again := Repair(plain("x.txt", once, report.LayoutParagraphs), lex).Body
		if once != again {
			a, b := strings.Split(once, "\n"), strings.Split(again, "\n")
			for i := range a {
				if i >= len(b) || a[i] != b[i] {
					t.Errorf("%s: line %d: %.120q", name, i, a[i])
					break
				}
			}
		}
	}
}

// TestLongLine holds that one line of a megabyte takes no longer per byte than
// a short one: it would hang the test if it did.
func TestLongLine(t *testing.T) {
	lex := words(t)
	for _, unit := range []string{"１ ", "（", "\"", "《", "中 ", "1 ", ",", "\u200B", "— 1 —", "１，"} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		got := Repair(plain("x.txt", text, report.LayoutUnknown), lex)
		if len(got.Body) > len(text)+1 { // the end of the last line
			t.Errorf("%q: %d bytes became %d", unit, len(text), len(got.Body))
		}
	}
	many := strings.Repeat("完成投资\n", 1<<20/13)
	src := plain("x.txt", many, report.LayoutUnknown)
	Repair(src, lex)
}

func FuzzRepair(f *testing.F) {
	lex := words(f)
	for _, s := range []string{"总计 36029.5\n\n万元。", "（PM\n2.5\n）", "— 3 —\n好", "1 9 9 3年,(含)\"好\"", "\xff\n#", "１，２３４．５％"} {
		f.Add(s, byte(0))
	}
	f.Fuzz(func(t *testing.T, s string, layout byte) {
		kinds := []report.Layout{report.LayoutUnknown, report.LayoutVisual, report.LayoutParagraphs}
		name := "x.txt"
		if layout&4 != 0 {
			name = "x.md"
		}
		src := plain(name, s, kinds[int(layout&3)%len(kinds)])
		holdPlaces(t, name, src, Repair(src, lex))
	})
}
