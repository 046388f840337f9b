package library

import (
	"errors"
	"slices"
	"testing"
)

func TestSavedSearches(t *testing.T) {
	dir := t.TempDir() + "/library"
	l := opened(t, dir, options(t))
	for _, s := range []SavedSearch{{"投资", "固定资产投资"}, {" 学位 ", "学位 年份:2023"}, {"投资", "固投 值:>5亿"}} {
		if err := l.SaveSearch(s); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"", " ", "两\n行"} {
		if err := l.SaveSearch(SavedSearch{name, "学位"}); err == nil {
			t.Errorf("a search is saved as %q", name)
		}
	}
	all, err := l.SavedSearches()
	want := []SavedSearch{{"学位", "学位 年份:2023"}, {"投资", "固投 值:>5亿"}}
	if err != nil || !slices.Equal(all, want) {
		t.Errorf("%v (%v), want %v", all, err, want)
	}
	if s, err := l.SavedSearch("学位"); err != nil || s != want[0] {
		t.Errorf("学位: %v (%v)", s, err)
	}
	if err := l.RemoveSearch("学位"); err != nil {
		t.Fatal(err)
	}
	if err := l.RemoveSearch("学位"); !errors.Is(err, ErrNoSearch) {
		t.Errorf("removed twice: %v", err)
	}
	if _, err := l.SavedSearch("学位"); !errors.Is(err, ErrNoSearch) {
		t.Errorf("found after it was removed: %v", err)
	}
}
