package web

import (
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"time"

	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/service"
)

// importPath takes uploads, which may be larger and slower than forms.
const importPath = "/api/v1/import"

// The limits of an upload beside its size in all.
const (
	uploadTime   = 30 * time.Minute
	uploadMemory = 8 << 20 // what is more lies in temporary files
	uploadFiles  = 500
)

// apiImport takes documents into the library: a multipart form with files
// under "file", and org, year and kind for all of them. It answers with what
// became of each, as taizhang import --format json does.
func (s *server) apiImport(w http.ResponseWriter, r *http.Request) (any, error) {
	if err := extendDeadline(w, uploadTime); err != nil {
		return nil, err
	}
	if err := r.ParseMultipartForm(uploadMemory); err != nil {
		return nil, badUpload(err)
	}
	defer r.MultipartForm.RemoveAll()
	p := &params{values: r.MultipartForm.Value}
	hints := pipeline.Hints{Org: p.text("org"), Kind: p.text("kind"), Year: p.number("year")}
	if err := p.strictly(); err != nil {
		return nil, err
	}
	files, err := uploads(r.MultipartForm.File["file"])
	if err != nil {
		return nil, err
	}
	return s.service.Import(r.Context(), service.ImportRequest{Files: files, Hints: hints}, nil)
}

func badUpload(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return err
	}
	return &service.InvalidError{Field: "file", Err: fmt.Errorf("want a multipart form with files: %w", err)}
}

func uploads(sent []*multipart.FileHeader) ([]library.Input, error) {
	if len(sent) == 0 || len(sent) > uploadFiles {
		return nil, &service.InvalidError{Field: "file",
			Err: fmt.Errorf("%d files were sent, want 1 to %d under the name \"file\"", len(sent), uploadFiles)}
	}
	var files []library.Input
	for _, f := range sent {
		files = append(files, library.Input{Path: f.Filename, Read: func() ([]byte, error) {
			in, err := f.Open()
			if err != nil {
				return nil, err
			}
			defer in.Close()
			return io.ReadAll(in)
		}})
	}
	return files, nil
}
