package index

import (
	"github.com/blevesearch/bleve/v2/document"
	api "github.com/blevesearch/bleve_index_api"
)

// termField is a field whose terms were cut beforehand. Bleve calls Analyze
// and finds the work done.
type termField struct {
	name  string
	terms api.TokenFrequencies
	there api.TokenFreq
}

// kept is how fields are kept: their terms, without frequencies or positions.
const kept = api.IndexField | api.SkipFreqNorm

// newTerms makes a field that is to have about so many terms.
func newTerms(name string, terms int) *termField {
	return &termField{name: name, terms: make(api.TokenFrequencies, terms)}
}

// add notes a term. Bleve is told of all of them alike: they are there. A frequency
// that is not zero would be written down, six bytes for each term of each report.
func (f *termField) add(term string) { f.terms[term] = &f.there }

// addTo puts the field into a document unless it is empty.
func (f *termField) addTo(d *document.Document) {
	if len(f.terms) > 0 {
		d.AddField(f)
	}
}

func (f *termField) Name() string                      { return f.name }
func (f *termField) ArrayPositions() []uint64          { return nil }
func (f *termField) Options() api.FieldIndexingOptions { return kept }
func (f *termField) Analyze()                          {}
func (f *termField) Value() []byte                     { return nil }
func (f *termField) NumPlainTextBytes() uint64         { return 0 }
func (f *termField) Size() int                         { return 64 * len(f.terms) }
func (f *termField) EncodedFieldType() byte            { return 't' }
func (f *termField) AnalyzedLength() int               { return 0 }

// AnalyzedTokenFrequencies returns the terms as they were cut.
func (f *termField) AnalyzedTokenFrequencies() api.TokenFrequencies { return f.terms }
