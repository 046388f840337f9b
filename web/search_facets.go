package web

import "taizhang/index"

// facetView is a facet whose values are links that add a condition, or take it
// away again.
type facetView struct {
	Field  string
	Values []facetLink
	More   int // values that are left out
}

type facetLink struct {
	index.FacetValue
	Chosen bool
	URL    string
}

// addFacets shows the counts of what was found. Where all of it has the same
// value, there is nothing to choose.
func (p *searchPage) addFacets(found *index.Facets) {
	if found == nil {
		return
	}
	more := 0
	for _, f := range found.Facets {
		v := facetView{Field: f.Field, More: f.More}
		for _, value := range f.Values {
			v.Values = append(v.Values, p.Asked.facetLink(value))
		}
		if len(v.Values) > 0 {
			p.Facets = append(p.Facets, v)
		}
		more += f.More
	}
	if more > 0 && !p.Asked.Many {
		p.MoreURL = p.Asked.with("many", "true") + "#facets"
	}
}

func (a searchAsked) facetLink(v index.FacetValue) facetLink {
	if index.Holds(a.Query, v.Condition) {
		return facetLink{v, true, a.with("query", index.Widen(a.Query, v.Condition))}
	}
	return facetLink{v, false, a.with("query", index.Narrow(a.Query, v.Condition))}
}
