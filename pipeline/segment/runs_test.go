package segment

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"taizhang/report"
)

func fill(s *Segmenter, text string, mentions ...report.Mention) string {
	list := []report.Sentence{{Span: report.Span{End: len(text)}, Mentions: mentions}}
	s.Fill(nil, text, list, func(*report.Sentence) bool { return true })
	var out []string
	for _, t := range list[0].Tokens {
		out = append(out, t.Span.Of(text))
	}
	return strings.Join(out, "/")
}

// Cutting run by run gives the words of cutting it whole, also where an index has
// had the runs cut before.
func TestFillCutsLikeCut(t *testing.T) {
	s := segmenter(t)
	for _, text := range []string{
		"整改率达97%，总计金额36029.5万元（含税）。", "开展BIM培训、卡拉OK和T恤衫展销", "由临江区重建中心负责：县政府配合",
		"前\x00后\xff又\xfe一句", "，、。", "A股12.5点B超3次", "㐀字与𠮷字", "",
	} {
		want := words(text, s.Cut(text))
		if got := fill(s, text); got != want {
			t.Errorf("Fill(%q) = %s, want %s", text, got, want)
		}
		s.Search(text)
		if got := fill(s, text); got != want {
			t.Errorf("Fill(%q) of what is known = %s, want %s", text, got, want)
		}
	}
}

// What is inside a mention is left in one piece, but for quotes.
func TestFillLeavesMentionsWhole(t *testing.T) {
	s := segmenter(t)
	text := "投资3亿人民币整修“百年老桥”工程"
	at := func(w string) report.Span {
		i := strings.Index(text, w)
		return report.Span{Start: i, End: i + len(w)}
	}
	title := report.Mention{Type: report.MentionTitle, Span: at("“百年老桥”")}
	quote := report.Mention{Type: report.MentionQuote, Span: at("“百年老桥”")}
	if got, want := fill(s, text, title), "百年老桥/”"; !strings.Contains(got, want) {
		t.Errorf("with a title: %s, want %s in it", got, want)
	}
	if got, want := fill(s, text, quote), words(text, s.Cut(text)); got != want {
		t.Errorf("with a quote: %s, want %s", got, want)
	}
}

// Many sentences are cut in several calls; each gets its own words.
func TestFillManySentences(t *testing.T) {
	s := segmenter(t)
	text := strings.Repeat("完成投资12亿元，比上年增长3.5%。", 400)
	list := Sentences(nil, report.Text{Body: text}, report.Outline{})
	s.Fill(nil, text, list, func(x *report.Sentence) bool { return x.Span.Start > 0 })
	if len(list) != 400 || list[0].Tokens != nil {
		t.Fatalf("%d sentences, the first with %d words, want 400 and none", len(list), len(list[0].Tokens))
	}
	want := fmt.Sprint(len(s.Cut(list[0].Span.Of(text))))
	for _, x := range list[1:] {
		if got := fmt.Sprint(len(x.Tokens)); got != want || x.Tokens[0].Span.Start != x.Span.Start {
			t.Fatalf("%s words from %v on, want %s from %v on", got, x.Tokens[0].Span, want, x.Span)
		}
	}
}

// inWords names what dictionary words are made of besides Chinese characters.
func TestDictionaryHoldsNoOtherCharacters(t *testing.T) {
	files, err := unpacked()
	if err != nil {
		if _, missing := os.Stat("dict/jieba.dict.utf8.gz"); missing != nil {
			t.Skip("no dictionary in this folder; make build puts it there")
		}
		t.Fatal(err)
	}
	for line := range strings.Lines(string(files["jieba.dict.utf8"])) {
		word, _, _ := strings.Cut(line, " ")
		if utf8.RuneCountInString(word) < 2 {
			continue
		}
		for _, r := range word {
			if !(r >= 0x3400 && r <= 0x9fff) && !strings.ContainsRune(inWords, r) {
				t.Errorf("%q of the dictionary holds %q, which inWords does not name", word, r)
			}
		}
	}
}

func FuzzFill(f *testing.F) {
	f.Add("整改率达97%，T恤\x00\xff卡拉OK")
	s := segmenter(f)
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := strings.ReplaceAll(fill(s, text), "/", ""), strings.ReplaceAll(text, "/", ""); got != want {
			t.Fatalf("words of %q do not cover it: %q", text, got)
		}
	})
}
