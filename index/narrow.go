package index

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
)

// fewFacts is how many facts may meet a condition that is still worth asking
// the index of facts for the reports to look through. Where more do, a page is
// filled soon anyway.
const fewFacts = 5000

// proposeReports proposes the reports in which a query may be met: by words and
// fields of the report, and by its facts where the query cannot do without one.
func (x *Index) proposeReports(ctx context.Context, q Query) (query.Query, error) {
	must := x.reportProposals().propose(q.root).query
	if !needsFact(q.root) {
		return must, nil
	}
	r := bleve.NewSearchRequestOptions(x.factProposals().propose(q.root).query, fewFacts, 0, false)
	r.Score = "none"
	found, err := x.facts.SearchInContext(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	if found.Total > fewFacts {
		return must, nil
	}
	var ids []string
	seen := map[string]bool{}
	for _, hit := range found.Hits {
		if id, _ := splitKey(hit.ID); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return query.NewMatchNoneQuery(), nil
	}
	return query.NewConjunctionQuery([]query.Query{must, query.NewDocIDQuery(ids)}), nil
}

// needsFact tells whether a condition can only be met by a sentence with a
// fact.
func needsFact(c condition) bool {
	switch c := c.(type) {
	case all:
		for _, x := range c {
			if needsFact(x) {
				return true
			}
		}
		return false
	case either:
		for _, x := range c {
			if !needsFact(x) {
				return false
			}
		}
		return true
	case nil, not:
		return false
	}
	return ofFact(c)
}
