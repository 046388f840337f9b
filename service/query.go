package service

import (
	"context"

	"taizhang/index"
	"taizhang/report"
)

// Words say how the words of a query are taken.
type Words struct {
	Exact  bool // as they are typed, without synonyms
	Pinyin bool // those in Latin letters as pinyin, too
}

// parse reads a query in the language of the rules in force; its error is an
// *InvalidError.
func (s *Service) parse(ctx context.Context, query string, w Words) (index.Query, error) {
	synonyms, err := s.rules.Load().synonyms()
	if err != nil {
		return index.Query{}, err
	}
	p, giveBack := s.borrow()
	defer giveBack()
	language := index.Language{Value: p.Value, Synonyms: synonyms}
	if w.Exact {
		language = language.Exact()
	}
	language.Pinyin = w.Pinyin
	q, err := language.Parse(query)
	if err != nil {
		return q, invalid("query", err)
	}
	return s.library.Resolve(ctx, q)
}

// checkQuery tells what is wrong with a query, without a library: an
// *InvalidError, or nil. Values in words are left to those who can read them.
func checkQuery(query string) error {
	readable := func(string) (report.Value, bool) { return report.Value{Bound: report.Exact}, true }
	if _, err := (index.Language{Value: readable}).Parse(query); err != nil {
		return invalid("query", err)
	}
	return nil
}
