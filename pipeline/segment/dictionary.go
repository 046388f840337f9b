package segment

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/yanyiwu/gojieba"
)

//go:embed dict
var embedded embed.FS

// paths are the five files gojieba wants. It aborts the whole process on a
// missing or broken one, so each is checked before it is handed over.
type paths struct {
	words, model, user, idf, stop string
}

// dictionary returns checked files: the embedded ones, unpacked once below
// cacheDir, else those of the module in the module cache.
func dictionary(cacheDir string) (paths, error) {
	files, err := unpacked()
	if errors.Is(err, fs.ErrNotExist) {
		return fromModule(cacheDir)
	}
	if err != nil {
		return paths{}, err
	}
	return place(cacheDir, files)
}

// Keywords are never extracted and users' words are added one by one, so the
// other three files only have to exist and be well formed.
func smallFiles() map[string][]byte {
	return map[string][]byte{
		"user.dict.utf8":  []byte("台账 n\n"),
		"idf.utf8":        []byte("的 1.0\n"),
		"stop_words.utf8": []byte("的\n"),
	}
}

// unpacked returns the contents of the embedded dictionary files.
func unpacked() (map[string][]byte, error) {
	files := smallFiles()
	for _, name := range []string{"jieba.dict.utf8", "hmm_model.utf8"} {
		packed, err := embedded.ReadFile("dict/" + name + ".gz")
		if err != nil {
			return nil, err
		}
		z, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			return nil, fmt.Errorf("embedded %s: %w", name, err)
		}
		if files[name], err = io.ReadAll(z); err != nil {
			return nil, fmt.Errorf("embedded %s: %w", name, err)
		}
	}
	return files, nil
}

// fromModule returns the module's own dictionary and model.
func fromModule(cacheDir string) (paths, error) {
	for _, p := range []string{gojieba.DICT_PATH, gojieba.HMM_PATH} {
		if info, err := os.Stat(p); err != nil || info.Size() == 0 {
			return paths{}, fmt.Errorf("this binary carries no dictionary and there is none at %s; build it with make build", p)
		}
	}
	own, err := place(cacheDir, smallFiles())
	own.words, own.model = gojieba.DICT_PATH, gojieba.HMM_PATH
	return own, err
}

// place writes files into a folder named by their hash, unless it is there
// already and sound. A half-written folder is never seen: it is made beside
// and renamed.
func place(cacheDir string, files map[string][]byte) (paths, error) {
	dir := filepath.Join(cacheDir, "dict-"+fingerprint(files))
	if !sound(dir, files) {
		if err := write(dir, files); err != nil {
			return paths{}, fmt.Errorf("unpack dictionary into %s: %w", cacheDir, err)
		}
	}
	at := func(name string) string { return filepath.Join(dir, name) }
	return paths{at("jieba.dict.utf8"), at("hmm_model.utf8"), at("user.dict.utf8"),
		at("idf.utf8"), at("stop_words.utf8")}, nil
}

func fingerprint(files map[string][]byte) string {
	h := sha256.New()
	for _, name := range []string{"jieba.dict.utf8", "hmm_model.utf8", "user.dict.utf8", "idf.utf8", "stop_words.utf8"} {
		fmt.Fprintf(h, "%s %d\n", name, len(files[name]))
		h.Write(files[name])
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}

// sound tells whether dir holds just these contents: a truncated dictionary
// would end the process in an assertion that Go cannot recover from.
func sound(dir string, files map[string][]byte) bool {
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !bytes.Equal(got, want) {
			return false
		}
	}
	return true
}

func write(dir string, files map[string][]byte) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(filepath.Dir(dir), "dict-new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(temp, name), data, 0o644); err != nil {
			return err
		}
	}
	if err := os.Chmod(temp, 0o755); err != nil {
		return err
	}
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.Rename(temp, dir); err != nil && !sound(dir, files) {
		return err
	}
	return nil
}
