package service

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func TestWatcher(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string, at int) {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(file, time.Time{}, time.Unix(int64(at), 0)); err != nil {
			t.Fatal(err)
		}
	}
	w := NewWatcher([]string{dir}, []string{"~$*"})
	ready := func(want ...string) {
		t.Helper()
		files, err := w.Ready()
		if err != nil {
			t.Fatal(err)
		}
		for i := range files {
			files[i] = filepath.Base(files[i])
		}
		if !slices.Equal(files, want) {
			t.Fatalf("got %q, want %q", files, want)
		}
	}
	put("a.txt", "甲", 1)
	put("~$a.docx", "甲", 1)
	ready() // it may still grow
	put("b.txt", "乙", 1)
	ready("a.txt")
	put("b.txt", "乙乙", 2) // still growing
	ready()
	ready("b.txt")
	ready()
	put("a.txt", "丙", 3) // changed, as long as before
	ready()
	ready("a.txt")
	w.Again([]string{filepath.Join(dir, "a.txt")})
	ready("a.txt")
	if err := os.Remove(filepath.Join(dir, "a.txt")); err != nil {
		t.Fatal(err)
	}
	ready()
	put("a.txt", "丙", 3) // back again
	ready()
	ready("a.txt")
	gone := NewWatcher([]string{filepath.Join(dir, "none")}, nil)
	if _, err := gone.Ready(); err == nil {
		t.Error("a folder that is not there was watched")
	}
}
