package web

import (
	"strings"

	"taizhang/index"
)

// correction is a word that stands nowhere, and the searches for what may have
// been meant.
type correction struct {
	Word string
	Near []navItem
}

func (a searchAsked) corrections(found []index.Correction) []correction {
	var out []correction
	for _, f := range found {
		c := correction{Word: f.Word}
		for _, name := range f.Near {
			c.Near = append(c.Near, navItem{Name: name, URL: a.with("query", strings.ReplaceAll(a.Query, f.Word, name))})
		}
		out = append(out, c)
	}
	return out
}
