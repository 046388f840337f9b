package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"sync"

	"taizhang/api"
	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/service"
)

// importStreamPath takes uploads of any size, for who bears the token.
const importStreamPath = api.ImportStream

var errNoToken = errors.New("want the token of the server")

// apiImportStream takes documents into the library while they come in, and says
// what becomes of each as it is done: an api.Upload and its files, answered by
// events. Nothing is kept of a file but what the import keeps.
func (s *server) apiImportStream(w http.ResponseWriter, r *http.Request) (any, error) {
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, badUpload(err)
	}
	u, err := readUpload(parts)
	if err != nil {
		return nil, badUpload(err)
	}
	// Events go out while files still come in.
	if err := http.NewResponseController(w).EnableFullDuplex(); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return nil, err
	}
	out, err := newEvents(w)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancelCause(r.Context())
	defer stop(nil)
	in := &incoming{parts: parts, broken: stop}
	s.endImport(r.WithContext(ctx), service.ImportRequest{
		Files: in.files(u.Paths), Hints: pipeline.Hints{Org: u.Org, Kind: u.Kind, Year: u.Year},
		Waiting: out.waiting, Page: out.page,
	}, out)
	_, _ = io.Copy(io.Discard, r.Body) // else the connection is cut before the answer is read
	return answeredByStream{}, nil
}

func readUpload(parts *multipart.Reader) (api.Upload, error) {
	var u api.Upload
	part, err := parts.NextPart()
	if err == nil && part.FormName() != api.UploadPart {
		err = fmt.Errorf("the first part is %q, want %q", part.FormName(), api.UploadPart)
	}
	if err == nil {
		err = json.NewDecoder(part).Decode(&u)
	}
	return u, err
}

// incoming hands out the files of an upload in the order in which they come.
type incoming struct {
	mutex  sync.Mutex
	parts  *multipart.Reader
	broken context.CancelCauseFunc // ends the import when no more can come
}

func (in *incoming) files(paths []string) []library.Input {
	var out []library.Input
	for _, path := range paths {
		out = append(out, library.Input{Path: path, Read: in.next})
	}
	return out
}

// next reads the next file. The import reads its files one after the other.
func (in *incoming) next() ([]byte, error) {
	in.mutex.Lock()
	defer in.mutex.Unlock()
	part, err := in.parts.NextPart()
	if err != nil {
		in.broken(fmt.Errorf("the client has gone: %w", context.Canceled))
		return nil, err
	}
	if part.FormName() == api.RefusedPart {
		var r api.Refusal
		if err := json.NewDecoder(part).Decode(&r); err != nil {
			return nil, err
		}
		return nil, &report.Refusal{Code: r.Code, Why: r.Why, Hint: r.Hint}
	}
	data, err := io.ReadAll(part)
	if err != nil {
		in.broken(fmt.Errorf("the client has gone: %w", context.Canceled))
	}
	return data, err
}
