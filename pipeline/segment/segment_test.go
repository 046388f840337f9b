package segment

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"taizhang/report"
)

// shared loads the dictionary once for all tests of the package.
var shared = sync.OnceValues(func() (*Segmenter, error) {
	return New(filepath.Join(os.TempDir(), "taizhang-test"), "临江区重建中心", "县政府")
})

func segmenter(t testing.TB) *Segmenter {
	t.Helper()
	s, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func words(text string, spans []report.Span) string {
	var out []string
	for _, p := range spans {
		out = append(out, p.Of(text))
	}
	return strings.Join(out, "/")
}

func TestCut(t *testing.T) {
	s := segmenter(t)
	for _, c := range []struct{ text, want string }{
		{"整改率达97%", "整改/率/达/97/%"},
		{"总计金额36029.5万元", "总计/金额/36029.5/万元"},
		{"开展BIM培训", "开展/BIM/培训"},
		{"由临江区重建中心负责", "由/临江区重建中心/负责"},
		{"县政府与省政府", "县政府/与/省政府"},
		{"前\x00后", "前/\x00/后"},
		{"", ""},
	} {
		if got := words(c.text, s.Cut(c.text)); got != c.want {
			t.Errorf("Cut(%q) = %s, want %s", c.text, got, c.want)
		}
	}
}

func TestCutCoversInvalidText(t *testing.T) {
	s := segmenter(t)
	text := "前面的文字\xff\xfe后面的文字"
	spans := s.Cut(text)
	if len(spans) == 0 || spans[0].Start != 0 || spans[len(spans)-1].End != len(text) {
		t.Errorf("Cut of invalid UTF-8 = %v, want words from 0 to %d", spans, len(text))
	}
}

func TestSearchStacksSubWords(t *testing.T) {
	s := segmenter(t)
	text := "完成固定资产投资"
	at := map[string]int{}
	for _, w := range s.Search(text) {
		at[w.Span.Of(text)] = w.Position
	}
	if at["完成"] != 1 || at["固定资产"] != 2 || at["固定"] != 2 || at["投资"] != 3 {
		t.Errorf("positions %v: sub-words must have the position of their word", at)
	}
}

func TestSentences(t *testing.T) {
	s := segmenter(t)
	for _, c := range []struct{ body, want string }{
		{"完成一项。开工两项；竣工三项", "完成一项。|开工两项；|竣工三项"},
		{"坚持（一是快。二是好。）推进。完成。", "坚持（一是快。二是好。）推进。|完成。"},
		{"他说“好。”然后走了。", "他说“好。”然后走了。"},
		{"一、标题\n　　正文。", "一、标题|正文。"},
		{"未闭合（括号。后文。", "未闭合（括号。|后文。"},
	} {
		var got []string
		for _, x := range s.Sentences(report.Text{Body: c.body}, report.Outline{}) {
			got = append(got, x.Span.Of(c.body))
			if len(x.Tokens) == 0 {
				t.Errorf("%q: no words in %q", c.body, x.Span.Of(c.body))
			}
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("Sentences(%q) = %s, want %s", c.body, g, c.want)
		}
	}
}

func TestSentencesOfTable(t *testing.T) {
	s := segmenter(t)
	body := "项目\t数量\n学位\t2700个\n"
	at := func(w string) report.Span {
		i := strings.Index(body, w)
		return report.Span{Start: i, End: i + len(w)}
	}
	columns := []report.Column{{Name: "项目", Role: report.ColumnName}, {Name: "数量"}}
	o := report.Outline{Tables: []report.Table{{Head: 1, Columns: columns, Rows: []report.Row{
		{Span: report.Span{Start: 0, End: 13}, Cells: []report.Span{at("项目"), at("数量")}},
		{Span: report.Span{Start: 14, End: len(body) - 1}, Cells: []report.Span{at("学位"), at("2700个")}},
	}}}}
	got := s.Sentences(report.Text{Body: body}, o)
	last := got[len(got)-1]
	if len(got) != 4 || last.Cell == nil || *last.Cell != (report.Cell{Table: 1, Row: "学位", Column: "数量"}) {
		t.Errorf("last of %d sentences has cell %+v", len(got), last.Cell)
	}
}

func TestUnpackedDictionaryIsRepaired(t *testing.T) {
	dir := t.TempDir()
	files := map[string][]byte{"a": []byte("whole")}
	p := filepath.Join(dir, "dict-x")
	if err := write(p, files); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(p, "a"), []byte("who"), 0o644); err != nil {
		t.Fatal(err)
	}
	if sound(p, files) {
		t.Fatal("a truncated dictionary is called sound")
	}
	if err := write(p, files); err != nil || !sound(p, files) {
		t.Errorf("after writing again: sound = false, err = %v", err)
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("完成（一项。“开工”；\x00\xff")
	s := segmenter(f)
	f.Fuzz(func(t *testing.T, body string) {
		var last int
		for _, x := range s.Sentences(report.Text{Body: body}, report.Outline{}) {
			if x.Span.Start < last || x.Span.End > len(body) || x.Span.Start >= x.Span.End {
				t.Fatalf("sentence %v of %d bytes after %d", x.Span, len(body), last)
			}
			last = x.Span.End
			if !slices.IsSortedFunc(x.Tokens, func(a, b report.Token) int { return a.Span.Start - b.Span.Start }) {
				t.Fatal("words out of order")
			}
		}
	})
}
