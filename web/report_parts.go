package web

import (
	"slices"

	"taizhang/report"
)

// A report is shown whole where its page stays light, else in parts.
const (
	heaviestPart = 125_000 // bytes, about
	fullPart     = 110_000 // from here on a part ends before a heading of the first level
)

// textPart is a stretch of a report that one page shows.
type textPart struct {
	From, To int // blocks
	Span     report.Span
}

// textParts cuts the blocks of a report into parts.
func textParts(blocks []textBlock) []textPart {
	var out []textPart
	weight, from := 0, 0
	flush := func(to int) {
		if to > from {
			out = append(out, textPart{from, to, report.Span{Start: blocks[from].span.Start, End: blocks[to-1].span.End}})
		}
		weight, from = 0, to
	}
	for i, b := range blocks {
		if weight > 0 && weight+b.weight > heaviestPart || weight > fullPart && b.Heading > 0 && b.Heading <= 3 {
			flush(i)
		}
		weight += b.weight
	}
	flush(len(blocks))
	return out
}

// partAt returns the part that holds a byte of the body, numbered from 1.
func partAt(parts []textPart, at int) int {
	i := slices.IndexFunc(parts, func(p textPart) bool { return at <= p.Span.End })
	if i < 0 {
		return max(len(parts), 1)
	}
	return i + 1
}
