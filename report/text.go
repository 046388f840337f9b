package report

import (
	"slices"
	"sort"
	"strings"
)

// Text is a repaired body together with the way back to its source. Lines of
// Body end in "\n"; after repair every line is one paragraph, heading or table
// row (cells separated by one tab).
type Text struct {
	Body  string     `json:"body"`
	Runs  []Run      `json:"runs"`  // in order of Body; together they cover it
	Pages []PageMark `json:"pages"` // in order of source offset
	// Source is what the body was made from; nil in a Text loaded from a
	// library, where Runs and Pages alone lead back.
	Source *Source `json:"-"`
}

// Run maps a stretch of Body to a stretch of Source.Raw. Where both have the
// same length the bytes correspond one by one; otherwise the stretch was
// rewritten and corresponds as a whole. A SourceLen of 0 is an insertion.
type Run struct {
	Body      int `json:"b"`
	Source    int `json:"s"`
	Len       int `json:"n"`
	SourceLen int `json:"m"`
}

// PageMark says where in the source a page begins.
type PageMark struct {
	Number  int     `json:"number"` // 0: the format has no pages
	Start   int     `json:"start"`  // offset in Source.Raw
	Quality Quality `json:"quality"`
}

// Edit replaces the bytes Span of a body by With.
type Edit struct {
	Span Span
	With string
}

// Place is where a stretch of Body stands in the source.
type Place struct {
	Page        int `json:"page,omitempty"` // 0: not known
	Start       int `json:"start"`          // in the repaired body
	End         int `json:"end"`
	SourceStart int `json:"source_start"` // in Source.Raw
	SourceEnd   int `json:"source_end"`
}

// NewText returns the unrepaired text of a source: Body is Raw.
func NewText(src *Source) Text {
	t := Text{Body: src.Raw, Source: src}
	if len(src.Raw) > 0 {
		t.Runs = []Run{{0, 0, len(src.Raw), len(src.Raw)}}
	}
	end := 0
	for _, p := range src.Pages {
		if len(p.Lines) > 0 {
			end = p.Lines[0].Span.Start
		}
		t.Pages = append(t.Pages, PageMark{p.Number, end, p.Quality})
		if n := len(p.Lines); n > 0 {
			end = p.Lines[n-1].Span.End
		}
	}
	return t
}

// Apply returns the text after edits, which must be in order and must not
// overlap. Every repair step goes through it, so the way back is never lost.
func (t Text) Apply(edits []Edit) Text {
	if len(edits) == 0 {
		return t
	}
	var body strings.Builder
	body.Grow(len(t.Body))
	out := Text{Pages: t.Pages, Source: t.Source, Runs: make([]Run, 0, len(t.Runs)+2*len(edits))}
	at := 0
	for _, e := range edits {
		out.copyRuns(t, at, e.Span.Start, body.Len())
		body.WriteString(t.Body[at:e.Span.Start])
		s, n := t.sourceOf(e.Span)
		out.addRun(Run{body.Len(), s, len(e.With), n})
		body.WriteString(e.With)
		at = e.Span.End
	}
	out.copyRuns(t, at, len(t.Body), body.Len())
	body.WriteString(t.Body[at:])
	out.Body = body.String()
	return out
}

// copyRuns appends t's runs of Body[from:to], moved so that from stands at to.
func (t *Text) copyRuns(old Text, from, to, at int) {
	for i := old.runAt(from); from < to && i < len(old.Runs); i++ {
		r := old.Runs[i]
		end := min(r.Body+r.Len, to)
		if end <= from {
			continue
		}
		cut := Run{at, r.Source, end - from, r.SourceLen}
		if r.Len == r.SourceLen {
			cut.Source, cut.SourceLen = r.Source+from-r.Body, end-from
		}
		t.addRun(cut)
		at += end - from
		from = end
	}
}

// addRun appends r, joining it to the last run where both are verbatim and meet.
func (t *Text) addRun(r Run) {
	if r.Len == 0 {
		return
	}
	if n := len(t.Runs); n > 0 {
		last := &t.Runs[n-1]
		if last.Len == last.SourceLen && r.Len == r.SourceLen && last.Source+last.SourceLen == r.Source {
			last.Len += r.Len
			last.SourceLen += r.SourceLen
			return
		}
	}
	t.Runs = append(t.Runs, r)
}

// runAt returns the index of the run that holds body offset i.
func (t Text) runAt(i int) int {
	k := sort.Search(len(t.Runs), func(k int) bool { return t.Runs[k].Body > i }) - 1
	return max(k, 0)
}

// sourceOf returns the start and length in the source of a span of Body.
func (t Text) sourceOf(p Span) (start, length int) {
	if len(t.Runs) == 0 {
		return 0, 0
	}
	first := t.Runs[t.runAt(p.Start)]
	start = first.Source
	if first.Len == first.SourceLen {
		start += p.Start - first.Body
	}
	if p.End <= p.Start {
		return start, 0
	}
	last := t.Runs[t.runAt(p.End-1)]
	end := last.Source + last.SourceLen
	if last.Len == last.SourceLen {
		end = last.Source + p.End - last.Body
	}
	return start, max(end-start, 0)
}

// Place leads a span of Body back to its page and source bytes.
func (t Text) Place(p Span) Place {
	start, n := t.sourceOf(p)
	return Place{Page: t.page(start).Number, Start: p.Start, End: p.End, SourceStart: start, SourceEnd: start + n}
}

// Quality returns the verdict on the page on which the span begins.
func (t Text) Quality(p Span) Quality {
	start, _ := t.sourceOf(p)
	if q := t.page(start).Quality; q != "" {
		return q
	}
	return Good
}

func (t Text) page(source int) PageMark {
	i := t.pageIndex(source)
	if i < 0 {
		return PageMark{}
	}
	return t.Pages[i]
}

// pageIndex returns the index of the page that holds a source offset, or -1.
func (t Text) pageIndex(source int) int {
	return sort.Search(len(t.Pages), func(i int) bool { return t.Pages[i].Start > source }) - 1
}

// SourceLine returns the line of the source on which body offset i stands, or
// nil where there is none or the source is gone.
func (t Text) SourceLine(i int) *Line {
	if t.Source == nil {
		return nil
	}
	at, _ := t.sourceOf(Span{i, i})
	p := t.pageIndex(at)
	if p < 0 || p >= len(t.Source.Pages) {
		return nil
	}
	lines := t.Source.Pages[p].Lines
	k, found := slices.BinarySearchFunc(lines, at, func(l Line, at int) int {
		switch {
		case l.Span.End < at:
			return -1
		case l.Span.Start > at:
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	return &lines[k]
}

// BodySpan returns the stretch of Body made from the source bytes p, and false
// where nothing is left of them.
func (t Text) BodySpan(p Span) (Span, bool) {
	out := Span{-1, -1}
	for _, r := range t.Runs {
		from, to := max(r.Source, p.Start), min(r.Source+r.SourceLen, p.End)
		if from >= to {
			continue
		}
		start, end := r.Body, r.Body+r.Len
		if r.Len == r.SourceLen {
			start, end = r.Body+from-r.Source, r.Body+to-r.Source
		}
		if out.Start < 0 || start < out.Start {
			out.Start = start
		}
		out.End = max(out.End, end)
	}
	return out, out.Start >= 0
}
