package index

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/document"

	"taizhang/report"
)

// Fields of the two indexes.
const (
	fieldEntry     = "entry"     // the Entry, stored
	fieldWords     = "words"     // words of the body
	fieldHeads     = "heads"     // words of title and headings
	fieldGrams     = "grams"     // pairs of characters of all that can be searched for
	fieldReport    = "report"    // id of a fact's report
	fieldYear      = "year"      // four digits
	fieldOrg       = "org"       // full and short name, see orgTerm
	fieldKind      = "kind"      // of a fact
	fieldModality  = "modality"  //
	fieldIndicator = "indicator" // canonical name
	fieldAbout     = "about"     // pairs of characters of indicator and subject
	fieldRule      = "rule"      //
	fieldValue     = "value"     // order keys of both ends, to sort by
	fieldAmount    = "amount"    // units and order keys of both ends
	fieldBucket    = "bucket"    // units and coarse order keys
	fieldDue       = "due"       // ISO date
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
}

func entryOf(r *report.Report) Entry {
	o := r.Outline
	return Entry{ID: r.ID, Hash: r.Hash, Name: r.Name, Format: r.Format,
		Org: o.Org, Short: o.OrgShort, Kind: o.Kind, Title: o.Title,
		Year: r.Year(), Planned: o.Planned, Facts: len(r.Facts)}
}

// Prepared is a report cut into terms, ready to be added. Preparing is the
// costly half of indexing and may run in several goroutines at once.
type Prepared struct {
	entry  Entry
	report *document.Document
	facts  []*document.Document
}

// Prepare cuts a report into terms.
func (x *Index) Prepare(r *report.Report) (Prepared, error) {
	if r.ID == "" {
		return Prepared{}, fmt.Errorf("index a report: it has no id")
	}
	p := Prepared{entry: entryOf(r)}
	kept, err := json.Marshal(p.entry)
	if err != nil {
		return Prepared{}, fmt.Errorf("index report %s: %w", r.ID, err)
	}
	p.report = document.NewDocument(r.ID)
	p.report.AddField(&termField{name: fieldEntry, options: stored, value: kept})
	one(p.report, fieldYear, yearTerm(p.entry.Year), sortable)
	one(p.report, fieldOrg, orgTerm(&p.entry), sortable)
	x.addText(p.report, r)
	for i := range r.Facts {
		p.facts = append(p.facts, factDocument(&p.entry, i, &r.Facts[i]))
	}
	return p, nil
}

func (x *Index) addText(d *document.Document, r *report.Report) {
	words, heads := newTerms(fieldWords, counted), newTerms(fieldHeads, counted)
	pairs := newTerms(fieldGrams, keyword)
	body := foldString(r.Text.Body)
	grams(body, pairs.add)
	for line := range strings.Lines(body) {
		x.addWords(words, line)
	}
	x.addWords(heads, foldString(r.Outline.Title))
	for _, s := range r.Outline.Sections {
		x.addWords(heads, foldString(s.Heading))
		grams(foldString(s.Heading), pairs.add)
	}
	for i := range r.Facts {
		grams(foldString(r.Facts[i].Indicator), pairs.add)
		grams(foldString(r.Facts[i].Subject), pairs.add)
	}
	words.addTo(d)
	heads.addTo(d)
	pairs.addTo(d)
}

// addWords cuts a folded line into words and the words inside them.
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

func factDocument(e *Entry, ordinal int, f *report.Fact) *document.Document {
	d := document.NewDocument(factKey(e, ordinal))
	one(d, fieldReport, e.ID, keyword)
	one(d, fieldYear, yearTerm(e.Year), sortable)
	one(d, fieldOrg, orgTerm(e), sortable)
	one(d, fieldKind, string(f.Kind), sortable)
	one(d, fieldModality, string(f.Modality), sortable)
	one(d, fieldIndicator, f.Indicator, sortable)
	one(d, fieldRule, f.Rule, keyword)
	one(d, fieldDue, f.Due.String(), sortable)
	about := newTerms(fieldAbout, keyword)
	grams(foldString(f.Indicator), about.add)
	grams(foldString(f.Subject), about.add)
	about.addTo(d)
	if f.Value != nil {
		addValue(d, f.Value)
	}
	return d
}

// addValue adds both ends of a value, so that a range is found by either:
// without unit, in the unit as written, and in the base unit of its family.
func addValue(d *document.Document, v *report.Value) {
	values := newTerms(fieldValue, sortable)
	amounts, buckets := newTerms(fieldAmount, keyword), newTerms(fieldBucket, keyword)
	add := func(unit string, ends ...report.Decimal) {
		for _, end := range ends {
			key := orderKey(end)
			amounts.add(amountKey(unit, key))
			buckets.add(amountKey(unit, bucketOf(key)))
		}
	}
	values.add(orderKey(v.Min))
	values.add(orderKey(v.Max))
	add("", v.Min, v.Max)
	unit := foldString(v.Unit)
	if unit != "" {
		add(unit, v.Min, v.Max)
	}
	if v.Base != nil && foldString(v.Base.Unit) != unit {
		add(foldString(v.Base.Unit), v.Base.Min, v.Base.Max)
	}
	values.addTo(d)
	amounts.addTo(d)
	buckets.addTo(d)
}

// amountKey is an order key, or a coarse one, of a number of that unit.
func amountKey(unit, key string) string { return unit + "\t" + key }

func yearTerm(year int) string {
	if year <= 0 || year > 9999 {
		return ""
	}
	return fmt.Sprintf("%04d", year)
}

// orgTerm is the one term for the names of an organisation, "" if it has none.
func orgTerm(e *Entry) string {
	if e.Short == "" {
		return e.Org
	}
	return e.Org + "\n" + e.Short
}

// factKey is the id of a fact in the index. In the order of their keys, facts
// stand by year, then report, then place in the text.
func factKey(e *Entry, ordinal int) string {
	return fmt.Sprintf("%04d-%s-%06d", min(max(e.Year, 0), 9999), e.ID, ordinal)
}

// splitKey returns what a fact's key was made of.
func splitKey(key string) (id string, ordinal int) {
	parts := strings.Split(key, "-")
	if len(parts) != 3 {
		return "", -1
	}
	n, err := strconv.Atoi(parts[2])
	if err != nil {
		return "", -1
	}
	return parts[1], n
}
