package web

import (
	"encoding/json"
	"mime/multipart"
	"net/http"

	"taizhang/api"
)

// apiReextract extracts the reports again whose ids are sent, answered by events.
func (s *server) apiReextract(w http.ResponseWriter, r *http.Request) (any, error) {
	var ids []string
	if err := readJSON(r, &ids); err != nil {
		return nil, err
	}
	out, err := newEvents(w)
	if err != nil {
		return nil, err
	}
	summary, err := s.service.Reextract(r.Context(), ids, out.done)
	out.end(s, r, api.Event{Summary: &summary}, err)
	return answeredByStream{}, nil
}

// apiRebuild makes the index again, answered by events.
func (s *server) apiRebuild(w http.ResponseWriter, r *http.Request) (any, error) {
	out, err := newEvents(w)
	if err != nil {
		return nil, err
	}
	err = s.service.Rebuild(r.Context(), func(done, of int) { out.send(api.Event{Step: &api.Step{Done: done, Of: of}}) })
	out.end(s, r, api.Event{End: true}, err)
	return answeredByStream{}, nil
}

// apiBackup writes the library as one file: the part "file", then "manifest", or
// "problem" where it could not be written to its end.
func (s *server) apiBackup(w http.ResponseWriter, r *http.Request) error {
	form := multipart.NewWriter(w)
	w.Header().Set("Content-Type", form.FormDataContentType())
	file, err := form.CreateFormField(api.FilePart)
	if err != nil {
		return err
	}
	m, err := s.service.Backup(r.Context(), file, nil)
	var last any = m
	name := api.ManifestPart
	if err != nil {
		last, name = s.noted(r, err), api.ProblemPart
	}
	part, err := form.CreateFormField(name)
	if err == nil {
		err = json.NewEncoder(part).Encode(last)
	}
	if err == nil {
		_ = form.Close() // else the client has gone
	}
	return nil
}
