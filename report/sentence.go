package report

// Sentence is a stretch of the body up to 。！？； or the end of its paragraph
// or table cell.
type Sentence struct {
	Span      Span
	Section   int // index in Outline.Sections
	Paragraph int // number of the body line it stands on, from 0
	Tokens    []Token
	Mentions  []Mention // filled by recognise, in order of start
	Cell      *Cell     // set in a table
}

// Token is a word of the body.
type Token struct {
	Span Span
}

// Cell names the place of a table cell.
type Cell struct {
	Table  int    `json:"table"`  // from 1
	Row    string `json:"row"`    // name of the row: the first cell that names it
	Column string `json:"column"` // name of the column: its head

	Role      CellRole `json:"-"`
	Unit      string   `json:"-"` // what the unit column of the row says
	TableUnit string   `json:"-"` // what stands above the table: 单位：万元
}

// CellRole is what a cell is for.
type CellRole string

// Roles of cells.
const (
	CellValue CellRole = ""     // says something
	CellLabel CellRole = "name" // head or name of a row
	CellNote  CellRole = "note" // its bare numbers count nothing
	CellNone  CellRole = "none" // unit, 序号: nothing in it counts
)

// Document is a text on its way through the stages: its outline, and its
// sentences with what was recognised in them.
type Document struct {
	Text      Text
	Outline   Outline
	Sentences []Sentence
}

// Anchor returns the anchor of the sentence's section.
func (d Document) Anchor(s Sentence) Anchor {
	if s.Section < 0 || s.Section >= len(d.Outline.Sections) {
		return Anchor{}
	}
	return d.Outline.Sections[s.Section].Anchor
}

// Part returns the part of the report the sentence stands in.
func (d Document) Part(s Sentence) Part {
	if s.Section < 0 || s.Section >= len(d.Outline.Sections) {
		return OtherPart
	}
	return d.Outline.Sections[s.Section].Part
}
