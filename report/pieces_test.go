package report

import (
	"fmt"
	"strings"
	"testing"
)

// shown writes pieces as people read them.
func shown(t Text, raw string) string {
	var out strings.Builder
	for _, row := range t.Align(raw) {
		for _, p := range row.Pieces {
			fmt.Fprintf(&out, "%s %q %q; ", p.Change, p.Source.Of(raw), p.Body.Of(t.Body))
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func TestAlign(t *testing.T) {
	raw := "— 1 —\n投资3 6\n\n万元，\n增长。\n\n完\n"
	src := PlainSource("a.txt", raw)
	text := NewText(src)
	edit := func(old, with string) {
		i := strings.Index(text.Body, old)
		text = text.Apply([]Edit{{Span{i, i + len(old)}, with}})
	}
	edit("— 1 —\n", "")
	edit("3 6", "36")
	edit("\n\n万", "万")
	edit("，\n", "；")
	edit("。\n\n", "。\n")
	want := `dropped "— 1 —\n" ""; 
kept "投资" "投资"; rewritten "3 6" "36"; rewritten "\n\n万" "万"; kept "元" "元"; rewritten "，\n" "；"; kept "增长" "增长"; rewritten "。\n\n" "。\n"; 
kept "完\n" "完\n"; 
`
	if got := shown(text, raw); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	cut := NewText(src)
	for _, old := range []string{"\n\n", "\n增", "\n完"} {
		i := strings.LastIndex(cut.Body, old)
		cut = cut.Apply([]Edit{{Span: Span{i, i + 1}}})
	}
	i := strings.Index(cut.Body, "，")
	cut = cut.Apply([]Edit{{Span{i, i + 3}, "；"}, {Span{len(cut.Body), len(cut.Body)}, "\n"}})
	want = `kept "— 1 —\n" "— 1 —\n"; 
kept "投资3 6\n" "投资3 6\n"; 
kept "\n" "\n"; 
kept "万元" "万元"; rewritten "，" "；"; joined "\n" ""; kept "增长。" "增长。"; joined "\n\n" ""; kept "完\n" "完\n"; 
inserted "" "\n"; 
`
	if got := shown(cut, raw); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// FuzzPieces holds that pieces cover source and body whole and in order.
func FuzzPieces(f *testing.F) {
	f.Add("投资3 6\n\n万元，\n增长。", uint16(2), uint16(5), "、", uint16(9), uint16(1), "")
	f.Fuzz(func(t *testing.T, raw string, a, n uint16, with string, b, m uint16, other string) {
		raw, with, other = strings.ToValidUTF8(raw, ""), strings.ToValidUTF8(with, ""), strings.ToValidUTF8(other, "")
		text := NewText(PlainSource("a.txt", raw))
		for _, e := range []Edit{{Span{int(a), int(a) + int(n)}, with}, {Span{int(b), int(b) + int(m)}, other}} {
			e.Span.Start = min(e.Span.Start, len(text.Body))
			e.Span.End = min(e.Span.End, len(text.Body))
			text = text.Apply([]Edit{e})
		}
		source, body := 0, 0
		for _, row := range text.Align(raw) {
			for _, p := range row.Pieces {
				if p.Source.Start != source || p.Body.Start != body {
					t.Fatalf("%+v after %d and %d", p, source, body)
				}
				if p.Change == Kept && p.Source.Of(raw) != p.Body.Of(text.Body) {
					t.Fatalf("%+v is not kept", p)
				}
				source, body = p.Source.End, p.Body.End
			}
		}
		if source != len(raw) || body != len(text.Body) {
			t.Fatalf("covered %d of %d and %d of %d", source, len(raw), body, len(text.Body))
		}
	})
}
