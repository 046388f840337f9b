package main

import (
	"bufio"
	"bytes"
	"strings"
	"testing"

	"taizhang/report"
)

// TestBeside holds that columns line up, whatever the widths of characters,
// and that what was changed shows.
func TestBeside(t *testing.T) {
	raw := "\u200B投资36\n万元，增长8.5％。\n— 2 —\n"
	text := report.NewText(report.PlainSource("a.txt", raw))
	for _, e := range [][2]string{{"\u200B", ""}, {"\n万", "万"}, {"％", "%"}, {"— 2 —\n", ""}} {
		i := strings.Index(text.Body, e[0])
		text = text.Apply([]report.Edit{{Span: report.Span{Start: i, End: i + len(e[0])}, With: e[1]}})
	}
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	for _, row := range text.Align(raw) {
		printBeside(w, row, raw, text.Body, 12)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	got := strings.NewReplacer(red, "[", green, "{", plain, "/").Replace(out.String())
	want := strings.Join([]string{
		"[▯/投资36[⏎/     | 投资36{万/元，",
		"[万/元，增长8. | 增长8.5{%/。",
		"5[％/。        | ",
		"[—/[ /[2/[ /[—/[⏎/       < ", "",
	}, "\n")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
