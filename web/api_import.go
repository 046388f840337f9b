package web

import (
	"errors"
	"fmt"
	"mime/multipart"
	"net/http"

	"taizhang/api"
	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/service"
)

// importPath takes uploads, which may be larger and slower than forms.
const importPath = api.Import

// The limits of an upload beside its size in all.
const (
	uploadMemory = 8 << 20 // what is more lies in temporary files
	uploadFiles  = 500
)

// apiImport takes documents into the library: a multipart form with files
// under "file", and org, year and kind for all of them. It answers with what
// became of each, as taizhang import --format json does; who accepts api.Stream
// is told of each file as it is done.
func (s *server) apiImport(w http.ResponseWriter, r *http.Request) (any, error) {
	q, done, err := s.importRequest(r)
	defer done()
	if err != nil {
		return nil, err
	}
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

// importRequest reads the form of an import. done removes what was sent.
func (s *server) importRequest(r *http.Request) (q service.ImportRequest, done func(), err error) {
	done = func() {}
	if err := r.ParseMultipartForm(uploadMemory); err != nil {
		return q, done, badUpload(err)
	}
	done = func() { _ = r.MultipartForm.RemoveAll() }
	p := &params{values: r.MultipartForm.Value}
	q.Hints = pipeline.Hints{Org: p.text("org"), Kind: p.text("kind"), Year: p.number("year")}
	if err := p.strictly(); err != nil {
		return q, done, err
	}
	q.Files, err = s.uploads(r.MultipartForm.File["file"])
	return q, done, err
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
	if errors.Is(err, http.ErrNotMultipart) {
		return errNotForm
	}
	return &service.InvalidError{Field: "file", Err: fmt.Errorf("want a multipart form with files: %w", err)}
}

// uploads lists what was sent under "file"; archives are opened.
func (s *server) uploads(sent []*multipart.FileHeader) ([]library.Input, error) {
	if len(sent) == 0 || len(sent) > uploadFiles {
		return nil, &service.InvalidError{Field: "file", Err: &mistake{"want_files", []any{len(sent), uploadFiles},
			"%d files were sent, want 1 to %d under the name \"file\""}}
	}
	return s.service.Uploads(sent)
}
