package index

import (
	"context"

	"github.com/blevesearch/bleve/v2/search/query"
)

// candidates are the reports in which a query may be met.
type candidates struct {
	orders
	proposed marks        // nil: any of them
	tests    []reportTest // of the query, which all have to hold
}

// candidates returns the reports in which a query may be met, and the query with
// its pinyin resolved.
func (x *Index) candidates(ctx context.Context, q Query) (Query, candidates, error) {
	q, err := x.Resolve(ctx, q)
	if err != nil {
		return q, candidates{}, err
	}
	c := candidates{orders: x.catalogue.orders(), tests: reportTests(q.root)}
	if proposal := propose(q.root); proposal != nil {
		c.proposed, err = x.proposed(ctx, proposal)
	}
	return q, c, err
}

// list returns the candidates by year and id, older ones first for 1, newer ones
// for -1; those without a year come last. The list must not be changed.
func (c candidates) list(direction int) []*listed {
	all := c.rising
	if direction < 0 {
		all = c.falling
	}
	if c.proposed == nil && len(c.tests) == 0 {
		return all
	}
	out := make([]*listed, 0, len(all)/8)
	for _, r := range all {
		if c.has(r) {
			out = append(out, r)
		}
	}
	return out
}

func (c candidates) has(r *listed) bool {
	if c.proposed != nil && !c.proposed.has(r) {
		return false
	}
	for _, t := range c.tests {
		if !t(r) {
			return false
		}
	}
	return true
}

// reportTests returns those conditions of a query about reports that always
// have to be met.
func reportTests(c condition) []reportTest {
	var out []reportTest
	switch c := c.(type) {
	case all:
		for _, x := range c {
			out = append(out, reportTests(x)...)
		}
	case yearIs, reportIs, orgIs, documentIs:
		out = append(out, c.ready(nil).(reportTest))
	}
	return out
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
		return anyOf(forms)
	case all:
		var parts []query.Query
		for _, x := range c {
			if q := propose(x); q != nil {
				parts = append(parts, q)
			}
		}
		if len(parts) > 0 {
			return allOf(parts)
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
		return anyOf(parts)
	}
	return nil
}

// anyOf and allOf leave a single query as it is: Bleve works through joined ones
// hit by hit.
func anyOf(some []query.Query) query.Query {
	if len(some) == 1 {
		return some[0]
	}
	return query.NewDisjunctionQuery(some)
}

func allOf(some []query.Query) query.Query {
	if len(some) == 1 {
		return some[0]
	}
	return query.NewConjunctionQuery(some)
}

// manyPairs is how many pairs of a long phrase are asked for: more do not
// exclude much.
const manyPairs = 40

// holding proposes reports in which all pairs of characters of the words occur.
// A single character is the first of some pair, unless it ends the text.
func holding(folded string) query.Query {
	var pairs []query.Query
	seen := map[string]bool{}
	for pair := range pairsOf(folded) {
		if t := pair.term(); !seen[t] && len(pairs) < manyPairs {
			seen[t] = true
			pairs = append(pairs, term(fieldGrams, t))
		}
	}
	if len(pairs) == 0 {
		q := query.NewPrefixQuery(folded)
		q.SetField(fieldGrams)
		return q
	}
	return allOf(pairs)
}

func term(field, text string) query.Query {
	q := query.NewTermQuery(text)
	q.SetField(field)
	return q
}
