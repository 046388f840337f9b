package report

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Layout says what a line of a Source is.
type Layout string

const (
	// LayoutParagraphs: every line is a whole paragraph or heading (DOCX, HTML).
	LayoutParagraphs Layout = "paragraphs"
	// LayoutVisual: lines are as they stand on the page; paragraphs run over
	// several of them (PDF, OFD, OCR).
	LayoutVisual Layout = "visual"
	// LayoutUnknown: a person or a program made the lines and may have broken
	// paragraphs anywhere (TXT, Markdown made from PDF).
	LayoutUnknown Layout = "unknown"
)

// Source is what a reader makes of a document's bytes: its text exactly as it
// stood, page by page and line by line, nothing repaired.
type Source struct {
	Name     string    // base name of the file as it was given
	Format   string    // txt, markdown, pdf, docx, ...: by content, not extension
	Hash     string    // SHA-256 of the bytes, hexadecimal
	Layout   Layout    // what a line is
	Raw      string    // all text, valid UTF-8 without NUL; pages and lines are spans of it
	Pages    []Page    // in order; at least one. Formats without pages have one with Number 0
	Problems []Problem // what a person should look at, though reading went on
}

// Page is one page of a source.
type Page struct {
	Number  int     // from 1 as in the file; 0 where the format has no pages
	Quality Quality // verdict on the page's text
	Reason  string  // why it is not good, in English; empty otherwise
	Width   float64 // in points; 0 if not known
	Height  float64
	Lines   []Line // in reading order
}

// Role is what the format itself says a line is. Where a format says nothing
// (TXT, PDF) it is RoleBody and structure finds out from the words.
type Role string

// The roles a reader can know from the format.
const (
	RoleBody    Role = ""
	RoleTitle   Role = "title"   // Word's Title style, HTML h1 of the article
	RoleHeading Role = "heading" // Level is the outline level, from 1
	RoleRow     Role = "row"     // a table row: Cells are its cells
	RoleNote    Role = "note"    // footnote or endnote
	RoleHeader  Role = "header"  // running header, footer or page number
)

// Line is one line of a page: Raw[Span.Start:Span.End], without its line end.
type Line struct {
	Span  Span
	Role  Role
	Level int     // of a heading; 0 otherwise
	Table int     // of a row: number of its table in the source, from 1
	Cells []Span  // of a row: one span of Raw a cell, separated in Raw by one tab
	Box   Box     // where it stands on the page; zero if not known
	Size  float64 // font size in points; 0 if not known
	Bold  bool    // the whole line
}

// Box is a rectangle on a page, in points from the top left corner.
type Box struct {
	X, Y, Width, Height float64
}

// Quality is the verdict on a page's text.
type Quality string

// Verdicts on a page. An unreadable page has no lines: garbage is never text.
const (
	Good       Quality = "good"
	Doubtful   Quality = "doubtful"
	OCR        Quality = "ocr"
	Unreadable Quality = "unreadable"
)

// ID returns the id of the report made from the source: the first 12
// hexadecimal digits of its hash.
func (s *Source) ID() string { return s.Hash[:min(12, len(s.Hash))] }

// PlainSource returns a text as a source without pages: what a reader makes of
// a plain text file. raw is valid UTF-8 without NUL.
func PlainSource(name, raw string) *Source {
	sum := sha256.Sum256([]byte(raw))
	s := &Source{Name: name, Format: "txt", Hash: hex.EncodeToString(sum[:]), Layout: LayoutUnknown, Raw: raw}
	page := Page{Quality: Good}
	for start := 0; start <= len(raw); {
		end := len(raw)
		if i := strings.IndexByte(raw[start:], '\n'); i >= 0 {
			end = start + i
		}
		page.Lines = append(page.Lines, Line{Span: Span{Start: start, End: end}})
		start = end + 1
	}
	s.Pages = []Page{page}
	return s
}
