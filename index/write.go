package index

import (
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
)

// Add takes prepared reports in, all of them or none. Facts go first and the
// report that makes them visible last, so that a reader, or the next opening
// after a crash, sees a report whole or not at all. The ids must not be in the
// index.
func (x *Index) Add(all []Prepared) error {
	facts, reports := x.facts.NewBatch(), x.reports.NewBatch()
	for _, p := range all {
		for _, d := range p.facts {
			if err := facts.IndexAdvanced(d); err != nil {
				return fmt.Errorf("index report %s: %w", p.entry.ID, err)
			}
		}
		if err := reports.IndexAdvanced(p.report); err != nil {
			return fmt.Errorf("index report %s: %w", p.entry.ID, err)
		}
	}
	if facts.Size() > 0 {
		if err := x.facts.Batch(facts); err != nil {
			return fmt.Errorf("write index: %w", err)
		}
	}
	if err := x.reports.Batch(reports); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	x.mutex.Lock()
	defer x.mutex.Unlock()
	for _, p := range all {
		x.entries[p.entry.ID] = p.entry
	}
	return nil
}

// Remove takes a report and its facts out.
func (x *Index) Remove(id string) error {
	x.mutex.Lock()
	delete(x.entries, id)
	x.mutex.Unlock()
	if err := x.reports.Delete(id); err != nil {
		return fmt.Errorf("remove report %s from index: %w", id, err)
	}
	return x.removeFacts(id)
}

func (x *Index) removeFacts(id string) error {
	of := query.NewTermQuery(id)
	of.SetField(fieldReport)
	n, err := x.facts.DocCount()
	if err != nil {
		return fmt.Errorf("remove report %s from index: %w", id, err)
	}
	r := bleve.NewSearchRequestOptions(of, int(n), 0, false)
	r.Score = "none"
	found, err := x.facts.Search(r)
	if err != nil {
		return fmt.Errorf("remove report %s from index: %w", id, err)
	}
	batch := x.facts.NewBatch()
	for _, hit := range found.Hits {
		batch.Delete(hit.ID)
	}
	if err := x.facts.Batch(batch); err != nil {
		return fmt.Errorf("remove report %s from index: %w", id, err)
	}
	return nil
}

// Sweep removes facts whose report is not in the index: what a crash between
// the two halves of Add leaves behind. It returns how many reports they were of.
func (x *Index) Sweep() (int, error) {
	dict, err := x.facts.FieldDict(fieldReport)
	if err != nil {
		return 0, fmt.Errorf("read index: %w", err)
	}
	var lost []string
	for {
		term, err := dict.Next()
		if err != nil {
			dict.Close()
			return 0, fmt.Errorf("read index: %w", err)
		}
		if term == nil {
			break
		}
		if _, ok := x.Entry(term.Term); !ok && term.Count > 0 {
			lost = append(lost, term.Term)
		}
	}
	if err := dict.Close(); err != nil {
		return 0, fmt.Errorf("read index: %w", err)
	}
	for _, id := range lost {
		if err := x.removeFacts(id); err != nil {
			return 0, err
		}
	}
	return len(lost), nil
}
