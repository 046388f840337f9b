package web

import (
	"net/url"
	"slices"

	"taizhang/report"
	"taizhang/service"
)

// ledgerFacet is what a list of promises can be narrowed by.
type ledgerFacet struct {
	Name   string // of the parameter: light, status, review
	All    string // address without the condition; empty: there is none
	Values []ledgerChoice
}

// ledgerChoice is a value of a facet.
type ledgerChoice struct {
	Word   string
	Count  int
	URL    string // with this value alone; where it is chosen, without it
	Chosen bool
}

// ledgerFacets returns the facets with the values that are there.
func ledgerFacets(u *url.URL, q service.LedgerRequest, c service.LedgerCounts) []ledgerFacet {
	lights := []report.Light{report.LightOverdue, report.LightDueSoon, report.LightClosed}
	return []ledgerFacet{
		ledgerFacetOf(u, "light", lights, q.Light, c.Light),
		ledgerFacetOf(u, "status", service.Statuses(), q.Status, c.Status),
		ledgerFacetOf(u, "review", service.ReviewStates(), q.Review, c.Review),
	}
}

func ledgerFacetOf[W ~string](u *url.URL, name string, words, chosen []W, counts map[W]int) ledgerFacet {
	rest := ledgerQuery(u, name)
	f := ledgerFacet{Name: name}
	if len(chosen) > 0 {
		f.All = addressed(ledgerPath, rest)
	}
	for _, w := range words {
		one := ledgerChoice{Word: string(w), Count: counts[w], Chosen: slices.Contains(chosen, w)}
		if one.Count == 0 && !one.Chosen {
			continue
		}
		one.URL = addressed(ledgerPath, rest)
		if !one.Chosen {
			with := ledgerQuery(u, name)
			with.Set(name, string(w))
			one.URL = addressed(ledgerPath, with)
		}
		f.Values = append(f.Values, one)
	}
	return f
}
