package index

import (
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
)

// Add takes prepared reports in, all of them or none: Bleve proposes them
// first, and a line of the register makes them visible last, so that a reader,
// or the next opening after a crash, sees a report whole or not at all. A
// report whose id is there already is replaced.
func (x *Index) Add(all []Prepared) error {
	if len(all) == 0 {
		return nil
	}
	bundles := bundled(all)
	texts := x.texts.NewBatch()
	for _, together := range bundles {
		if err := texts.IndexAdvanced(documentOf(together)); err != nil {
			return fmt.Errorf("index %d reports, %s and others: %w", len(together), together[0].entry.ID, err)
		}
	}
	if err := x.texts.Batch(texts); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	if err := x.catalogue.add(bundles); err != nil {
		return err
	}
	return x.deleteEmptied()
}

// Remove takes a report and its facts out.
func (x *Index) Remove(id string) error {
	if x.catalogue.get(id) == nil {
		return nil
	}
	if err := x.catalogue.remove(id); err != nil {
		return fmt.Errorf("remove report %s from index: %w", id, err)
	}
	return x.deleteEmptied()
}

// deleteEmptied deletes the documents of bundles that count no more.
func (x *Index) deleteEmptied() error { return x.delete(x.catalogue.takeEmptied()) }

func (x *Index) delete(documents []string) error {
	if len(documents) == 0 {
		return nil
	}
	batch := x.texts.NewBatch()
	for _, id := range documents {
		batch.Delete(id)
	}
	if err := x.texts.Batch(batch); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	return nil
}

// Sweep removes what Bleve proposes and nobody may see: what a crash inside
// Add or Remove leaves behind. It returns how many bundles it was of.
func (x *Index) Sweep() (int, error) {
	there, err := x.proposable()
	if err != nil {
		return 0, err
	}
	gone := slices.DeleteFunc(there, x.catalogue.isLive)
	return len(gone), x.delete(gone)
}

// IsWhole tells whether Bleve proposes every report that readers may see.
func (x *Index) IsWhole() (bool, error) {
	there, err := x.proposable()
	if err != nil {
		return false, err
	}
	known := make(map[string]bool, len(there))
	for _, document := range there {
		known[document] = true
	}
	for _, r := range x.catalogue.all() {
		if !known[r.bundle.id] {
			return false, nil
		}
	}
	return true, nil
}

// proposable returns the documents there are.
func (x *Index) proposable() ([]string, error) {
	n, err := x.texts.DocCount()
	if err != nil {
		return nil, fmt.Errorf("read index: %w", err)
	}
	found, err := x.texts.Search(unranked(query.NewMatchAllQuery(), int(n)))
	if err != nil {
		return nil, fmt.Errorf("read index: %w", err)
	}
	out := make([]string, len(found.Hits))
	for i, hit := range found.Hits {
		out[i] = hit.ID
	}
	return out, nil
}

// unranked asks for n documents in no order.
func unranked(q query.Query, n int) *bleve.SearchRequest {
	r := bleve.NewSearchRequestOptions(q, n, 0, false)
	r.Score = "none"
	return r
}
