// Package structure finds out what a repaired text says of itself: its title,
// the office that speaks, the kind of document, the years it looks back on and
// forward to, its headings, its halves (what was done, what is planned), what
// words of time mean in each section, and its tables. What the text does not
// tell stays empty and is listed as a problem: nothing is guessed.
package structure

import (
	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// Hints are what is known of a document from outside. What a person gave (Org,
// Kind, Year) wins over the document; the file name is asked last.
type Hints struct {
	FileName string
	Org      string
	Kind     string
	Year     int // year looked back on
}

// Outline returns the outline of a repaired text. It is pure.
func Outline(t report.Text, h Hints, lex *lexicon.Lexicon) report.Outline {
	d := newDocument(t, h, lex)
	// What kind of document it is decides how years are read; the years decide
	// which half a section belongs to.
	d.findTitle()
	d.findKind()
	d.findOrg()
	d.findHeadings()
	d.findYears()
	d.findSections()
	d.findTables()
	d.listUnknown()
	return d.out
}
