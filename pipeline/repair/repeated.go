package repair

import (
	"unicode/utf8"

	"taizhang/report"
)

// toldTwice is how many characters in a row must have been said before, word
// for word, for the second telling to be a copy and no coincidence.
const toldTwice = 300

// repeated drops the second and later tellings of a text: a saved web page
// often holds its article several times over. Table rows may well repeat.
func repeated(t report.Text, w *work) []report.Edit {
	lines := w.lines(t)
	seen := map[string]bool{}
	var edits []report.Edit
	start, size := 0, 0
	flush := func(end int) {
		if size >= toldTwice {
			for _, l := range lines[start:end] {
				cut := report.Span{Start: l.span.Start, End: min(l.span.End+1, len(t.Body))}
				edits = append(edits, report.Edit{Span: cut})
			}
		}
		start, size = end+1, 0
	}
	for i, l := range lines {
		if l.row() || !seen[l.text] {
			flush(i)
			seen[l.text] = true
			continue
		}
		size += utf8.RuneCountInString(l.text)
	}
	flush(len(lines))
	return edits
}
