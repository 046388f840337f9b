package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"taizhang/index"
)

func TestOpen(t *testing.T) {
	o := options(t)
	readOnly, noCreate := o, o
	readOnly.ReadOnly, noCreate.Create = true, false
	for name, o := range map[string]Options{"reading": readOnly, "writing": noCreate} {
		dir := t.TempDir() + "/none"
		if _, err := Open(dir, o); !errors.Is(err, ErrMissing) {
			t.Errorf("for %s: got error %v, want ErrMissing", name, err)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("for %s: a folder was made", name)
		}
	}
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "letter.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(other, o); err == nil {
		t.Error("a library was made among another's files")
	}
	newer := t.TempDir()
	if err := os.WriteFile(filepath.Join(newer, versionFile), []byte("99\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(newer, o); err == nil {
		t.Error("a library of a newer format was opened")
	}
}

func TestLock(t *testing.T) {
	dir := t.TempDir() + "/library"
	o := options(t)
	readOnly := o
	readOnly.ReadOnly = true
	writer := opened(t, dir, o)
	for _, second := range []Options{o, readOnly} {
		_, err := Open(dir, second)
		if want := fmt.Sprintf("library %s is in use by process %d; try again when it is done", dir, os.Getpid()); err == nil || err.Error() != want {
			t.Errorf("got error %v, want %s", err, want)
		}
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	first, second := opened(t, dir, readOnly), opened(t, dir, readOnly)
	if _, err := Open(dir, o); !isInUse(err) {
		t.Errorf("got error %v for writing beside readers, want InUseError", err)
	}
	if _, err := first.Import(t.Context(), numbered(1), reportOf, nil); err == nil {
		t.Error("imported into a library that is open for reading")
	}
	if err := errors.Join(first.Close(), second.Close()); err != nil {
		t.Fatal(err)
	}
	opened(t, dir, o)
}

// TestPutRight breaks a library in the ways a crash or a person can, and opens
// it again.
func TestPutRight(t *testing.T) {
	c, err := cutter()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		name           string
		do             func(f folder, id, hash string) error
		reports, facts int // after opening
	}{
		{"report written, not indexed", func(f folder, id, hash string) error {
			i, err := index.Open(f.path(indexDir, must(f.current())), c, false)
			if err != nil {
				return err
			}
			return errors.Join(i.Remove(id), i.Close())
		}, 3, 6},
		{"report gone", func(f folder, id, hash string) error {
			return errors.Join(os.Remove(f.report(id)), os.Remove(f.original(hash)))
		}, 2, 4},
		{"no generation in use", func(f folder, id, hash string) error { return os.Remove(f.path(indexDir, currentFile)) }, 3, 6},
		{"generation gone", func(f folder, id, hash string) error { return os.RemoveAll(f.path(indexDir, must(f.current()))) }, 3, 6},
		{"half of a generation", func(f folder, id, hash string) error {
			return os.RemoveAll(f.path(indexDir, must(f.current()), "texts"))
		}, 3, 6},
		{"index damaged", func(f folder, id, hash string) error {
			return damage(f.path(indexDir, must(f.current()), "texts", "store", "root.bolt"))
		}, 3, 6},
		{"index emptied", func(f folder, id, hash string) error {
			return os.Truncate(f.path(indexDir, must(f.current()), "texts", "store", "root.bolt"), 0)
		}, 3, 6},
		{"register gone", func(f folder, id, hash string) error {
			return os.Remove(f.path(indexDir, must(f.current()), "register.jsonl"))
		}, 3, 6},
		{"register half written", func(f folder, id, hash string) error {
			return os.Truncate(f.path(indexDir, must(f.current()), "register.jsonl"), 100)
		}, 3, 6},
		{"blocks damaged", func(f folder, id, hash string) error {
			return damage(f.path(indexDir, must(f.current()), "blocks"))
		}, 3, 6},
		{"strings emptied", func(f folder, id, hash string) error {
			return os.Truncate(f.path(indexDir, must(f.current()), "strings"), 0)
		}, 3, 6},
		{"segments gone", func(f folder, id, hash string) error {
			all, err := filepath.Glob(f.path(indexDir, must(f.current()), "*", "store", "*.zap"))
			for _, path := range all {
				err = errors.Join(err, os.Remove(path))
			}
			return err
		}, 3, 6},
		{"segments damaged", func(f folder, id, hash string) error {
			all, err := filepath.Glob(f.path(indexDir, must(f.current()), "*", "store", "*.zap"))
			for _, path := range all {
				err = errors.Join(err, damage(path))
			}
			return err
		}, 3, 6},
		{"rebuild broken off", func(f folder, id, hash string) error { return os.Mkdir(f.path(indexDir, "generation-x"), 0o755) }, 3, 6},
		{"file half written", func(f folder, id, hash string) error {
			return os.WriteFile(f.path(temporaryDir, "new-1"), []byte("{"), 0o644)
		}, 3, 6},
	} {
		t.Run(x.name, func(t *testing.T) {
			dir := t.TempDir() + "/library"
			l := opened(t, dir, options(t))
			imported(t, l, numbered(3))
			e := l.Reports()[0]
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			if err := x.do(folder(dir), e.ID, e.Hash); err != nil {
				t.Fatal(err)
			}
			l = opened(t, dir, options(t))
			sound(t, l, x.reports, x.facts)
			if left, err := l.names(temporaryDir, ""); err != nil || len(left) > 0 {
				t.Errorf("left in tmp: %v %v", left, err)
			}
			if left, err := l.names(indexDir, ""); err != nil || len(left) != 2 {
				t.Errorf("left in index: %v %v, want the generation and its name", left, err)
			}
			imported(t, l, numbered(3))
			sound(t, l, 3, 6)
		})
	}
}

