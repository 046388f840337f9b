package service

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"taizhang/library"
	"taizhang/pipeline"
)

// Inputs lists the files of an import: each path as given, of folders all
// files below them, in order of name, and of ZIP archives the files in them,
// as archive.zip!/folder/file. Those whose name (or whose folder's name) fits
// one of the skip patterns are left out of folders and archives.
func Inputs(paths, skip []string, limits pipeline.Limits) ([]library.Input, error) {
	var files []library.Input
	for _, p := range paths {
		found := []string{p} // a missing file is one refusal of the batch, not its end
		if info, err := os.Stat(p); err == nil && info.IsDir() {
			if found, err = below(p, skip); err != nil {
				return nil, err
			}
		}
		for _, f := range found {
			members, archive, err := archiveInputs(f, onDisk(f), skip, limits)
			if err != nil {
				return nil, err
			}
			if !archive {
				members = []library.Input{{Path: f}}
			}
			files = append(files, members...)
		}
	}
	return files, nil
}

func below(dir string, skip []string) ([]string, error) {
	var files []string
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
			files = append(files, path)
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
