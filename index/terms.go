package index

import (
	"strings"

	"github.com/blevesearch/bleve/v2/document"

	"taizhang/report"
)

// terms are what Bleve is to propose a report by. They are put together, each
// once, only when it is known which reports share a document.
type terms struct {
	body  string   // folded: its words and pairs of characters
	words []place  // of the body, but for numbers and single characters
	heads []string // words of title and headings
	names []string // folded; what else has pairs: indicators, subjects, stray sentences
}

// place is where a part of a body stands.
type place struct{ start, end uint32 }

// cutAtOnce is how many bytes of lines are cut together: a call for each line
// takes longer.
const cutAtOnce = 32 << 10

// cutBody notes the words of the body, and in bits where they stand in UTF-16.
func (x *Index) cutBody(t *terms, bits wordBits, places []uint32) {
	t.words = make([]place, 0, len(t.body)/8)
	for at := 0; at < len(t.body); {
		lines := someLines(t.body[at:])
		for _, w := range x.cutter.Search(lines) {
			start, end := at+w.Span.Start, at+w.Span.End
			bits.add(places[start], places[end])
			if isSearchWord(t.body[start:end]) {
				t.words = append(t.words, place{uint32(start), uint32(end)})
			}
		}
		at += len(lines)
	}
}

// someLines returns the lines that a text begins with, up to the first that ends
// behind cutAtOnce.
func someLines(text string) string {
	if len(text) > cutAtOnce {
		if i := strings.IndexByte(text[cutAtOnce:], '\n'); i >= 0 {
			return text[:cutAtOnce+i+1]
		}
	}
	return text
}

// cutRest notes the words of title and headings, and the names of the facts.
func (x *Index) cutRest(t *terms, r *report.Report) {
	x.cutHead(t, r.Outline.Title)
	for _, s := range r.Outline.Sections {
		x.cutHead(t, s.Heading)
	}
	for i := range r.Facts {
		f := &r.Facts[i]
		t.names = append(t.names, foldString(f.Indicator), foldString(f.Subject))
		if passageAt(r.Sentences, f.Place.Start) < 0 {
			t.names = append(t.names, foldString(f.Sentence))
		}
	}
}

// cutHead notes the words of a heading and the words inside them.
func (x *Index) cutHead(t *terms, heading string) {
	line := foldString(heading)
	for _, w := range x.cutter.Search(line) {
		if term := w.Span.Of(line); isWord(term) {
			t.heads = append(t.heads, term)
		}
	}
}

// documentOf returns the document of reports that share one.
func documentOf(together []Prepared) *document.Document {
	var ids []string
	words, heads := newTerms(fieldWords, 2500), newTerms(fieldHeads, 500)
	pairs := newPairSet()
	for _, p := range together {
		ids = append(ids, p.entry.ID)
		for _, w := range p.terms.words {
			words.add(p.terms.body[w.start:w.end])
		}
		for _, w := range p.terms.heads {
			heads.add(w)
		}
		pairs.addAll(p.terms.body)
		for _, name := range p.terms.names {
			pairs.addAll(name)
		}
	}
	d := document.NewDocument(bundleID(ids))
	words.addTo(d)
	heads.addTo(d)
	pairs.field().addTo(d)
	return d
}
