package index

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/document"

	"taizhang/report"
)

// Fields of Bleve's index. None of them has positions or frequencies: they
// propose reports, the blocks decide.
const (
	fieldWords = "words" // words of the body, but for numbers and single characters
	fieldHeads = "heads" // words of title and headings
	fieldGrams = "grams" // pairs of characters of all that can be searched for
)

// Entry is what a list of reports shows of one.
type Entry struct {
	ID      string `json:"id"`
	Hash    string `json:"hash"`
	Name    string `json:"name"`
	Format  string `json:"format"`
	Org     string `json:"org"`
	Short   string `json:"org_short,omitempty"`
	Kind    string `json:"kind"`
	Title   string `json:"title"`
	Year    int    `json:"year"`
	Planned int    `json:"planned,omitempty"`
	Facts   int    `json:"facts"`

	// Fingerprint is that of the program and the rules that extracted it.
	Fingerprint string `json:"fingerprint,omitempty"`
}

func entryOf(r *report.Report) Entry {
	o := r.Outline
	return Entry{ID: r.ID, Hash: r.Hash, Name: r.Name, Format: r.Format,
		Org: o.Org, Short: o.OrgShort, Kind: o.Kind, Title: o.Title,
		Year: r.Year(), Planned: o.Planned, Facts: len(r.Facts), Fingerprint: r.Fingerprint}
}

// Prepared is a report cut into terms, ready to be added. Preparing is the
// costly half of indexing and may run in several goroutines at once.
type Prepared struct {
	entry Entry
	text  *document.Document
	draft *draft
}

// Prepare cuts a report into terms and lays its facts out.
func (x *Index) Prepare(r *report.Report) (Prepared, error) {
	if r.ID == "" {
		return Prepared{}, fmt.Errorf("index a report: it has no id")
	}
	body := fold(r.Text.Body)
	p := Prepared{entry: entryOf(r), text: document.NewDocument(r.ID)}
	p.draft = newDraft(r, body, x.addText(p.text, r, body.text))
	return p, nil
}

// addText adds what Bleve proposes a report by, and returns where the words of
// the body begin and end.
func (x *Index) addText(d *document.Document, r *report.Report, body string) wordEnds {
	words, heads := newTerms(fieldWords, 1000), newTerms(fieldHeads, 100)
	pairs := newTerms(fieldGrams, 2500)
	grams(body, pairs.add)
	places, at := newWordEnds(body), 0
	for line := range strings.Lines(body) {
		for _, w := range x.cutter.Search(line) {
			places.add(at+w.Span.Start, at+w.Span.End)
			if term := w.Span.Of(line); isSearchWord(term) {
				words.add(term)
			}
		}
		at += len(line)
	}
	x.addWords(heads, foldString(r.Outline.Title))
	for _, s := range r.Outline.Sections {
		x.addWords(heads, foldString(s.Heading))
	}
	for i := range r.Facts {
		f := &r.Facts[i]
		grams(foldString(f.Indicator), pairs.add)
		grams(foldString(f.Subject), pairs.add)
		if passageAt(r.Sentences, f.Place.Start) < 0 {
			grams(foldString(f.Sentence), pairs.add)
		}
	}
	words.addTo(d)
	heads.addTo(d)
	pairs.addTo(d)
	return places
}

// addWords cuts a folded heading into words and the words inside them.
func (x *Index) addWords(f *termField, line string) {
	for _, w := range x.cutter.Search(line) {
		if term := w.Span.Of(line); isWord(term) {
			f.add(term)
		}
	}
}

// isWord tells words from punctuation and blanks.
func isWord(term string) bool {
	r, _ := utf8.DecodeRuneInString(term)
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// isSearchWord tells words that exclude reports from numbers and from words of a
// character, which stand in all of them or in few by their number alone.
func isSearchWord(term string) bool {
	r, n := utf8.DecodeRuneInString(term)
	return n < len(term) && unicode.IsLetter(r)
}
