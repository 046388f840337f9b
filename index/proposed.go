package index

import (
	"context"
	"fmt"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
)

// marks is a set of reports, by their numbers.
type marks []bool

func (m marks) has(r *listed) bool { return int(r.number) < len(m) && m[r.number] }

// add adds the reports of another set.
func (m marks) add(other marks) marks {
	for len(m) < len(other) {
		m = append(m, false)
	}
	for i, there := range other {
		m[i] = m[i] || there
	}
	return m
}

// proposed returns the reports that Bleve finds. They are taken as they come:
// its collectors, which rank them and look every id up, take several times as long.
func (x *Index) proposed(ctx context.Context, q query.Query) (_ marks, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("search: %w", err)
		}
	}()
	texts, err := x.texts.Advanced()
	if err != nil {
		return nil, err
	}
	reader, err := texts.Reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	numbers, err := x.documents.numbers(reader, x.catalogue)
	if err != nil {
		return nil, err
	}
	searcher, err := q.Searcher(ctx, reader, x.texts.Mapping(), search.SearcherOptions{Score: "none"})
	if err != nil {
		return nil, err
	}
	defer searcher.Close()
	out := make(marks, x.catalogue.most())
	at := &search.SearchContext{IndexReader: reader,
		DocumentMatchPool: search.NewDocumentMatchPool(searcher.DocumentMatchPoolSize()+1, 0)}
	for {
		hit, err := searcher.Next(at)
		if hit == nil || err != nil {
			return out, err
		}
		for _, number := range numbers[hit.IndexInternalID.Value()] {
			out[number] = true
		}
		at.DocumentMatchPool.Put(hit)
	}
}

// documents leads Bleve's documents to the numbers of their reports. Segments
// never change, so each is read once.
type documents struct {
	mutex    sync.Mutex
	segments map[uint64][][]int32 // by the segment's id
}

// numbers returns the numbers of the reports of a reader's documents, in its order.
func (d *documents) numbers(reader any, c *catalogue) ([][]int32, error) {
	snapshot, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("the index is a %T, want one of scorch", reader)
	}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	now := make(map[uint64][][]int32, len(d.segments))
	var out [][]int32
	for _, s := range snapshot.Segments() {
		numbers, ok := d.segments[s.Id()]
		if !ok {
			var err error
			if numbers, err = numbersOf(s, c); err != nil {
				return nil, err
			}
		}
		now[s.Id()] = numbers
		out = append(out, numbers...)
	}
	d.segments = now
	return out, nil
}

func numbersOf(s *scorch.SegmentSnapshot, c *catalogue) ([][]int32, error) {
	out := make([][]int32, s.FullSize())
	for i := range out {
		id, err := s.DocID(uint64(i))
		if err != nil {
			return nil, err
		}
		for _, report := range reportsOf(string(id)) {
			out[i] = append(out[i], c.number(report))
		}
	}
	return out, nil
}
