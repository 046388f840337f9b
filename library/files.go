package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The names in a library's folder.
const (
	versionFile  = "version"
	originalsDir = "originals"
	reportsDir   = "reports"
	indexDir     = "index"
	ocrDir       = "ocr"
	currentFile  = "current"
	wordsFile    = "words"
	temporaryDir = "tmp"
	lockFile     = "lock"
	reportSuffix = ".json.zst"
	ocrSuffix    = ".json.zst"
)

// RulesDir is the folder of a library's own rules, which package service reads
// and writes.
const RulesDir = "rules"

// folder is the path of a library.
type folder string

func (f folder) path(names ...string) string {
	return filepath.Join(append([]string{string(f)}, names...)...)
}

func (f folder) report(id string) string     { return f.path(reportsDir, id+reportSuffix) }
func (f folder) original(hash string) string { return f.path(originalsDir, hash) }

// create makes an empty library. The version comes last: without it the folder
// is none yet.
func (f folder) create() error {
	if err := f.makeFolders(); err != nil {
		return err
	}
	return f.writeVersion(formatVersion)
}

func (f folder) makeFolders() error {
	for _, d := range []string{originalsDir, reportsDir, indexDir, ocrDir, temporaryDir} {
		if err := os.MkdirAll(f.path(d), 0o755); err != nil {
			return fmt.Errorf("create library: %w", err)
		}
	}
	return nil
}

func (f folder) writeVersion(v int) error {
	return f.write(f.path(versionFile), fmt.Appendf(nil, "%d\n", v))
}

// version returns the version of the folder's layout, 0 if it is no library.
func (f folder) version() (int, error) {
	data, err := os.ReadFile(f.path(versionFile))
	if errors.Is(err, os.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("open library: %w", err)
	}
	var v int
	if _, err := fmt.Sscanf(string(data), "%d", &v); err != nil || v < 1 {
		return 0, fmt.Errorf("open library: %s holds %q, want a number", f.path(versionFile), data)
	}
	return v, nil
}

// isFree tells whether a library may be made here: nothing of another's stands
// in the folder.
func (f folder) isFree() bool {
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return errors.Is(err, os.ErrNotExist)
	}
	own := []string{originalsDir, reportsDir, indexDir, ocrDir, temporaryDir, lockFile, RulesDir, settingsName}
	for _, e := range entries {
		if !slices.Contains(own, e.Name()) {
			return false
		}
	}
	return true
}

// write puts data at path, whole or not at all: it is written beside, synced
// and renamed. The folder has to be synced before others may rely on the name.
func (f folder) write(path string, data []byte) error {
	s, err := f.stage(path, data)
	if err != nil {
		return err
	}
	return place([]*staged{s})
}

// sync makes the names in folders last.
func (f folder) sync(dirs ...string) error {
	for _, d := range dirs {
		h, err := os.Open(f.path(d))
		if err != nil {
			return fmt.Errorf("sync library: %w", err)
		}
		if err := errors.Join(h.Sync(), h.Close()); err != nil {
			return fmt.Errorf("sync library: %w", err)
		}
	}
	return nil
}

// names returns the names in a folder that end in suffix, without it.
func (f folder) names(dir, suffix string) ([]string, error) {
	entries, err := os.ReadDir(f.path(dir))
	if err != nil {
		return nil, fmt.Errorf("read library: %w", err)
	}
	var out []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), suffix); ok {
			out = append(out, name)
		}
	}
	return out, nil
}

// sweep removes what was being written when the program ended.
func (f folder) sweep() error {
	left, err := f.names(temporaryDir, "")
	for _, name := range left {
		err = errors.Join(err, os.RemoveAll(f.path(temporaryDir, name)))
	}
	return err
}
