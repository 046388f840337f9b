package recognise

import (
	"slices"

	"taizhang/report"
)

// add adds those of the mentions whose words no mention has yet. Quotes take no
// words: they may hold others. The list stays in order of start.
func (f *found) add(more []report.Mention) {
	if len(more) == 0 {
		return
	}
	byStart(more)
	old, merged := f.mentions, slices.Grow(f.spare[:0], len(f.mentions)+len(more))
	i, end := 0, 0 // of the old: the next, and the furthest end of those before it
	for k := range more {
		m := &more[k]
		for i < len(old) && old[i].Span.Start < m.Span.Start {
			end = max(end, old[i].Span.End)
			merged = append(merged, old[i])
			i++
		}
		if m.Type == report.MentionQuote || !f.taken(coreOf(m), end, old[i:]) {
			merged = append(merged, *m)
			if m.Type != report.MentionQuote {
				end = max(end, m.Span.End)
			}
		}
	}
	f.mentions, f.spare = append(merged, old[i:]...), old
}

// taken tells whether words before end, or those of the next mentions, overlap
// the core.
func (f *found) taken(core report.Span, end int, next []report.Mention) bool {
	return core.Start < end || len(next) > 0 && next[0].Span.Overlaps(core)
}

// coreOf returns the words that must be free: the core, where there is one.
func coreOf(m *report.Mention) report.Span {
	if m.Core.Len() > 0 {
		return m.Core
	}
	return m.Span
}

func byStart(list []report.Mention) {
	less := func(x, y report.Mention) int { return x.Span.Start - y.Span.Start }
	if !slices.IsSortedFunc(list, less) {
		slices.SortStableFunc(list, less)
	}
}

// firstFrom returns the index of the first of the mentions that ends after the
// place.
func firstFrom(list []report.Mention, place int) int {
	i, _ := slices.BinarySearchFunc(list, place, func(m report.Mention, place int) int {
		if m.Span.End <= place {
			return -1
		}
		return 1
	})
	return i
}
