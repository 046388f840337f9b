package library

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
)

// searchesFile holds the saved searches: people's work, as decisions are.
const searchesFile = "searches.json"

// SavedSearch is a query that people keep under a name.
type SavedSearch struct {
	Name  string `json:"name"`
	Query string `json:"query"` // in query language
}

// ErrNoSearch is the error of a name under which no search is saved.
var ErrNoSearch = errors.New("no search is saved under this name")

// SavedSearches returns the saved searches by name.
func (f folder) SavedSearches() ([]SavedSearch, error) {
	data, err := os.ReadFile(f.path(searchesFile))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("saved searches: %w", err)
	}
	var all []SavedSearch
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, fmt.Errorf("saved searches: %s, want a list of names and queries: %w", f.path(searchesFile), err)
	}
	slices.SortFunc(all, func(a, b SavedSearch) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// SavedSearch returns the search that is saved under a name; the error is
// ErrNoSearch where there is none.
func (f folder) SavedSearch(name string) (SavedSearch, error) {
	all, err := f.SavedSearches()
	if err != nil {
		return SavedSearch{}, err
	}
	for _, s := range all {
		if s.Name == strings.TrimSpace(name) {
			return s, nil
		}
	}
	return SavedSearch{}, fmt.Errorf("%q: %w", name, ErrNoSearch)
}

// SaveSearch keeps a search; one of the same name is replaced.
func (l *Library) SaveSearch(s SavedSearch) error {
	s.Name = strings.TrimSpace(s.Name)
	if s.Name == "" || len(s.Name) > longestSearchName || strings.ContainsAny(s.Name, "\r\n") {
		return fmt.Errorf("save search %q: want a name of at most %d bytes on one line", s.Name, longestSearchName)
	}
	return l.changeSearches(func(all []SavedSearch) ([]SavedSearch, error) {
		return append(without(all, s.Name), s), nil
	})
}

const longestSearchName = 200

// RemoveSearch forgets a saved search; the error is ErrNoSearch where there is
// none of that name.
func (l *Library) RemoveSearch(name string) error {
	return l.changeSearches(func(all []SavedSearch) ([]SavedSearch, error) {
		left := without(all, strings.TrimSpace(name))
		if len(left) == len(all) {
			return nil, fmt.Errorf("%q: %w", name, ErrNoSearch)
		}
		return left, nil
	})
}

func without(all []SavedSearch, name string) []SavedSearch {
	return slices.DeleteFunc(slices.Clone(all), func(s SavedSearch) bool { return s.Name == name })
}

func (l *Library) changeSearches(change func([]SavedSearch) ([]SavedSearch, error)) error {
	l.searching.Lock()
	defer l.searching.Unlock()
	all, err := l.SavedSearches()
	if err != nil {
		return err
	}
	if all, err = change(all); err != nil {
		return err
	}
	data, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return fmt.Errorf("saved searches: %w", err)
	}
	return errors.Join(l.write(l.path(searchesFile), append(data, '\n')), l.sync("."))
}
