package index

import (
	"fmt"
	"slices"
)

// Page says which part of what is found is wanted, and in which order.
type Page struct {
	Offset int
	Limit  int    // at most that many; 0: all
	Sort   string // one of Sorts; "": facts by year, passages by relevance
}

// Sorts are the orders that facts and passages can be had in: best first; by
// year of the report and place in the text, the latest year first; by value or
// by due date. What has no year, value or date comes last.
func Sorts() []string {
	return []string{"relevance", "year", "-year", "value", "-value", "due", "-due"}
}

// byRelevance tells whether passages come best first.
func (p Page) byRelevance() bool { return p.Sort == "" || p.Sort == "relevance" }

func (p Page) check() error {
	if p.Sort != "" && !slices.Contains(Sorts(), p.Sort) {
		return fmt.Errorf("sort by %q: want one of %v", p.Sort, Sorts())
	}
	if p.Offset < 0 || p.Limit < 0 {
		return fmt.Errorf("page from %d, %d long: neither may be negative", p.Offset, p.Limit)
	}
	return nil
}

// full tells whether n things found fill the page.
func (p Page) full(n int) bool { return p.Limit > 0 && n >= p.Offset+p.Limit }

// cut returns the part of what was found that is on the page.
func cut[T any](p Page, found []T) []T {
	found = found[min(p.Offset, len(found)):]
	if p.Limit > 0 {
		found = found[:min(p.Limit, len(found))]
	}
	return found
}

// Total counts what was found. Counting stops soon after the page is full
// where every further one would have to be read.
type Total struct {
	Count int  `json:"count"`
	Exact bool `json:"exact"` // false: at least that many
}
