package web

import (
	"taizhang/report"
)

// stretch is a piece of a text, marked or not.
type stretch struct {
	Text   string
	Marked bool
}

// stretches cuts a text at the spans that are to be marked, which are in order.
// Spans that do not fit the text are left out.
func stretches(text string, marked []report.Span) []stretch {
	var out []stretch
	at := 0
	for _, p := range marked {
		if p.Start < at || p.End <= p.Start || p.End > len(text) {
			continue
		}
		if p.Start > at {
			out = append(out, stretch{text[at:p.Start], false})
		}
		out = append(out, stretch{p.Of(text), true})
		at = p.End
	}
	if at < len(text) {
		out = append(out, stretch{text[at:], false})
	}
	return out
}
