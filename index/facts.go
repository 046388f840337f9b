package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"

	"taizhang/report"
)

// Facts finds the facts that meet a query, in the page's order.
func (x *Index) Facts(ctx context.Context, q Query, p Page, s Store) ([]report.Fact, Total, error) {
	if err := p.check(); err != nil {
		return nil, Total{}, err
	}
	everythingOfReports := p.Limit == 0 && p.Sort == "" && !anyCondition(q.root, ofFact)
	if everythingOfReports || anyCondition(q.root, ofText) {
		return x.factsOfReports(ctx, q, p, s)
	}
	return x.factsByField(ctx, q, p, s)
}

// ofText tells whether a condition needs the text of the report: the index of
// facts has no words.
func ofText(c condition) bool {
	switch c.(type) {
	case words, sectionIs:
		return true
	}
	return false
}

// factsOfReports reads the reports in which the query may be met. Where the
// page is in the order of the reports, it reads no further than it has to.
func (x *Index) factsOfReports(
	ctx context.Context, q Query, p Page, s Store,
) ([]report.Fact, Total, error) {
	ids, err := x.orderedReports(ctx, q, p)
	if err != nil {
		return nil, Total{}, err
	}
	inOrder := p.Sort == "" || strings.HasSuffix(p.Sort, "year")
	var found []report.Fact
	for _, id := range ids {
		if inOrder && p.full(len(found)) {
			return cut(p, found), Total{len(found), false}, nil
		}
		if err := ctx.Err(); err != nil {
			return nil, Total{}, err
		}
		v, err := x.view(s, id)
		if err != nil {
			return nil, Total{}, err
		}
		if v != nil {
			found = append(found, v.facts(q)...)
		}
	}
	if !inOrder {
		slices.SortStableFunc(found, orderOf(p.Sort))
	}
	return cut(p, found), Total{len(found), true}, nil
}

func (v *view) facts(q Query) []report.Fact {
	var out []report.Fact
	for i := range v.report.Facts {
		if f := &v.report.Facts[i]; q.holds(v.fact(f)) {
			out = append(out, *f)
		}
	}
	return out
}

// orderedReports returns the ids of the reports in which the query may be met,
// by year and id.
func (x *Index) orderedReports(ctx context.Context, q Query, p Page) ([]string, error) {
	proposed, err := x.proposeReports(ctx, q)
	if err != nil {
		return nil, err
	}
	n, err := x.reports.DocCount()
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	r := bleve.NewSearchRequestOptions(proposed, int(n), 0, false)
	r.Score = "none"
	found, err := x.reports.SearchInContext(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	var entries []Entry
	for _, hit := range found.Hits {
		if e, ok := x.Entry(hit.ID); ok {
			entries = append(entries, e)
		}
	}
	direction := 1
	if p.Sort == "-year" {
		direction = -1
	}
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(direction*cmp.Compare(a.Year, b.Year), cmp.Compare(a.ID, b.ID))
	})
	var ids []string
	for _, e := range entries {
		ids = append(ids, e.ID)
	}
	return ids, nil
}

// orderOf returns the order of facts by value or due date; those without come
// last.
func orderOf(by string) func(a, b report.Fact) int {
	direction := 1
	if strings.HasPrefix(by, "-") {
		direction = -1
	}
	key := func(f report.Fact) string { return f.Due.String() }
	if strings.HasSuffix(by, "value") {
		key = func(f report.Fact) string { return valueKey(f, direction) }
	}
	return func(a, b report.Fact) int {
		ka, kb := key(a), key(b)
		switch {
		case ka == kb:
			return 0
		case ka == "":
			return 1
		case kb == "":
			return -1
		}
		return direction * cmp.Compare(ka, kb)
	}
}

func valueKey(f report.Fact, direction int) string {
	switch {
	case f.Value == nil:
		return ""
	case direction < 0:
		return orderKey(f.Value.Max)
	}
	return orderKey(f.Value.Min)
}

// factsAtOnce is how many facts are asked for at a time where each has to be
// looked at.
const factsAtOnce = 500

// factsByField asks the index of facts alone; reports are read only for the
// facts on the page, or to decide where the index cannot.
func (x *Index) factsByField(
	ctx context.Context, q Query, p Page, s Store,
) ([]report.Fact, Total, error) {
	proposed := x.factProposals().propose(q.root)
	size, offset := p.Limit, p.Offset
	if !proposed.exact || p.Limit == 0 {
		size, offset = factsAtOnce, 0
	}
	r := bleve.NewSearchRequestOptions(proposed.query, size, offset, false)
	r.Score = "none"
	r.Sort = sortOrder(p.Sort)
	var found []report.Fact
	for {
		hits, err := x.facts.SearchInContext(ctx, r)
		if err != nil {
			return nil, Total{}, fmt.Errorf("search: %w", err)
		}
		more, err := x.readFacts(ctx, hits.Hits, q, s)
		if err != nil {
			return nil, Total{}, err
		}
		found = append(found, more...)
		switch {
		case proposed.exact && p.Limit > 0:
			return found, Total{int(hits.Total), true}, nil
		case len(hits.Hits) < size:
			return cut(p, found), Total{len(found), true}, nil
		case p.full(len(found)):
			return cut(p, found), Total{len(found), false}, nil
		}
		r.From = 0
		r.SetSearchAfter(hits.Hits[len(hits.Hits)-1].Sort)
	}
}

// readFacts returns the facts of the hits that meet the query.
func (x *Index) readFacts(
	ctx context.Context, hits search.DocumentMatchCollection, q Query, s Store,
) ([]report.Fact, error) {
	var out []report.Fact
	views := map[string]*view{}
	for _, hit := range hits {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		id, ordinal := splitKey(hit.ID)
		v, seen := views[id]
		if !seen {
			var err error
			if v, err = x.view(s, id); err != nil {
				return nil, err
			}
			views[id] = v
		}
		if v == nil || ordinal < 0 || ordinal >= len(v.report.Facts) {
			continue
		}
		if f := &v.report.Facts[ordinal]; q.holds(v.fact(f)) {
			out = append(out, *f)
		}
	}
	return out, nil
}

// sortOrder is a page's order for Bleve. In the order of their keys facts
// stand by year, report and place in the text.
func sortOrder(by string) search.SortOrder {
	key := &search.SortDocID{}
	name, descending := strings.TrimPrefix(by, "-"), strings.HasPrefix(by, "-")
	if name == "" || by == "year" {
		return search.SortOrder{key}
	}
	field := &search.SortField{Field: name, Desc: descending, Type: search.SortFieldAsString,
		Mode: search.SortFieldMin, Missing: search.SortFieldMissingLast}
	if descending {
		field.Mode = search.SortFieldMax
	}
	return search.SortOrder{field, key}
}
