package service

import (
	"os"
	"slices"
	"time"
)

// Watcher finds out, whenever it is asked, which files below some paths are
// new or changed. It compares sizes and times instead of asking the system to
// be told, which does not work on network drives.
type Watcher struct {
	paths, skip []string
	seen        map[string]fileState
	taken       map[string]fileState // as handed out
}

// fileState is what shows that a file is another than before.
type fileState struct {
	size    int64
	changed time.Time
}

// NewWatcher watches files and folders; names that fit a skip pattern are left
// out. At first all files are new.
func NewWatcher(paths, skip []string) *Watcher {
	return &Watcher{paths: paths, skip: skip, seen: map[string]fileState{}, taken: map[string]fileState{}}
}

// Ready returns the files that are new or changed since they were returned
// last, and that have not grown since Ready was asked before: those that still
// grow are being copied. The error is of a folder that cannot be listed now.
func (w *Watcher) Ready() ([]string, error) {
	found := map[string]fileState{}
	for _, p := range w.paths {
		files := []string{p}
		info, err := os.Stat(p)
		if err == nil && info.IsDir() {
			files, err = below(p, w.skip)
		}
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			if info, err := os.Stat(f); err == nil { // else it is gone again
				found[f] = fileState{info.Size(), info.ModTime()}
			}
		}
	}
	var ready []string
	for f, state := range found {
		if w.seen[f] == state && w.taken[f] != state {
			ready = append(ready, f)
			w.taken[f] = state
		}
	}
	w.seen = found
	for f := range w.taken {
		if _, there := found[f]; !there {
			delete(w.taken, f)
		}
	}
	slices.Sort(ready)
	return ready, nil
}

// Again has Ready return files once more that could not be taken in this time.
func (w *Watcher) Again(files []string) {
	for _, f := range files {
		delete(w.taken, f)
	}
}
