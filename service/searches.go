package service

import (
	"context"
	"errors"

	"taizhang/index"
	"taizhang/library"
)

// SavedSearches returns the saved searches by name.
func (s *Service) SavedSearches() ([]library.SavedSearch, error) { return s.library.SavedSearches() }

// SavedSearch returns the search saved under a name; the error is an
// *InvalidError where there is none.
func (s *Service) SavedSearch(name string) (library.SavedSearch, error) {
	found, err := s.library.SavedSearch(name)
	if errors.Is(err, library.ErrNoSearch) {
		err = invalid("name", err)
	}
	return found, err
}

// SaveSearch keeps a query under a name, in place of one that was kept there.
// The error is an *InvalidError where query or name is none.
func (s *Service) SaveSearch(ctx context.Context, search library.SavedSearch) error {
	if _, err := s.parse(ctx, search.Query, Words{}); err != nil {
		return err
	}
	if err := s.library.SaveSearch(search); err != nil {
		return invalid("name", err)
	}
	return nil
}

// RemoveSearch forgets a saved search.
func (s *Service) RemoveSearch(name string) error {
	err := s.library.RemoveSearch(name)
	if errors.Is(err, library.ErrNoSearch) {
		err = invalid("name", err)
	}
	return err
}

// Asked is one of many queries and what it finds.
type Asked struct {
	Query    string         `json:"query"`
	Passages int            `json:"passages"` // how many sentences meet it
	Facts    int            `json:"facts"`    // how many facts do
	First    *index.Passage `json:"first,omitempty"`
	Wrong    string         `json:"wrong,omitempty"` // what is wrong with the query
}

// Ask asks queries one after the other; a wrong one does not end the others.
func (s *Service) Ask(ctx context.Context, queries []string, w Words) ([]Asked, error) {
	var out []Asked
	for _, text := range queries {
		a, err := s.ask(ctx, text, w)
		var wrong *InvalidError
		switch {
		case errors.As(err, &wrong):
			a.Wrong = wrong.Error()
		case err != nil:
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

func (s *Service) ask(ctx context.Context, text string, w Words) (Asked, error) {
	a := Asked{Query: text}
	q, err := s.parse(ctx, text, w)
	if err != nil {
		return a, err
	}
	counts, err := s.Counts(ctx, text, w)
	if err != nil {
		return a, err
	}
	a.Passages, a.Facts = counts.Passages, counts.Facts
	first, _, err := s.library.Passages(ctx, q, index.Page{Limit: 1})
	if len(first) > 0 {
		a.First = &first[0]
	}
	return a, err
}
