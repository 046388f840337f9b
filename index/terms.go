package index

import (
	"github.com/blevesearch/bleve/v2/document"
	api "github.com/blevesearch/bleve_index_api"
)

// termField is a field whose terms were cut beforehand. Bleve calls Analyze
// and finds the work done.
type termField struct {
	name   string
	length int
	terms  api.TokenFrequencies
	free   []api.TokenFreq // made ahead, several at once
}

// kept is how fields are kept: their terms, without frequencies or positions.
const kept = api.IndexField | api.SkipFreqNorm

func newTerms(name string) *termField {
	return &termField{name: name, terms: api.TokenFrequencies{}}
}

// add counts one occurrence of a term.
func (f *termField) add(term string) {
	f.length++
	t, ok := f.terms[term]
	if !ok {
		if len(f.free) == 0 {
			f.free = make([]api.TokenFreq, min(len(f.terms)+1, 128))
		}
		t, f.free = &f.free[0], f.free[1:]
		t.Term = []byte(term)
		f.terms[term] = t
	}
	t.SetFrequency(t.Frequency() + 1)
}

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
func (f *termField) NumPlainTextBytes() uint64         { return uint64(f.length) }
func (f *termField) Size() int                         { return 64 * len(f.terms) }
func (f *termField) EncodedFieldType() byte            { return 't' }
func (f *termField) AnalyzedLength() int               { return f.length }

// AnalyzedTokenFrequencies returns the terms as they were cut.
func (f *termField) AnalyzedTokenFrequencies() api.TokenFrequencies { return f.terms }
