package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
)

//go:embed static
var staticFiles embed.FS

// asset is a file of static/ under a name that changes with its content, so
// that browsers may keep it for ever.
type asset struct {
	hashed string
	kind   string // media type
	data   []byte
}

// assets are the files of static/, by their own and by their hashed names.
type assets map[string]asset

func loadAssets() (assets, error) {
	files, err := fs.Glob(staticFiles, "static/*.*")
	if err != nil {
		return nil, err
	}
	out := assets{}
	for _, file := range files {
		data, err := staticFiles.ReadFile(file)
		if err != nil {
			return nil, err
		}
		name := path.Base(file)
		sum := sha256.Sum256(data)
		ext := path.Ext(name)
		a := asset{strings.TrimSuffix(name, ext) + "-" + hex.EncodeToString(sum[:4]) + ext, mime.TypeByExtension(ext), data}
		out[name], out[a.hashed] = a, a
	}
	return out, nil
}

// url returns the address of a file by its own name, "" if there is none.
func (a assets) url(name string) string {
	if one, ok := a[name]; ok {
		return "/static/" + one.hashed
	}
	return ""
}

// ServeHTTP hands out files by their hashed names alone.
func (a assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	one, ok := a[r.PathValue("file")]
	if !ok || one.hashed != r.PathValue("file") {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", one.kind)
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	_, _ = w.Write(one.data)
}
