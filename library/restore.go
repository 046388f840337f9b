package library

import (
	"archive/tar"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Restore makes a library in dir of a backup. The folder must be empty or not
// there. Every file is held against the manifest; after an error nothing is
// left. The index is made by the next opening.
func Restore(r io.Reader, dir string) (Manifest, error) {
	entries, err := os.ReadDir(dir)
	if err == nil && len(entries) > 0 {
		return Manifest{}, fmt.Errorf("restore: %s is not empty; name a folder that is not there yet", dir)
	}
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return Manifest{}, fmt.Errorf("restore: %w", err)
	}
	parent := filepath.Dir(filepath.Clean(dir))
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return Manifest{}, fmt.Errorf("restore: %w", err)
	}
	beside, err := os.MkdirTemp(parent, ".restoring-")
	if err != nil {
		return Manifest{}, fmt.Errorf("restore: %w", err)
	}
	m, err := restoreInto(r, folder(beside))
	if err == nil {
		err = os.Chmod(beside, 0o755)
	}
	if err == nil {
		err = replaceEmpty(dir, beside)
	}
	if err != nil {
		return m, errors.Join(fmt.Errorf("restore: %w", err), os.RemoveAll(beside))
	}
	return m, folder(parent).sync("")
}

// replaceEmpty puts a folder in the place of one that is empty or not there.
func replaceEmpty(dir, by string) error {
	if err := os.Remove(dir); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return os.Rename(by, dir)
}

// restoreInto unpacks a backup and holds it against its manifest.
func restoreInto(r io.Reader, to folder) (Manifest, error) {
	if err := to.makeFolders(); err != nil {
		return Manifest{}, err
	}
	packed, err := zstd.NewReader(r)
	if err != nil {
		return Manifest{}, err
	}
	defer packed.Close()
	archive := tar.NewReader(packed)
	there := map[string]BackupFile{}
	for {
		h, err := archive.Next()
		switch {
		case err == io.EOF:
			return Manifest{}, errors.New("the backup is cut off: it has no manifest")
		case err != nil:
			return Manifest{}, fmt.Errorf("this is no backup of taizhang, or a damaged one: %w", err)
		case h.Name == manifestName:
			return checkManifest(archive, there)
		}
		f, err := to.restoreFile(h, archive)
		if err != nil {
			return Manifest{}, err
		}
		there[f.Path] = f
	}
}

// restoreFile unpacks one file.
func (f folder) restoreFile(h *tar.Header, r io.Reader) (BackupFile, error) {
	if !isBackedUp(h) {
		return BackupFile{}, fmt.Errorf("this is no backup of taizhang: it holds %q", h.Name)
	}
	if err := os.MkdirAll(filepath.Dir(f.path(filepath.FromSlash(h.Name))), 0o755); err != nil {
		return BackupFile{}, err
	}
	out, err := os.OpenFile(f.path(filepath.FromSlash(h.Name)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return BackupFile{}, err
	}
	sum := sha256.New()
	n, err := io.Copy(io.MultiWriter(out, sum), r)
	if err == nil {
		err = out.Sync()
	}
	if err = errors.Join(err, out.Close()); err != nil {
		return BackupFile{}, fmt.Errorf("%s: %w", h.Name, err)
	}
	return BackupFile{h.Name, n, hex.EncodeToString(sum.Sum(nil))}, nil
}

// isBackedUp tells whether a file is one that Backup writes: no other may be
// made, wherever its name leads.
func isBackedUp(h *tar.Header) bool {
	if h.Typeflag != tar.TypeReg {
		return false
	}
	switch dir, name := path.Split(h.Name); dir {
	case "":
		return name == versionFile || name == decisionsFile || name == cardsFile || name == searchesFile ||
			name == settingsName
	case originalsDir + "/":
		return len(name) == 64 && isID(name)
	case reportsDir + "/":
		id, ok := strings.CutSuffix(name, reportSuffix)
		return ok && isID(id)
	}
	return isRuleFile(h.Name)
}

// largestManifest bounds what is read of a manifest.
const largestManifest = 1 << 30

// checkManifest holds what was unpacked against the manifest.
func checkManifest(r io.Reader, there map[string]BackupFile) (Manifest, error) {
	var m Manifest
	if err := json.NewDecoder(io.LimitReader(r, largestManifest)).Decode(&m); err != nil {
		return m, fmt.Errorf("the backup's manifest is damaged: %w", err)
	}
	if m.Format > formatVersion {
		return m, fmt.Errorf("the backup has format %d, the newest known here is %d; use a newer program",
			m.Format, formatVersion)
	}
	for _, want := range m.Files {
		if got, ok := there[want.Path]; !ok || got != want {
			return m, fmt.Errorf("the backup is damaged: %s is not as its manifest says", want.Path)
		}
	}
	if len(m.Files) != len(there) {
		return m, errors.New("the backup is damaged: it holds files that its manifest does not name")
	}
	return m, nil
}
