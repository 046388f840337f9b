// Package repair makes the text of a source readable by machine: every line of
// the body becomes one paragraph, heading or table row, without the furniture of
// pages and web pages, evened in width, blanks and punctuation. Nothing is lost:
// every step is a list of edits, and Text.Place leads back through all of them.
package repair

import (
	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// step is one repair: it looks at the text so far and says what to change.
// Edits are in order and do not overlap.
type step struct {
	name  string
	edits func(t report.Text, w *work) []report.Edit
}

// steps is the order of repair. A step may rely on all before it.
var steps = []step{
	// Characters first, so that all later steps see one spelling of each.
	{"invisible", invisible},
	{"markup", markup},
	{"width", width},
	// Furniture before joining: it stands between the halves of sentences.
	{"furniture", furniture},
	{"residue", residue},
	// Joining needs the indents and blank lines that the next steps remove.
	{"join", join},
	{"blanks", blanks},
	// Punctuation looks at its neighbours, so blanks must be gone.
	{"punctuation", punctuation},
	{"empty", empty},
	// Repetition compares whole paragraphs, so they must be finished.
	{"repeated", repeated},
}

// Repair returns the repaired text of a source. It is pure and takes time
// linear in the length of the source.
func Repair(src *report.Source, lex *lexicon.Lexicon) report.Text {
	t := report.NewText(src)
	w := newWork(src, lex)
	for _, s := range steps {
		t = t.Apply(s.edits(t, w))
	}
	return t
}
