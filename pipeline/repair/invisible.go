package repair

import (
	"strings"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// writtenBlank is a no-break space that a crawler wrote out as words.
const writtenBlank = "<U+00A0>"

// invisible drops what no reader sees: zero-width characters, byte order
// marks, soft hyphens, controls. A no-break space written out becomes a blank.
func invisible(t report.Text, w *work) []report.Edit {
	var edits []report.Edit
	for i := 0; i < len(t.Body); {
		b := t.Body[i]
		if inChinese(b) {
			i += len("一")
			continue
		}
		if b >= ' ' && b < utf8.RuneSelf && b != '<' {
			i++
			continue
		}
		r, size := lexicon.Rune(t.Body[i:])
		switch {
		case unseen(r):
			edits = append(edits, report.Edit{Span: report.Span{Start: i, End: i + size}})
		case r == '<' && strings.HasPrefix(t.Body[i:], writtenBlank):
			p := report.Span{Start: i, End: i + len(writtenBlank)}
			edits = append(edits, report.Edit{Span: p, With: " "})
		}
		i += size
	}
	return edits
}

func unseen(r rune) bool {
	switch {
	case r >= 0x200B && r <= 0x200F, r == 0xFEFF, r == 0x00AD:
		return true
	case r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F: // directions, joiners
		return true
	case r == 0x034F, r == 0x180E, r == 0x3164, r == 0xFFFC: // fillers, a picture's place
		return true
	case r < 0x20 && r != '\n' && r != '\t' && r != '\r':
		return true
	case r >= 0xFE00 && r <= 0xFE0F: // variation selectors
		return true
	}
	return false
}
