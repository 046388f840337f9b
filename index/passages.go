package index

import (
	"context"
	"slices"

	"taizhang/report"
)

// Passage is a sentence that was found, or several where the words asked for
// run over its end.
type Passage struct {
	Report     Entry         `json:"report"`
	Section    []string      `json:"section,omitempty"` // headings above, outermost first
	Place      report.Place  `json:"place"`
	Text       string        `json:"text"`
	Highlights []report.Span `json:"highlights,omitempty"` // in Text, in order, without overlaps
}

// Passages finds the sentences in which a query is met: best first where no
// other order is asked for. A condition about facts is met where some fact of
// the sentence meets the query.
func (x *Index) Passages(ctx context.Context, q Query, p Page, s Store) (_ []Passage, _ Total, err error) {
	defer damaged(&err)
	if err := p.check(); err != nil {
		return nil, Total{}, err
	}
	q, candidates, err := x.candidates(ctx, q)
	if err != nil {
		return nil, Total{}, err
	}
	plan := q.plan(x, forPassages)
	sorted := sorting{reports: -1} // by relevance, or where nothing ranks
	if !p.byRelevance() {
		sorted = plan.sorting(p.Sort)
	}
	reports := candidates.list(sorted.reports)
	var found []hit
	var total Total
	if p.byRelevance() && len(texts(q.root)) > 0 {
		found, total, err = x.rank(ctx, q, plan, reports, p)
	} else {
		find := sorted.passages(anyCondition(q.root, ofFact))
		found, total, err = plan.page(ctx, reports, p, find, sorted.by)
	}
	if err != nil {
		return nil, Total{}, err
	}
	passages, err := readPassages(ctx, reports, found, q, s)
	return passages, total, err
}

// passages finds the sentences of a report. One is sorted by that of its facts
// that comes first.
func (s sorting) passages(ofFacts bool) finder {
	return func(l *look, found func(item int, key sortKey)) {
		l.passages(ofFacts || s.key != nil, func(i int) {
			var key sortKey
			if s.key != nil {
				key = s.firstKey(l, i)
			}
			found(i, key)
		})
	}
}

// firstKey returns the first key of the facts of a sentence that meet the query.
func (s sorting) firstKey(l *look, sentence int) sortKey {
	first := sortKey{none: true}
	l.factsOf(sentence, func(f fact) {
		if key := s.key(l, f); s.by(hit{key: key}, hit{key: first}) < 0 {
			first = key
		}
	})
	return first
}

// readPassages makes what is shown of the sentences that were found.
func readPassages(ctx context.Context, reports []*listed, found []hit, q Query, s Store) ([]Passage, error) {
	asked := texts(q.root)
	var v *view // of the last report: hits of one mostly come in a row
	var out []Passage
	err := newShown(ctx, s.Text, reports).each(found, func(h hit, r *report.Report) {
		if int(h.item) >= len(r.Sentences) {
			return
		}
		if v == nil || v.report != r {
			v = &view{report: r, entry: &reports[h.report].Entry}
		}
		out = append(out, v.passage(r.Sentences[h.item], asked))
	})
	return out, err
}

// passage makes what is shown of a sentence.
func (v *view) passage(p report.Passage, asked []words) Passage {
	var marks []report.Span
	for _, w := range asked {
		for _, form := range w.forms() {
			marks = append(marks, v.within(form, p.Span)...)
		}
	}
	marks = merged(marks)
	span := p.Span
	if n := len(marks); n > 0 && marks[n-1].End > span.End {
		span.End = v.endOfPassage(marks[n-1].End)
	}
	text := v.report.Text
	out := Passage{Report: *v.entry, Section: v.report.Outline.Path(p.Section),
		Place: text.Place(span), Text: span.Of(text.Body)}
	for _, m := range marks {
		out.Highlights = append(out.Highlights,
			report.Span{Start: m.Start - span.Start, End: m.End - span.Start})
	}
	return out
}

// endOfPassage returns where the passage ends in which body offset end stands.
func (v *view) endOfPassage(end int) int {
	if k := passageAt(v.report.Sentences, end-1); k >= 0 {
		return v.report.Sentences[k].Span.End
	}
	return end
}

// merged puts spans in order and joins those that overlap.
func merged(spans []report.Span) []report.Span {
	slices.SortFunc(spans, func(a, b report.Span) int { return a.Start - b.Start })
	var out []report.Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
