package repair

import (
	"strings"

	"taizhang/report"
)

// markup drops the marks of Markdown where the reader left them: # > at the
// head of a line, ** and __ around words.
func markup(t report.Text, w *work) []report.Edit {
	if !w.markdown {
		return nil
	}
	var edits []report.Edit
	for _, l := range w.lines(t) {
		edits = append(edits, lineMarkup(l)...)
	}
	return edits
}

func lineMarkup(l line) []report.Edit {
	var edits []report.Edit
	at, text := l.body.Start, l.text
	if lead := leadMarkup(text); lead > 0 {
		edits = append(edits, report.Edit{Span: report.Span{Start: l.span.Start, End: at + lead}})
		at, text = at+lead, text[lead:]
	}
	for i := 0; i+1 < len(text); i++ {
		if pair := text[i : i+2]; pair == "**" || pair == "__" {
			edits = append(edits, report.Edit{Span: report.Span{Start: at + i, End: at + i + 2}})
			i++
		}
	}
	return edits
}

// leadMarkup returns the length of the # or > and the blanks at the head.
func leadMarkup(text string) int {
	rest := strings.TrimLeft(text, "#>")
	if rest == text || rest != "" && !isBlank(firstRune(rest)) {
		return 0
	}
	return len(text) - len(strings.TrimLeftFunc(rest, isBlank))
}
