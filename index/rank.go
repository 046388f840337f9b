package index

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"github.com/blevesearch/bleve/v2/search/query"
)

// The ranks of passages, best first: words of a heading, words of the body, a
// part of a word in a heading, one in the body. Of the same rank, newer ones
// come before older ones.
const (
	rankHeading = iota
	rankWords
	rankHeadingPart
	rankPart
)

// ranking puts passages in order without looking at more reports than the page
// needs: those with the words in headings are looked at first, then those with
// the words, then the others.
type ranking struct {
	index   *Index
	plan    *plan
	reports []*listed // newer ones first
	find    finder
	page    Page
	inHeads marks             // reports whose headings have the words; nil: any may
	seen    map[int32][]int32 // sentences found, by report that was looked at
	out     []hit
	count   int
}

// rank returns the passages on a page, best first.
func (x *Index) rank(ctx context.Context, q Query, p *plan, reports []*listed, page Page) ([]hit, Total, error) {
	find := sorting{}.passages(anyCondition(q.root, ofFact))
	r := &ranking{index: x, plan: p, reports: reports, find: find, page: page, seen: map[int32][]int32{}}
	inHeads, err := x.named(ctx, fieldHeads, isWord, q)
	if err == nil {
		r.inHeads = inHeads
		err = r.pass(ctx, rankHeading, inHeads)
	}
	if err != nil || page.full(len(r.out)) {
		return cut(page, r.out), Total{r.count, false}, err
	}
	inBody, err := x.named(ctx, fieldWords, isSearchWord, q)
	if err == nil {
		if inBody != nil {
			inBody = inBody.add(inHeads)
		}
		err = r.pass(ctx, rankWords, inBody)
	}
	if err != nil || page.full(len(r.out)) {
		return cut(page, r.out), Total{r.count, false}, err
	}
	if err := r.pass(ctx, rankPart, inBody); err != nil {
		return nil, Total{}, err
	}
	return cut(page, r.out), Total{r.count, len(r.seen) == len(reports)}, nil
}

// named returns the reports in which all words of one of the texts
// asked for stand as words, nil where that may be any: a text has no word that the
// field keeps.
func (x *Index) named(
	ctx context.Context, field string, kept func(string) bool, q Query,
) (marks, error) {
	var some []query.Query
	for _, w := range texts(q.root) {
		for _, form := range w.forms() {
			var parts []query.Query
			for _, part := range x.cutter.Search(form) {
				if text := part.Span.Of(form); kept(text) {
					parts = append(parts, term(field, text))
				}
			}
			if len(parts) == 0 {
				return nil, nil
			}
			some = append(some, allOf(parts))
		}
	}
	return x.proposed(ctx, anyOf(some))
}

// pass goes through the reports with the words, or through all of them where
// parts of words are looked for, until the page is full.
func (r *ranking) pass(ctx context.Context, rank int, named marks) error {
	keep := func(at *listed) bool { return rank == rankPart || r.mayHoldWords(at, named) }
	wave := firstReports
	for from := 0; from < len(r.reports) && !r.page.full(len(r.out)); wave *= 2 {
		var todo []int32
		todo, from = r.next(from, wave, keep)
		if err := r.lookAt(ctx, todo); err != nil {
			return err
		}
		r.take(rank, named, todo)
	}
	return nil
}

// next returns the reports to look at next, at most so many of those from a
// place on that are to be kept, and where to go on.
func (r *ranking) next(from, most int, keep func(*listed) bool) (todo []int32, at int) {
	for ahead := most; from < len(r.reports) && len(todo) < most; ahead *= 2 {
		for _, chosen := range chosen(r.reports[from:min(from+ahead, len(r.reports))], keep) {
			if len(todo) == most {
				break
			}
			if chosen {
				todo = append(todo, int32(from))
			}
			from++
		}
	}
	return todo, from
}

// chosen tells of each report whether it is to be kept, asking several goroutines.
func chosen(reports []*listed, keep func(*listed) bool) []bool {
	out := make([]bool, len(reports))
	var workers sync.WaitGroup
	part := max(stretch, (len(reports)+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0))
	for from := 0; from < len(reports); from += part {
		workers.Go(func() {
			for i := from; i < min(from+part, len(reports)); i++ {
				out[i] = keep(reports[i])
			}
		})
	}
	workers.Wait()
	return out
}

// mayHoldWords tells whether something asked for may begin and end where words
// of a report do.
func (r *ranking) mayHoldWords(at *listed, named marks) bool {
	if named != nil && !named.has(at) {
		return false
	}
	for _, w := range r.plan.asked {
		if slices.ContainsFunc(w.forms, at.signature.mayHoldWhole) {
			return true
		}
	}
	return false
}

// lookAt looks at those of the reports that were not looked at before.
func (r *ranking) lookAt(ctx context.Context, numbers []int32) error {
	var fresh []int32
	var reports []*listed
	for _, i := range numbers {
		if _, seen := r.seen[i]; !seen {
			fresh, reports = append(fresh, i), append(reports, r.reports[i])
			r.seen[i] = nil
		}
	}
	found, err := r.plan.gather(ctx, reports, 0, r.find, nil)
	if err != nil {
		return err
	}
	for _, h := range found.hits {
		i := fresh[h.report]
		r.seen[i] = append(r.seen[i], h.item)
	}
	r.count += found.count
	return nil
}

// take adds the sentences of that rank to the page. Among parts of words, those
// in headings go first within what is looked at together.
func (r *ranking) take(rank int, named marks, numbers []int32) {
	var later []hit
	for _, i := range numbers {
		b := r.reports[i].block
		for _, s := range r.seen[i] {
			heading := b.isHeading(int(s))
			h := hit{report: i, item: s}
			switch {
			case rank == rankPart:
				if r.hadTurn(heading, r.reports[i], named) && r.onWords(h) {
					continue
				}
				if !heading {
					later = append(later, h)
					continue
				}
			case heading != (rank == rankHeading) || !r.onWords(h):
				continue
			}
			r.out = append(r.out, h)
			if r.page.full(len(r.out)) {
				return
			}
		}
	}
	r.out = append(r.out, later...)
}

// hadTurn tells whether an earlier pass has looked at the report's headings, or
// at its other sentences. A lead such as 第一，… is a heading whose words need not
// stand among those of the headings.
func (r *ranking) hadTurn(heading bool, at *listed, named marks) bool {
	if heading {
		named = r.inHeads
	}
	return named == nil || named.has(at)
}

// onWords tells whether something asked for begins and ends where words of the
// sentence do.
func (r *ranking) onWords(h hit) bool {
	b := r.reports[h.report].block
	row := b.sentence(int(h.item))
	body := b.text()[:b.bodyLength()]
	for _, w := range r.plan.asked {
		for _, form := range w.forms {
			at := indexUTF16(body[:min(row.end+len(form), len(body))], form, row.start)
			for ; at >= 0 && at < row.end; at = indexUTF16(body[:min(row.end+len(form), len(body))], form, at+2) {
				if b.isWords(at, at+len(form)) {
					return true
				}
			}
		}
	}
	return false
}
