package index

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

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
	rank       int
}

// The ranks of passages, best first: words of a heading, words of the body, a
// part of a word in a heading, one in the body.
const (
	rankHeading = iota
	rankWords
	rankHeadingPart
	rankPart
)

// reportsAtOnce is how many reports are looked through before the passages
// found in them are put in order: a page never has to read them all.
const reportsAtOnce = 8

// Passages finds the sentences in which a query is met, best first. A
// condition about facts is met where some fact of the sentence meets the query.
func (x *Index) Passages(ctx context.Context, q Query, p Page, s Store) ([]Passage, Total, error) {
	if err := p.check(); err != nil {
		return nil, Total{}, err
	}
	ids, err := x.rankedReports(ctx, q)
	if err != nil {
		return nil, Total{}, err
	}
	var found []Passage
	for group := range slices.Chunk(ids, reportsAtOnce) {
		if p.full(len(found)) {
			return cut(p, found), Total{len(found), false}, nil
		}
		start := len(found)
		for _, id := range group {
			more, err := x.passagesOf(ctx, q, s, id)
			if err != nil {
				return nil, Total{}, err
			}
			found = append(found, more...)
		}
		slices.SortStableFunc(found[start:], func(a, b Passage) int { return a.rank - b.rank })
	}
	return cut(p, found), Total{len(found), true}, nil
}

// rankedReports returns the ids of all reports in which the query may be met:
// those with its words in headings, those with its words, the others; newer
// ones before older ones where that is equal.
func (x *Index) rankedReports(ctx context.Context, q Query) ([]string, error) {
	must, err := x.proposeReports(ctx, q)
	if err != nil {
		return nil, err
	}
	ranked := query.NewBooleanQuery([]query.Query{must}, x.wordQueries(q), nil)
	n, err := x.reports.DocCount()
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	r := bleve.NewSearchRequestOptions(ranked, int(n), 0, false)
	r.SortBy([]string{"-_score", "-" + fieldYear, "_id"})
	found, err := x.reports.SearchInContext(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	ids := make([]string, len(found.Hits))
	for i, hit := range found.Hits {
		ids[i] = hit.ID
	}
	return ids, nil
}

// headingBoost lets a word in a heading weigh more than any number of them in
// the body.
const headingBoost = 20

// wordQueries ask for the query's words as words; they rank and do not exclude.
func (x *Index) wordQueries(q Query) []query.Query {
	var out []query.Query
	for _, w := range texts(q.root) {
		var body, heads []query.Query
		for _, part := range x.cutter.Search(w.folded) {
			if text := part.Span.Of(w.folded); isWord(text) {
				body = append(body, term(fieldWords, text))
				heads = append(heads, term(fieldHeads, text))
			}
		}
		if len(body) > 0 {
			inHeads := query.NewConjunctionQuery(heads)
			inHeads.SetBoost(headingBoost)
			out = append(out, query.NewConjunctionQuery(body), inHeads)
		}
	}
	return out
}

// passagesOf returns the sentences of one report in which the query is met.
func (x *Index) passagesOf(ctx context.Context, q Query, s Store, id string) ([]Passage, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v, err := x.view(s, id)
	if v == nil || err != nil {
		return nil, err
	}
	var facts map[int][]*report.Fact
	if anyCondition(q.root, ofFact) {
		facts = v.factsBySentence()
	}
	asked := texts(q.root)
	var out []Passage
	for i, p := range v.report.Sentences {
		if v.meets(q, p, facts[i]) {
			out = append(out, x.passage(v, p, asked))
		}
	}
	return out, nil
}

func (v *view) factsBySentence() map[int][]*report.Fact {
	facts := map[int][]*report.Fact{}
	for i := range v.report.Facts {
		f := &v.report.Facts[i]
		if k := v.passageAt(f.Place.Start); k >= 0 {
			facts[k] = append(facts[k], f)
		}
	}
	return facts
}

// meets tells whether some fact of the sentence meets the query, or the
// sentence alone where no fact is asked for or none stands in it.
func (v *view) meets(q Query, p report.Passage, facts []*report.Fact) bool {
	c := v.sentence(p)
	if len(facts) == 0 {
		return q.holds(c)
	}
	for _, c.fact = range facts {
		if q.holds(c) {
			return true
		}
	}
	return false
}

// passage makes what is shown of a sentence.
func (x *Index) passage(v *view, p report.Passage, asked []words) Passage {
	var marks []report.Span
	for _, w := range asked {
		marks = append(marks, v.within(w.folded, p.Span)...)
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
	out.rank = x.rank(v, p, out)
	return out
}

// endOfPassage returns where the passage ends in which body offset end stands.
func (v *view) endOfPassage(end int) int {
	if k := v.passageAt(end - 1); k >= 0 {
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

// rank tells how well the marked words fit: as words or as parts of them, in a
// heading or in the body.
func (x *Index) rank(v *view, p report.Passage, found Passage) int {
	rank := rankWords
	if !x.onWords(found.Text, found.Highlights) {
		rank = rankPart
	}
	if v.isHeading(p) {
		rank--
	}
	return rank
}

// onWords tells whether some highlight begins and ends where words do.
func (x *Index) onWords(text string, marks []report.Span) bool {
	if len(marks) == 0 {
		return true
	}
	starts, ends := map[int]bool{}, map[int]bool{}
	for _, w := range x.cutter.Search(strings.ToLower(text)) {
		starts[w.Span.Start], ends[w.Span.End] = true, true
	}
	return slices.ContainsFunc(marks, func(m report.Span) bool {
		return starts[m.Start] && ends[m.End]
	})
}

// isHeading tells whether a sentence is the title or a heading.
func (v *view) isHeading(p report.Passage) bool {
	o := v.report.Outline
	if o.TitleSpan.Overlaps(p.Span) {
		return true
	}
	return p.Section >= 0 && p.Section < len(o.Sections) &&
		o.Sections[p.Section].Head.Overlaps(p.Span)
}
