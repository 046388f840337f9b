package index

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"

	"taizhang/pipeline/segment"
)

// schema names the layout of fields and the way texts are cut. A generation of
// another schema has to be made again.
const schema = "2"

// ErrOutdated is the error of a generation that was made by another version of
// the program, or never finished: it has to be made again from the reports.
var ErrOutdated = errors.New(
	"the index was made by another version or is not whole; it has to be rebuilt")

// Cutter cuts a text into words and the words inside them; *segment.Segmenter
// is one. Index and queries must be cut by the same.
type Cutter interface {
	Search(text string) []segment.Word
}

// Index is one generation, open. It is safe for use by several goroutines.
type Index struct {
	cutter  Cutter
	reports bleve.Index
	facts   bleve.Index

	mutex   sync.RWMutex
	entries map[string]Entry // what readers may see
}

// lockTimeout bounds the wait for another process: without it Bleve waits for
// ever and says nothing.
const lockTimeout = "500ms"

// The two indexes of a generation, and the fewest documents a segment of each
// counts for when Bleve plans to merge segments. With Bleve's own floor of 2000
// all reports of a small library would be written again at every import.
var (
	parts  = []string{"reports", "facts"}
	floors = []int{40, 2000}
)

// settings are Bleve's for one of the two indexes. More segments a tier means
// less merging, at the cost of some milliseconds a query.
func settings(part int, readOnly bool) map[string]any {
	return map[string]any{
		"bolt_timeout": lockTimeout,
		"read_only":    readOnly,
		"scorchMergePlanOptions": map[string]any{
			"FloorSegmentSize": floors[part], "MaxSegmentsPerTier": 20, "SegmentsPerMergeTask": 20,
		},
	}
}

// Create makes an empty generation in dir, which must not exist.
func Create(dir string, cutter Cutter) (*Index, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("create index: %w", err)
	}
	x := &Index{cutter: cutter, entries: map[string]Entry{}}
	for i, part := range []*bleve.Index{&x.reports, &x.facts} {
		path := filepath.Join(dir, parts[i])
		made, err := bleve.NewUsing(path, staticMapping(), "scorch", "scorch", settings(i, false))
		if err == nil {
			err = made.SetInternal([]byte("schema"), []byte(schema))
		}
		if err != nil {
			return nil, errors.Join(fmt.Errorf("create index in %s: %w", dir, err), x.Close())
		}
		*part = made
	}
	return x, nil
}

// Open opens the generation in dir. The error is ErrOutdated where it cannot
// be used any more.
func Open(dir string, cutter Cutter, readOnly bool) (*Index, error) {
	x := &Index{cutter: cutter, entries: map[string]Entry{}}
	if err := x.open(dir, readOnly); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	return x, nil
}

// open opens both indexes. Bleve's storage panics on some damaged files.
func (x *Index) open(dir string, readOnly bool) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w (%s is damaged: %v)", ErrOutdated, dir, p)
		}
	}()
	for i, part := range []*bleve.Index{&x.reports, &x.facts} {
		opened, err := bleve.OpenUsing(filepath.Join(dir, parts[i]), settings(i, readOnly))
		if err != nil {
			return openError(dir, err)
		}
		*part = opened
		if v, err := opened.GetInternal([]byte("schema")); err != nil || string(v) != schema {
			return ErrOutdated
		}
	}
	return x.loadEntries()
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
	for _, part := range []*bleve.Index{&x.reports, &x.facts} {
		if *part != nil {
			errs = append(errs, (*part).Close())
			*part = nil
		}
	}
	return errors.Join(errs...)
}

// loadEntries reads what is known of every report.
func (x *Index) loadEntries() error {
	n, err := x.reports.DocCount()
	if err != nil {
		return fmt.Errorf("read index: %w", err)
	}
	r := bleve.NewSearchRequestOptions(query.NewMatchAllQuery(), int(n), 0, false)
	r.Fields = []string{fieldEntry}
	r.Score = "none"
	found, err := x.reports.Search(r)
	if err != nil {
		return fmt.Errorf("read index: %w", err)
	}
	for _, hit := range found.Hits {
		kept, _ := hit.Fields[fieldEntry].(string)
		var e Entry
		if err := json.Unmarshal([]byte(kept), &e); err != nil {
			return fmt.Errorf("%w: entry of report %s: %w", ErrOutdated, hit.ID, err)
		}
		x.entries[e.ID] = e
	}
	return nil
}

// Entries returns all reports by year, organisation and id.
func (x *Index) Entries() []Entry {
	x.mutex.RLock()
	defer x.mutex.RUnlock()
	all := make([]Entry, 0, len(x.entries))
	for _, e := range x.entries {
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Org, b.Org),
			cmp.Compare(a.ID, b.ID))
	})
	return all
}

// Entry returns what is known of a report, and whether it is there.
func (x *Index) Entry(id string) (Entry, bool) {
	x.mutex.RLock()
	defer x.mutex.RUnlock()
	e, ok := x.entries[id]
	return e, ok
}

// Counts returns how many reports and facts the two indexes hold.
func (x *Index) Counts() (reports, facts uint64, err error) {
	if reports, err = x.reports.DocCount(); err != nil {
		return 0, 0, fmt.Errorf("read index: %w", err)
	}
	if facts, err = x.facts.DocCount(); err != nil {
		return 0, 0, fmt.Errorf("read index: %w", err)
	}
	return reports, facts, nil
}
