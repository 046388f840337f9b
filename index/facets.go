package index

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"taizhang/report"
)

// Facets says of all that a query finds how often each value of some fields
// occurs in it. The counts are exact: a query with Condition added finds just
// Count of them.
type Facets struct {
	Total  int     `json:"total"` // of facts or passages found
	Facets []Facet `json:"facets"`
}

// Facet is a field and its values: years in order, others by falling count.
type Facet struct {
	Field  string       `json:"field"` // year, org, document, kind, modality or indicator
	Values []FacetValue `json:"values"`
	More   int          `json:"more,omitempty"` // values that are left out
}

// FacetValue is a value and how much of what was found has it.
type FacetValue struct {
	Value     string `json:"value"`
	Count     int    `json:"count"`
	Condition string `json:"condition"` // in query language
}

// FactFacets counts the facts that meet a query by year, organisation and kind
// of document of their report, and by their kind, modality and indicator; at
// most limit values of each (0: all).
func (x *Index) FactFacets(ctx context.Context, q Query, limit int) (Facets, error) {
	return x.facets(ctx, q, forFacts, limit, func(l *look, t *tally) {
		found := 0
		l.facts(func(_ int, f fact) {
			found++
			t.kinds[f.kind()]++
			t.modalities[f.modality()]++
			t.indicators[f.indicator()]++
		})
		t.addReport(l.at, found)
	})
}

// PassageFacets counts the sentences that meet a query. One with several facts
// that meet it counts once for each kind, modality and indicator they have.
func (x *Index) PassageFacets(ctx context.Context, q Query, limit int) (Facets, error) {
	ofFacts := anyCondition(q.root, ofFact)
	return x.facets(ctx, q, forPassages, limit, func(l *look, t *tally) {
		found := 0
		l.passages(ofFacts, func(sentence int) {
			if found++; found == 1 && !ofFacts {
				l.linkFacts()
			}
			t.addSentence(l, sentence)
		})
		t.addReport(l.at, found)
	})
}

// tally is what one goroutine counted.
type tally struct {
	total      int
	reports    map[reportFacet]int
	kinds      [256]int
	modalities [256]int
	indicators []int // by number of the dictionary
	seen       []uint32
}

// reportFacet is what all facts of a report have in common.
type reportFacet struct {
	year      int
	org, kind string
}

func (t *tally) addReport(r *listed, n int) {
	if n > 0 {
		t.total += n
		t.reports[reportFacet{r.Year, r.Org, r.Kind}] += n
	}
}

// addSentence counts each value of the facts of a sentence once.
func (t *tally) addSentence(l *look, sentence int) {
	var kinds, modalities uint32
	t.seen = t.seen[:0]
	l.factsOf(sentence, func(f fact) {
		kinds |= 1 << f.kind()
		modalities |= 1 << f.modality()
		if !slices.Contains(t.seen, f.indicator()) {
			t.seen = append(t.seen, f.indicator())
		}
	})
	for k := range kindCodes {
		if kinds>>(k+1)&1 == 1 {
			t.kinds[k+1]++
		}
	}
	for m := range modalityCodes {
		if modalities>>(m+1)&1 == 1 {
			t.modalities[m+1]++
		}
	}
	for _, i := range t.seen {
		t.indicators[i]++
	}
}

func (t *tally) add(other *tally) {
	t.total += other.total
	for k, n := range other.reports {
		t.reports[k] += n
	}
	for i := range other.kinds {
		t.kinds[i] += other.kinds[i]
		t.modalities[i] += other.modalities[i]
	}
	for i, n := range other.indicators {
		t.indicators[i] += n
	}
}

// facets counts with count, which is called for every report that may hold
// something.
func (x *Index) facets(
	ctx context.Context, q Query, aim aim, limit int, count func(l *look, t *tally),
) (Facets, error) {
	q, candidates, err := x.candidates(ctx, q)
	if err != nil {
		return Facets{}, err
	}
	plan := q.plan(x, aim)
	reports := candidates.list(1)
	strings := plan.strings.size()
	all := make([]*tally, max(plan.workers(reports), 1))
	for i := range all {
		all[i] = &tally{reports: map[reportFacet]int{}, indicators: make([]int, strings)}
	}
	err = plan.each(ctx, reports, func(_, _ int, l *look) { count(l, all[l.worker]) })
	if err != nil {
		return Facets{}, err
	}
	for _, t := range all[1:] {
		all[0].add(t)
	}
	return all[0].facets(plan.strings, limit), nil
}

// facets puts the counts in order.
func (t *tally) facets(strings *dictionary, limit int) Facets {
	years, orgs, documents := map[string]int{}, map[string]int{}, map[string]int{}
	for r, n := range t.reports {
		if r.year != 0 {
			years[strconv.Itoa(r.year)] += n
		}
		orgs[r.org] += n
		documents[r.kind] += n
	}
	indicators := map[string]int{}
	for i, n := range t.indicators {
		if n > 0 {
			indicators[strings.text(uint32(i))] += n
		}
	}
	return Facets{Total: t.total, Facets: []Facet{
		byName("year", years, limit),
		byCount("org", orgs, limit),
		byCount("document", documents, limit),
		byCount("kind", named(t.kinds, kindCodes), limit),
		byCount("modality", named(t.modalities, modalityCodes), limit),
		byCount("indicator", indicators, limit),
	}}
}

func named[T report.Kind | report.Modality](counts [256]int, codes []T) map[string]int {
	out := map[string]int{}
	for i, value := range codes {
		out[string(value)] = counts[i+1]
	}
	return out
}

// byCount makes a facet, the most frequent values first.
func byCount(field string, counts map[string]int, limit int) Facet {
	return newFacet(field, counts, limit, func(a, b FacetValue) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
}

// byName makes a facet whose values are in order; where some are left out it is
// the first ones.
func byName(field string, counts map[string]int, limit int) Facet {
	f := newFacet(field, counts, 0, func(a, b FacetValue) int { return cmp.Compare(b.Value, a.Value) })
	f.cut(limit)
	slices.Reverse(f.Values)
	return f
}

func newFacet(field string, counts map[string]int, limit int, less func(a, b FacetValue) int) Facet {
	f := Facet{Field: field, Values: []FacetValue{}}
	for value, n := range counts {
		if value != "" && n > 0 {
			f.Values = append(f.Values, FacetValue{value, n, conditionOf(field, value)})
		}
	}
	slices.SortFunc(f.Values, less)
	f.cut(limit)
	return f
}

// conditionOf writes that a field has just this value.
func conditionOf(field, value string) string {
	switch field {
	case "org", "document", "indicator":
		return field + ":=" + quote(value)
	}
	return field + ":" + value
}

func (f *Facet) cut(limit int) {
	if limit > 0 && len(f.Values) > limit {
		f.More = len(f.Values) - limit
		f.Values = f.Values[:limit]
	}
}
