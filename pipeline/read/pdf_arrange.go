package read

import (
	"strings"

	"taizhang/report"
)

// arrange makes lines of the rows of a page.
func arrange(rows [][]segment) []visualLine {
	var out []visualLine
	for _, r := range rows {
		out = append(out, oneLine(r))
	}
	return out
}

// oneLine joins the segments of a row by blanks.
func oneLine(r []segment) visualLine {
	texts := make([]string, len(r))
	box := r[0].box
	for i, s := range r {
		texts[i] = s.text
		box = union(box, s.box)
	}
	return visualLine{
		text: strings.Join(texts, " "), first: r[0].first, last: r[len(r)-1].last,
		line: report.Line{Box: box},
	}
}
