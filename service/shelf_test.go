package service

import (
	"errors"
	"fmt"
	"sync"
	"testing"
)

func TestShelf(t *testing.T) {
	s := shelf[string]{most: 10}
	made := 0
	get := func(key string, bytes int) string {
		t.Helper()
		v, err := s.get(key, func() (string, int, error) {
			made++
			return fmt.Sprint(key, made), bytes, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	get("a", 4)
	get("b", 4)
	if got := get("a", 4); got != "a1" {
		t.Errorf("got %s, want what was made first", got)
	}
	get("c", 4) // there is no room for all: b was used least lately
	if got := get("a", 4); got != "a1" {
		t.Errorf("got %s, want what was used last kept", got)
	}
	if got := get("b", 4); got != "b4" {
		t.Errorf("got %s, want it made again", got)
	}
	get("large", 99)
	if got := get("large", 99); got != "large5" {
		t.Errorf("got %s, want the last one kept whatever its size", got)
	}
}

func TestShelfKeepsNoError(t *testing.T) {
	s := shelf[int]{most: 10}
	bad := errors.New("bad")
	if _, err := s.get("a", func() (int, int, error) { return 0, 3, bad }); !errors.Is(err, bad) {
		t.Errorf("got error %v, want the one that was made", err)
	}
	if got, err := s.get("a", func() (int, int, error) { return 7, 3, nil }); got != 7 || err != nil || s.size != 3 {
		t.Errorf("got %d, %v, size %d, want 7 of size 3", got, err, s.size)
	}
}

func TestShelfMakesOnce(t *testing.T) {
	s := shelf[int]{most: 10}
	made := 0
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			_, _ = s.get("a", func() (int, int, error) { made++; return 1, 1, nil })
		})
	}
	all.Wait()
	if made != 1 {
		t.Errorf("made %d times, want once", made)
	}
}
