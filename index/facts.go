package index

import (
	"context"

	"taizhang/report"
)

// Facts finds the facts that meet a query, in the page's order.
func (x *Index) Facts(ctx context.Context, q Query, p Page, s Store) ([]report.Fact, Total, error) {
	if err := p.check(); err != nil {
		return nil, Total{}, err
	}
	q, candidates, err := x.candidates(ctx, q)
	if err != nil {
		return nil, Total{}, err
	}
	plan := q.plan(x, forFacts)
	sorted := plan.sorting(p.Sort)
	reports := candidates.list(sorted.reports)
	found, total, err := plan.page(ctx, reports, p, sorted.facts, sorted.by)
	if err != nil {
		return nil, Total{}, err
	}
	facts, err := readFacts(ctx, reports, found, s)
	return facts, total, err
}

// facts finds the facts of a report.
func (s sorting) facts(l *look, found func(item int, key sortKey)) {
	l.facts(func(i int, f fact) {
		var key sortKey
		if s.key != nil {
			key = s.key(l, f)
		}
		found(i, key)
	})
}

// firstReports is how many reports are looked at first where words are looked
// for and a page is to be filled; then twice as many, and so on.
const firstReports = 2 * stretch

// page finds what is on a page. Where words are asked for, reports are looked
// at no further than the page needs.
func (p *plan) page(ctx context.Context, reports []*listed, page Page, find finder, by order) ([]hit, Total, error) {
	keep := 0
	if page.Limit > 0 {
		keep = page.Offset + page.Limit
	}
	wave := len(reports)
	if by == nil && keep > 0 && len(p.asked) > 0 {
		wave = firstReports
	}
	var all gathered
	for from := 0; from < len(reports); wave *= 2 {
		if page.full(all.count) {
			return cut(page, all.hits), Total{all.count, false}, nil
		}
		to := min(from+wave, len(reports))
		g, err := p.gather(ctx, reports[from:to], keep, find, by)
		if err != nil {
			return nil, Total{}, err
		}
		for _, h := range g.hits {
			h.report += int32(from)
			all.hits = append(all.hits, h)
		}
		all.count += g.count
		from = to
	}
	return cut(page, all.hits), Total{all.count, true}, nil
}

// readFacts reads the facts that were found from the stored reports.
func readFacts(ctx context.Context, reports []*listed, found []hit, s Store) ([]report.Fact, error) {
	var out []report.Fact
	err := newShown(ctx, s.Report, reports).each(found, func(h hit, r *report.Report) {
		if int(h.item) < len(r.Facts) {
			out = append(out, r.Facts[h.item])
		}
	})
	return out, err
}
