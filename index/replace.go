package index

import (
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
)

// Replace puts prepared reports in the place of those with the same ids, or
// adds them where there are none. After a crash in the middle of it the same
// reports have to be replaced again.
func (x *Index) Replace(all []Prepared) error {
	facts, reports := x.facts.NewBatch(), x.reports.NewBatch()
	if err := x.deleteFacts(facts, all); err != nil {
		return err
	}
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

// deleteFacts adds to a batch that all facts of the reports go. What is added
// to it later under the same key stays.
func (x *Index) deleteFacts(batch *bleve.Batch, all []Prepared) error {
	var of []query.Query
	for _, p := range all {
		q := query.NewTermQuery(p.entry.ID)
		q.SetField(fieldReport)
		of = append(of, q)
	}
	n, err := x.facts.DocCount()
	if err != nil {
		return fmt.Errorf("replace reports in index: %w", err)
	}
	r := bleve.NewSearchRequestOptions(query.NewDisjunctionQuery(of), int(n), 0, false)
	r.Score = "none"
	found, err := x.facts.Search(r)
	if err != nil {
		return fmt.Errorf("replace reports in index: %w", err)
	}
	for _, hit := range found.Hits {
		batch.Delete(hit.ID)
	}
	return nil
}
