package index

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

// Fields of a document of Bleve's index, which is of several reports. None of them
// has positions or frequencies: they propose reports, the blocks decide.
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
	terms *terms
	draft *draft
}

// Prepare cuts a report into terms and lays its facts out.
func (x *Index) Prepare(r *report.Report) (Prepared, error) {
	if r.ID == "" {
		return Prepared{}, fmt.Errorf("index a report: it has no id")
	}
	body := fold(r.Text.Body)
	w := x.workspace()
	defer x.release(w, len(body.text))
	p := Prepared{entryOf(r), &terms{body: body.text}, &draft{facts: r.Facts}}
	places := w.placesOf(body.text)
	p.draft.setText(placedUTF16(make([]byte, 0, 2*len(body.text)/3+64), body.text, places))
	x.cutBody(p.terms, p.draft.words, places)
	x.cutRest(p.terms, r)
	p.draft.signature = w.signature(p.draft.text, p.draft.words)
	p.draft.lay(r, body, places)
	return p, nil
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
