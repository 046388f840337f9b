package repair

import "taizhang/report"

// empty drops empty lines and gives the last line its end.
func empty(t report.Text, w *work) []report.Edit {
	var edits []report.Edit
	for _, l := range w.lines(t) {
		if l.empty() {
			end := min(l.span.End+1, len(t.Body))
			edits = append(edits, report.Edit{Span: report.Span{Start: l.span.Start, End: end}})
		}
	}
	if n := len(t.Body); n > 0 && t.Body[n-1] != '\n' {
		last := report.Span{Start: n, End: n}
		if k := len(edits); k == 0 || edits[k-1].Span.End < n {
			edits = append(edits, report.Edit{Span: last, With: "\n"})
		}
	}
	return edits
}
