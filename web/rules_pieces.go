package web

import (
	"strings"

	"taizhang/pipeline"
)

// piecesOf cuts a sentence at what was recognised in it. The mentions come in the
// order of the text; one that lies in another is left to it.
func piecesOf(e pipeline.Explanation) []piece {
	var out []piece
	rest := e.Sentence
	for _, m := range e.Mentions {
		before, after, found := strings.Cut(rest, m.Words)
		if !found {
			continue
		}
		if before != "" {
			out = append(out, piece{Text: before})
		}
		out = append(out, piece{m.Words, pipeline.SlotName(m.Type)})
		rest = after
	}
	if rest != "" {
		out = append(out, piece{Text: rest})
	}
	return out
}
