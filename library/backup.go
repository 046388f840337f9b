package library

import (
	"archive/tar"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/zstd"
)

// A backup is a tar archive, compressed by zstd, of all files of a library but
// those that are derived, and a manifest as its last file.
const (
	manifestName = "manifest.json"
	settingsName = "taizhang.yaml" // the library's own settings, kept with it
)

// Manifest lists what a backup holds.
type Manifest struct {
	Format  int          `json:"format"` // of the library
	Made    time.Time    `json:"made"`
	Reports int          `json:"reports"`
	Files   []BackupFile `json:"files"`
}

// BackupFile is a file of a backup.
type BackupFile struct {
	Path string `json:"path"` // in the library, with slashes
	Size int64  `json:"size"`
	Hash string `json:"sha256"`
}

// Backup writes the library to one file as it is now, settings, decisions and
// removed reports included. Nobody writes meanwhile. at is noted as the time at
// which it was made; progress, which may be nil, is told how many of how many
// files are done.
func (l *Library) Backup(
	ctx context.Context, w io.Writer, at time.Time, progress func(done, of int),
) (Manifest, error) {
	l.writing.Lock()
	defer l.writing.Unlock()
	l.changing.Lock()
	defer l.changing.Unlock()
	m := Manifest{Format: formatVersion, Made: at}
	names, err := l.backupNames()
	if err != nil {
		return m, err
	}
	packed, err := zstd.NewWriter(w)
	if err != nil {
		return m, fmt.Errorf("back up library: %w", err)
	}
	archive := tar.NewWriter(packed)
	for i, name := range names {
		f, err := BackupFile{}, ctx.Err()
		if err == nil {
			f, err = l.backUp(archive, name)
		}
		if err != nil {
			return m, errors.Join(fmt.Errorf("back up %s: %w", name, err), packed.Close())
		}
		if m.Files = append(m.Files, f); path.Dir(name) == reportsDir {
			m.Reports++
		}
		if progress != nil {
			progress(i+1, len(names))
		}
	}
	list, err := json.MarshalIndent(m, "", " ")
	if err == nil {
		err = archive.WriteHeader(&tar.Header{Name: manifestName, Mode: 0o644, Size: int64(len(list)), ModTime: at})
	}
	if err == nil {
		_, err = archive.Write(list)
	}
	if err = errors.Join(err, archive.Close(), packed.Close()); err != nil {
		return m, fmt.Errorf("back up library: %w", err)
	}
	return m, nil
}

// backupNames returns the paths of all files that are not derived. The version
// comes first: it tells what is to follow.
func (l *Library) backupNames() ([]string, error) {
	out := []string{versionFile}
	for _, name := range []string{decisionsFile, cardsFile, searchesFile, settingsName} {
		if _, err := os.Stat(l.path(name)); err == nil {
			out = append(out, name)
		}
	}
	for _, dir := range []string{originalsDir, reportsDir} {
		names, err := l.names(dir, "")
		if err != nil {
			return nil, err
		}
		slices.Sort(names)
		for _, name := range names {
			out = append(out, path.Join(dir, name))
		}
	}
	rules, err := l.ruleNames()
	return append(out, rules...), err
}

// ruleNames returns the paths of the library's own rules, and of what they were
// before.
func (l *Library) ruleNames() ([]string, error) {
	var out []string
	err := fs.WalkDir(os.DirFS(string(l.folder)), RulesDir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return fs.SkipAll
		case err == nil && d.Type().IsRegular() && isRuleFile(name):
			out = append(out, name)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read library: %w", err)
	}
	return out, nil
}

// isRuleFile tells whether a path in the library is of an own rule file.
func isRuleFile(name string) bool {
	return strings.HasPrefix(name, RulesDir+"/") && strings.HasSuffix(name, ".yaml") && path.Clean(name) == name &&
		filepath.IsLocal(filepath.FromSlash(name)) && strings.Count(name, "/") <= 3
}

// backUp writes one file to the archive.
func (l *Library) backUp(to *tar.Writer, name string) (BackupFile, error) {
	f, err := os.Open(l.path(name))
	if err != nil {
		return BackupFile{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return BackupFile{}, err
	}
	h := tar.Header{Name: name, Mode: 0o644, Size: info.Size(), ModTime: info.ModTime().Truncate(time.Second)}
	if err := to.WriteHeader(&h); err != nil {
		return BackupFile{}, err
	}
	sum := sha256.New()
	if _, err := io.Copy(io.MultiWriter(to, sum), f); err != nil {
		return BackupFile{}, err
	}
	return BackupFile{name, info.Size(), hex.EncodeToString(sum.Sum(nil))}, nil
}
