package repair

import (
	"slices"
	"strings"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// residueLine is the longest line, in characters, that a beginning alone
// shows to be residue; a longer one is running text.
const residueLine = 60

// residue drops what a saved web page leaves around a document: buttons,
// breadcrumbs, source lines, and what follows the document's end.
func residue(t report.Text, w *work) []report.Edit {
	lines := w.lines(t)
	end := w.trailer(lines)
	var edits []report.Edit
	for i, l := range lines {
		if i >= end || !l.empty() && !l.row() && !l.heading() && w.isResidue(l.text) {
			edits = append(edits, report.Edit{Span: l.body})
		}
	}
	return edits
}

func (w *work) isResidue(text string) bool {
	text = strings.ReplaceAll(text, ":", "：")
	if slices.Contains(w.whole, text) {
		return true
	}
	if lexicon.Longer(text, residueLine) {
		return false
	}
	for _, lead := range w.leads {
		if strings.HasPrefix(text, lead) {
			return true
		}
	}
	for _, word := range w.inside {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// trailer returns the index of the first line that no longer belongs to the
// document: a trailer in the last tenth of the text, or len(lines).
func (w *work) trailer(lines []line) int {
	if len(lines) == 0 {
		return 0
	}
	total := lines[len(lines)-1].span.End
	for i, l := range lines {
		if l.span.Start < total-max(total/10, 1500) || lexicon.Longer(l.text, residueLine) {
			continue
		}
		for _, lead := range w.trailers {
			if strings.HasPrefix(l.text, lead) {
				return i
			}
		}
	}
	return len(lines)
}
