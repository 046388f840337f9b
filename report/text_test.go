package report

import (
	"strings"
	"testing"
)

// source makes a source of pages, each a list of lines.
func source(pages ...[]string) *Source {
	s := &Source{}
	for i, lines := range pages {
		p := Page{Number: i + 1}
		for _, l := range lines {
			start := len(s.Raw)
			s.Raw += l + "\n"
			p.Lines = append(p.Lines, Line{Span: Span{start, start + len(l)}})
		}
		s.Pages = append(s.Pages, p)
	}
	return s
}

// edit replaces the first old of the body.
func edit(t Text, old, with string) Text {
	i := strings.Index(t.Body, old)
	return t.Apply([]Edit{{Span{i, i + len(old)}, with}})
}

func TestPlaceLeadsThroughEveryStep(t *testing.T) {
	src := source([]string{"总计金额 ３６０２９．５"}, []string{"", "万元。"})
	text := NewText(src)
	text = edit(text, "\n\n", "")            // the page break
	text = edit(text, " ３６０２９．５", "36029.5") // width and blank at once
	text = edit(text, "总计", "总计")            // a rewrite to the same words
	want := "36029.5万元"
	at := strings.Index(text.Body, want)
	if at < 0 {
		t.Fatalf("body %q", text.Body)
	}
	p := text.Place(Span{at, at + len(want)})
	if got := src.Raw[p.SourceStart:p.SourceEnd]; got != " ３６０２９．５\n\n万元" {
		t.Errorf("place leads to %q", got)
	}
	if p.Page != 1 || text.Place(Span{len(text.Body) - 2, len(text.Body) - 1}).Page != 2 {
		t.Errorf("pages: %+v", p)
	}
	whole, ok := text.BodySpan(Span{p.SourceStart, p.SourceEnd})
	if !ok || whole.Of(text.Body) != want {
		t.Errorf("way there and back: %q", whole.Of(text.Body))
	}
	if line := text.SourceLine(at); line == nil || line.Span.Of(src.Raw) != "总计金额 ３６０２９．５" {
		t.Errorf("source line %+v", line)
	}
}

func FuzzApply(f *testing.F) {
	f.Add("第一行\n第二行", 3, 4, "", 1, 2, "xy")
	f.Fuzz(func(t *testing.T, raw string, a, b int, w1 string, c, d int, w2 string) {
		text := NewText(source(strings.Split(raw, "\n")))
		for _, e := range []Edit{{Span{a, b}, w1}, {Span{c, d}, w2}} {
			n := len(text.Body)
			if e.Span.Start < 0 || e.Span.End < e.Span.Start || e.Span.End > n {
				continue
			}
			want := text.Body[:e.Span.Start] + e.With + text.Body[e.Span.End:]
			if text = text.Apply([]Edit{e}); text.Body != want {
				t.Fatalf("body %q, want %q", text.Body, want)
			}
			covered := 0
			for _, r := range text.Runs {
				if r.Body != covered {
					t.Fatalf("runs %+v leave a gap at %d", text.Runs, covered)
				}
				covered += r.Len
			}
			if covered != len(text.Body) {
				t.Fatalf("runs cover %d of %d", covered, len(text.Body))
			}
		}
	})
}
