package structure

import (
	"strings"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// document is a text while its outline is made.
type document struct {
	text  report.Text
	hints Hints
	lex   *lexicon.Lexicon
	lines []line
	front int // number of lines of the title block
	top   int // class of the numbered headings that divide the document
	given int // year in which it was read out; 0 unknown
	out   report.Outline

	numbers []lexicon.Shape // of headings
	timely  runeBits        // what words of time can begin with
}

// line is a line of the body: one paragraph, heading or table row.
type line struct {
	span   report.Span // without the line end
	text   string
	source *report.Line // nil if not known

	// of a heading
	head   int // bytes of the line that are the heading; 0: none
	class  int // rank of its numbering, see unnumbered
	number int
	level  int // of a heading without number: as the format says; 0 if it does not
}

func newDocument(t report.Text, h Hints, lex *lexicon.Lexicon) *document {
	d := &document{text: t, hints: h, lex: lex, numbers: lex.Shapes("标题序号")}
	at := 0
	for s := range strings.SplitAfterSeq(t.Body, "\n") {
		p := report.Span{Start: at, End: at + len(strings.TrimSuffix(s, "\n"))}
		if p.Len() > 0 {
			d.lines = append(d.lines, line{span: p, text: p.Of(t.Body), source: t.SourceLine(p.Start)})
		}
		at += len(s)
	}
	d.front = d.frontLines()
	d.timely = timely(lex)
	return d
}

func (l line) role() report.Role {
	if l.source == nil {
		return report.RoleBody
	}
	return l.source.Role
}

func (l line) runes() int { return lexicon.Length(l.text) }

func (l line) longer(n int) bool { return lexicon.Longer(l.text, n) }

const (
	frontMost    = 15 // lines of the longest title block
	paragraph    = 80 // characters that make a line running text
	titleMost    = 60 // characters of the longest line of a title
	headMost     = 60 // characters of the longest heading
	runInMost    = 45 // characters of the longest run-in lead
	plainMost    = 45 // characters of the longest heading without number
	appendixMost = 30 // characters of the longest heading of an appendix
	callingMost  = 16 // characters of the longest salutation
	signedMost   = 30 // characters of the longest line with office and day
	dayMost      = 12 // characters of the longest day: 二〇一二年十二月二十八日
	paired       = 5  // paragraphs of the text that may name two years of a plan
)

// frontLines returns how many lines stand before the text proper: up to a
// salutation, a numbered heading or running text.
func (d *document) frontLines() int {
	titled := false // the whole title has been read
	for i, l := range d.lines {
		if i >= frontMost || l.longer(paragraph) || d.opensText(l.text) {
			return i
		}
		if _, _, ok := d.number(l.text); ok {
			return i
		}
		if titled && (l.role() == report.RoleHeading || d.dividing(l.text)) {
			return i
		}
		titled = titled || l.role() == report.RoleTitle || d.officeIn(l.text) != "" && d.namesKind(l.text)
	}
	return min(len(d.lines), frontMost)
}

// opensText tells whether a line begins the speech: 各位代表：, 现在，我代表….
func (d *document) opensText(text string) bool {
	return hasPrefix(text, d.lex.Words("称呼")) || contains(text, d.lex.Words("开场词"))
}

// isCalling tells whether a line only addresses the listeners: 各位代表：
func (d *document) isCalling(text string) bool {
	if lexicon.Longer(text, callingMost) {
		return false
	}
	return hasPrefix(text, d.lex.Words("称呼"))
}

// know writes down a field's value and the words that prove it.
func (d *document) know(field, value, from, quote string) {
	e := report.Evidence{Field: field, Value: value, From: from, Quote: quote}
	if quote == d.out.Title && d.out.TitleSpan.Len() > 0 {
		e.Span = d.out.TitleSpan
	} else if i := strings.Index(d.text.Body, quote); quote != "" && i >= 0 && (from == "title" || from == "text") {
		e.Span = report.Span{Start: i, End: i + len(quote)}
	}
	d.out.Evidence = append(d.out.Evidence, e)
}

func (d *document) problem(code, message, hint string) {
	d.out.Problems = append(d.out.Problems, report.Problem{Code: code, Message: message, Hint: hint})
}

// listUnknown lists what the document does not tell.
func (d *document) listUnknown() {
	if d.out.Org == "" {
		d.problem("org_unknown", "the text does not say which office speaks", "give it with --org")
	}
	if d.out.Reviewed == 0 && d.out.Planned == 0 {
		d.problem("year_unknown", "neither title, text nor file name says which year is meant", "give it with --year")
	}
	if d.out.Kind == "" {
		d.problem("kind_unknown", "the text does not say what kind of document it is", "give it with --kind")
	}
}
