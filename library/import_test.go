package library

import (
	"fmt"
	"testing"
)

func TestImport(t *testing.T) {
	l := opened(t, t.TempDir()+"/library", options(t))
	files := append(texts("新增学位3000个。", "拒", "新增学位3000个。", "恐", "拒"), Input{Path: "no/such.txt"})
	want := []string{"imported ", "refused unreadable", "skipped duplicate", "refused crashed", "refused unreadable", "refused missing"}
	var told int
	s, err := l.Import(t.Context(), files, reportOf, func(Result) { told++ })
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range s.Results {
		if got := fmt.Sprintf("%s %s", r.Status, r.Code); got != want[i] || r.Path != files[i].Path {
			t.Errorf("%s: got %q (%s), want %q", r.Path, got, r.Why, want[i])
		}
		if r.Status == Refused && r.Hint == "" {
			t.Errorf("%s: no hint what to do", r.Path)
		}
	}
	if told != len(files) || s.Imported != 1 || s.Refused != 4 || s.Skipped != 1 || s.Facts != 1 {
		t.Errorf("told %d results, summary %+v", told, s)
	}
	sound(t, l, 1, 1)
}

func TestImportTwiceChangesNothing(t *testing.T) {
	dir := t.TempDir() + "/library"
	l := opened(t, dir, options(t))
	imported(t, l, numbered(100))
	sound(t, l, 100, 200)
	s := imported(t, l, numbered(100))
	if s.Skipped != 100 || s.Facts != 0 {
		t.Errorf("second import: %+v", s)
	}
	sound(t, l, 100, 200)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	sound(t, opened(t, dir, options(t)), 100, 200)
}
