package web

import (
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"time"

	"taizhang/api"
	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/service"
)

// importPath takes uploads, which may be larger and slower than forms.
const importPath = api.Import

// The limits of an upload beside its size in all.
const (
	uploadTime   = 30 * time.Minute
	uploadMemory = 8 << 20 // what is more lies in temporary files
	uploadFiles  = 500
)

// apiImport takes documents into the library: a multipart form with files
// under "file", and org, year and kind for all of them. It answers with what
// became of each, as taizhang import --format json does; who accepts api.Stream
// is told of each file as it is done.
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
	q := service.ImportRequest{Files: files, Hints: hints}
	if r.Header.Get("Accept") != api.Stream {
		return s.service.Import(r.Context(), q, nil)
	}
	out, err := newEvents(w)
	if err != nil {
		return nil, err
	}
	q.Waiting, q.Page = out.waiting, out.page
	s.endImport(r, q, out)
	return answeredByStream{}, nil
}

// endImport imports and says so in events.
func (s *server) endImport(r *http.Request, q service.ImportRequest, out *events) {
	summary, err := s.service.Import(r.Context(), q, out.done)
	out.end(s, r, api.Event{Summary: &summary}, err)
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
