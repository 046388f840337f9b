package index

import "context"

// occurs tells whether words stand in the text of some report, or in the name of
// an indicator or a subject of it.
func (x *Index) occurs(ctx context.Context, text string) (bool, error) {
	folded := foldString(text)
	proposed, err := x.proposed(ctx, holding(folded))
	if err != nil {
		return false, err
	}
	p := Query{words{text: text, folded: folded}}.plan(x, forFacts)
	look := p.look(0)
	for _, r := range x.catalogue.all() {
		if !proposed.has(r) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return false, err
		}
		if look.open(r) && look.meetsAny() {
			return true, nil
		}
	}
	return false, nil
}

// meetsAny tells whether a sentence or a fact of the report meets the query.
func (l *look) meetsAny() bool {
	b := l.at.block
	for i := range b.sentences() + b.strays() {
		if l.holds(i, nil) {
			return true
		}
	}
	for i := range b.facts() {
		if f := b.fact(i); l.holds(f.sentence(), f) {
			return true
		}
	}
	return false
}
