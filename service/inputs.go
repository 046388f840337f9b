package service

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"taizhang/library"
)

// Inputs lists the files of an import: each path as given, and of folders all
// files below them, in order of name, but for those whose name (or whose
// folder's name) fits one of the skip patterns.
func Inputs(paths, skip []string) ([]library.Input, error) {
	var files []library.Input
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil || !info.IsDir() {
			// A missing file is one refusal of the batch, not its end.
			files = append(files, library.Input{Path: p})
			continue
		}
		found, err := below(p, skip)
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	return files, nil
}

func below(dir string, skip []string) ([]library.Input, error) {
	var files []library.Input
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		skipped, err := fits(d.Name(), skip)
		switch {
		case err != nil:
			return err
		case path != dir && skipped && d.IsDir():
			return filepath.SkipDir
		case d.Type().IsRegular() && !skipped:
			files = append(files, library.Input{Path: path})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", dir, err)
	}
	return files, nil
}

func fits(name string, patterns []string) (bool, error) {
	for _, p := range patterns {
		ok, err := filepath.Match(p, name)
		if err != nil {
			return false, invalid("skip", fmt.Errorf("skip %q: want a file name with * and ?: %w", p, err))
		}
		if ok {
			return true, nil
		}
	}
	return false, nil
}
