package library

import (
	"context"

	"taizhang/index"
	"taizhang/report"
)

// Facts returns the facts that meet a query, in the page's order.
func (l *Library) Facts(
	ctx context.Context, q index.Query, p index.Page,
) ([]report.Fact, index.Total, error) {
	defer l.reading()()
	return l.index.Facts(ctx, q, p, l)
}

// Passages returns the sentences that meet a query, best first.
func (l *Library) Passages(
	ctx context.Context, q index.Query, p index.Page,
) ([]index.Passage, index.Total, error) {
	defer l.reading()()
	return l.index.Passages(ctx, q, p, l)
}

// FactFacets counts the facts that meet a query by the values of some fields,
// at most limit values of each (0: all).
func (l *Library) FactFacets(ctx context.Context, q index.Query, limit int) (index.Facets, error) {
	defer l.reading()()
	return l.index.FactFacets(ctx, q, limit)
}

// PassageFacets does the same for the sentences that meet a query.
func (l *Library) PassageFacets(ctx context.Context, q index.Query, limit int) (index.Facets, error) {
	defer l.reading()()
	return l.index.PassageFacets(ctx, q, limit)
}

// Suggest returns at most n names of the library that what is typed may be the
// beginning of.
func (l *Library) Suggest(typed string, n int) []index.Suggestion {
	defer l.reading()()
	return l.index.Suggest(typed, n)
}

// Correct returns corrections for words of a query that stand nowhere.
func (l *Library) Correct(ctx context.Context, q index.Query) ([]index.Correction, error) {
	defer l.reading()()
	return l.index.Correct(ctx, q)
}

// Resolve finds the words that pinyin in a query stands for.
func (l *Library) Resolve(ctx context.Context, q index.Query) (index.Query, error) {
	defer l.reading()()
	return l.index.Resolve(ctx, q)
}
