package index

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2/search/query"
)

// candidates returns the reports in which a query may be met, by year and id,
// those without a year last, and the query with its pinyin resolved. The list
// must not be changed.
func (x *Index) candidates(ctx context.Context, q Query) (Query, []*listed, error) {
	q, err := x.Resolve(ctx, q)
	if err != nil {
		return q, nil, err
	}
	all := x.catalogue.all()
	proposal := propose(q.root)
	if proposal == nil {
		return q, all, nil
	}
	proposed, err := x.proposed(ctx, proposal)
	if err != nil {
		return q, nil, err
	}
	out := make([]*listed, 0, len(proposed))
	for _, r := range all {
		if proposed[r.ID] {
			out = append(out, r)
		}
	}
	return q, out, nil
}

// proposed returns the ids of the reports that Bleve finds.
func (x *Index) proposed(ctx context.Context, q query.Query) (map[string]bool, error) {
	n, err := x.texts.DocCount()
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	found, err := x.texts.SearchInContext(ctx, unranked(q, int(n)))
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	ids := make(map[string]bool, len(found.Hits))
	for _, hit := range found.Hits {
		ids[hit.ID] = true
	}
	return ids, nil
}

// propose asks Bleve for the reports in which the words of a query may stand.
// It is nil where words exclude no report.
func propose(c condition) query.Query {
	switch c := c.(type) {
	case words:
		var forms []query.Query
		for _, f := range c.forms() {
			forms = append(forms, holding(f))
		}
		return query.NewDisjunctionQuery(forms)
	case all:
		var parts []query.Query
		for _, x := range c {
			if q := propose(x); q != nil {
				parts = append(parts, q)
			}
		}
		if len(parts) > 0 {
			return query.NewConjunctionQuery(parts)
		}
	case either:
		var parts []query.Query
		for _, x := range c {
			q := propose(x)
			if q == nil {
				return nil
			}
			parts = append(parts, q)
		}
		return query.NewDisjunctionQuery(parts)
	}
	return nil
}

// manyPairs is how many pairs of a long phrase are asked for: more do not
// exclude much.
const manyPairs = 40

// holding proposes reports in which all pairs of characters of the words occur.
// A single character is the first of some pair, unless it ends the text.
func holding(folded string) query.Query {
	var pairs []query.Query
	seen := map[string]bool{}
	grams(folded, func(pair string) {
		if !seen[pair] && len(pairs) < manyPairs {
			seen[pair] = true
			pairs = append(pairs, term(fieldGrams, pair))
		}
	})
	if len(pairs) == 0 {
		q := query.NewPrefixQuery(folded)
		q.SetField(fieldGrams)
		return q
	}
	return query.NewConjunctionQuery(pairs)
}

func term(field, text string) query.Query {
	q := query.NewTermQuery(text)
	q.SetField(field)
	return q
}
