package index

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"

	"taizhang/pipeline/segment"
)

// schema names the layout of the files and the way texts are cut. A generation
// of another schema has to be made again.
const schema = "11"

// ErrOutdated is the error of a generation that was made by another version of
// the program, or never finished: it has to be made again from the reports.
var ErrOutdated = errors.New(
	"the index was made by another version or is not whole; it has to be rebuilt")

// Cutter cuts a text into words and the words inside them; *segment.Segmenter
// is one. Index and queries must be cut by the same.
type Cutter interface {
	Search(text string) []segment.Word
}

// Index is one generation, open. It is safe for use by several goroutines, of
// which one at a time may write.
type Index struct {
	cutter    Cutter
	texts     bleve.Index // words and pairs of characters of the reports
	documents *documents  // of texts
	catalogue *catalogue
	names     *names

	workspaces sync.Pool // *workspace
}

// lockTimeout bounds the wait for another process: without it Bleve waits for
// ever and says nothing.
const lockTimeout = "500ms"

// fewDocuments is the fewest documents a segment counts for when Bleve plans to
// merge segments. With Bleve's own floor of 2000 all of a small library would be
// written again at every import.
const fewDocuments = 4

// settings are Bleve's. More segments a tier means less merging, at the cost of
// some milliseconds a query.
func settings(readOnly bool) map[string]any {
	return map[string]any{
		"bolt_timeout": lockTimeout,
		"read_only":    readOnly,
		"scorchMergePlanOptions": map[string]any{
			"FloorSegmentSize": fewDocuments, "MaxSegmentsPerTier": 40, "SegmentsPerMergeTask": 40,
		},
	}
}

// textsDir is the folder of Bleve's index.
const textsDir = "texts"

// Create makes an empty generation in dir, which must not exist.
func Create(dir string, cutter Cutter) (*Index, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("create index: %w", err)
	}
	x := &Index{cutter: cutter, documents: &documents{}, names: newNames()}
	made, err := bleve.NewUsing(filepath.Join(dir, textsDir), staticMapping(), "scorch", "scorch", settings(false))
	if err == nil {
		x.texts = made
		err = made.SetInternal([]byte("schema"), []byte(schema))
	}
	if err == nil {
		x.catalogue, err = openCatalogue(dir, false)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("create index in %s: %w", dir, err), x.Close())
	}
	return x, nil
}

// Open opens the generation in dir. The error is ErrOutdated where it cannot
// be used any more.
func Open(dir string, cutter Cutter, readOnly bool) (*Index, error) {
	x := &Index{cutter: cutter, documents: &documents{}, names: newNames()}
	if err := x.open(dir, readOnly); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	return x, nil
}

// open opens the files. Bleve's storage panics on some damaged ones.
func (x *Index) open(dir string, readOnly bool) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w (%s is damaged: %v)", ErrOutdated, dir, p)
		}
	}()
	opened, err := bleve.OpenUsing(filepath.Join(dir, textsDir), settings(readOnly))
	if err != nil {
		return openError(dir, err)
	}
	x.texts = opened
	if v, err := opened.GetInternal([]byte("schema")); err != nil || string(v) != schema {
		return ErrOutdated
	}
	if x.catalogue, err = openCatalogue(dir, readOnly); err != nil {
		return openError(dir, err)
	}
	return nil
}

// openError tells an index that another process holds from one that is no use.
func openError(dir string, err error) error {
	if err.Error() == "timeout" { // of Bleve's storage, which is not ours to import
		return fmt.Errorf("open index in %s: another process holds it", dir)
	}
	return fmt.Errorf("%w (%s: %w)", ErrOutdated, dir, err)
}

// staticMapping keeps Bleve from guessing: every field is handed over cut.
func staticMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.DefaultMapping = bleve.NewDocumentDisabledMapping()
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	return m
}

// Close releases the generation. Closing it twice does no harm.
func (x *Index) Close() error {
	var errs []error
	if x.texts != nil {
		errs = append(errs, x.texts.Close())
	}
	if x.catalogue != nil {
		errs = append(errs, x.catalogue.close())
	}
	x.texts, x.catalogue = nil, nil
	return errors.Join(errs...)
}

// Each goes through the reports there are, in no order that counts.
func (x *Index) Each() iter.Seq[*Entry] {
	all := x.catalogue.all()
	return func(yield func(*Entry) bool) {
		for _, r := range all {
			if !yield(&r.Entry) {
				return
			}
		}
	}
}

// Entries returns all reports by year, organisation and id.
func (x *Index) Entries() []Entry {
	all := slices.SortedFunc(x.Each(), func(a, b *Entry) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Org, b.Org), cmp.Compare(a.ID, b.ID))
	})
	out := make([]Entry, len(all))
	for i, e := range all {
		out[i] = *e
	}
	return out
}

// Entry returns what is known of a report, and whether it is there.
func (x *Index) Entry(id string) (Entry, bool) {
	if r := x.catalogue.get(id); r != nil {
		return r.Entry, true
	}
	return Entry{}, false
}

// Counts returns how many reports there are, and how many facts they have.
func (x *Index) Counts() (reports, facts int) {
	all := x.catalogue.all()
	for _, r := range all {
		facts += r.block.facts()
	}
	return len(all), facts
}
