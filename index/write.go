package index

import (
	"fmt"

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
	texts := x.texts.NewBatch()
	for _, p := range all {
		if err := texts.IndexAdvanced(p.text); err != nil {
			return fmt.Errorf("index report %s: %w", p.entry.ID, err)
		}
	}
	if err := x.texts.Batch(texts); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	return x.catalogue.add(all)
}

// Remove takes a report and its facts out.
func (x *Index) Remove(id string) error {
	if x.catalogue.get(id) != nil {
		if err := x.catalogue.remove(id); err != nil {
			return fmt.Errorf("remove report %s from index: %w", id, err)
		}
	}
	if err := x.texts.Delete(id); err != nil {
		return fmt.Errorf("remove report %s from index: %w", id, err)
	}
	return nil
}

// Sweep removes what Bleve proposes and nobody may see: what a crash inside
// Add or Remove leaves behind. It returns how many reports it was of.
func (x *Index) Sweep() (int, error) {
	n, err := x.texts.DocCount()
	if err != nil {
		return 0, fmt.Errorf("read index: %w", err)
	}
	found, err := x.texts.Search(unranked(query.NewMatchAllQuery(), int(n)))
	if err != nil {
		return 0, fmt.Errorf("read index: %w", err)
	}
	batch := x.texts.NewBatch()
	for _, hit := range found.Hits {
		if x.catalogue.get(hit.ID) == nil {
			batch.Delete(hit.ID)
		}
	}
	if batch.Size() == 0 {
		return 0, nil
	}
	if err := x.texts.Batch(batch); err != nil {
		return 0, fmt.Errorf("write index: %w", err)
	}
	return batch.Size(), nil
}

// unranked asks for n documents in no order.
func unranked(q query.Query, n int) *bleve.SearchRequest {
	r := bleve.NewSearchRequestOptions(q, n, 0, false)
	r.Score = "none"
	return r
}