// damage writes over the second half of a file.
func damage(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for i := len(data) / 2; i < len(data); i++ {
		data[i] = byte(i)
	}
	return os.WriteFile(path, data, 0o644)
}

func must(s string, err error) string {
	if err != nil {
		panic(err)
	}
	return s
}

func TestReadingRebuildsAnOutdatedIndex(t *testing.T) {
	dir := t.TempDir() + "/library"
	l := opened(t, dir, options(t))
	imported(t, l, numbered(3))
	if err := errors.Join(l.Close(), os.RemoveAll(filepath.Join(dir, indexDir, currentFile))); err != nil {
		t.Fatal(err)
	}
	o := options(t)
	o.ReadOnly = true
	sound(t, opened(t, dir, o), 3, 6)
}

func TestDoctor(t *testing.T) {
	dir := t.TempDir() + "/library"
	l := opened(t, dir, options(t))
	imported(t, l, numbered(4))
	all := l.Reports()
	err := errors.Join(
		os.WriteFile(l.original(all[0].Hash), []byte("other"), 0o644),
		os.Remove(l.original(all[1].Hash)),
		os.WriteFile(l.report(all[2].ID), []byte("no report"), 0o644),
		os.Remove(l.report(all[3].ID)))
	if err != nil {
		t.Fatal(err)
	}
	problems, err := l.Doctor()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, p := range problems {
		got[p.Code]++
		if p.Hint == "" {
			t.Errorf("%s: no hint what to do", p.Code)
		}
	}
	want := map[string]int{"original_changed": 1, "original_missing": 1, "report_damaged": 1, "original_alone": 2, "report_missing": 1}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
	// What the hints say does help.
	if s := imported(t, l, numbered(4)); s.Imported != 2 || s.Skipped != 2 {
		t.Errorf("importing again: %+v, want two made again", s)
	}
	sound(t, l, 4, 8)
}

func TestRebuildWhileOthersRead(t *testing.T) {
	l := opened(t, t.TempDir()+"/library", options(t))
	imported(t, l, numbered(50))
	ctx, stop := context.WithCancel(t.Context())
	failed := make(chan error, 1)
	go func() {
		defer close(failed)
		q, _ := index.Parse("学位")
		for ctx.Err() == nil {
			found, _, err := l.Passages(t.Context(), q, index.Page{})
			if err != nil || len(found) != 50 {
				failed <- fmt.Errorf("found %d passages, want 50: %w", len(found), err)
				return
			}
		}
	}()
	for range 3 {
		if err := l.Rebuild(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	}
	stop()
	if err := <-failed; err != nil {
		t.Error(err)
	}
	sound(t, l, 50, 100)
}
