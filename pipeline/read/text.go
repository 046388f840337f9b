package read

import (
	"context"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// readText reads plain text: every line as it stands, empty ones too.
func readText(_ context.Context, d *document) error {
	d.out.layout = report.LayoutUnknown
	d.out.raw.Grow(len(d.text) + 1) // and the end of a last line without one
	for line := range lines(d.text) {
		d.out.line(line, report.Line{})
	}
	return nil
}

// lines yields the lines of a text without their ends, which may be LF, CR,
// CRLF, CR CR LF (a CRLF file sent through a text-mode copy), a form feed or
// one of Unicode's own. The end of the text ends no further line.
func lines(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for text != "" {
			end := indexLineEnd(text)
			if end < 0 {
				yield(text)
				return
			}
			if !yield(text[:end]) {
				return
			}
			text = text[end+lineEnd(text[end:]):]
		}
	}
}

// indexLineEnd returns where the first line end of a text begins, -1 for none.
// Every line end begins as a control character does.
func indexLineEnd(text string) int {
	for i := nextControl(text, 0); i < len(text); i = nextControl(text, i+1) {
		if r, _ := utf8.DecodeRuneInString(text[i:]); isLineEnd(r) {
			return i
		}
	}
	return -1
}

// lineEnd returns the length of the line end that s begins with.
func lineEnd(s string) int {
	for _, end := range []string{"\r\r\n", "\r\n", "\u0085", "\u2028", "\u2029"} {
		if strings.HasPrefix(s, end) {
			return len(end)
		}
	}
	return 1
}
