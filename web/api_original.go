package web

import "net/http"

// original hands out a document as it came. It may hold anything: browsers only
// save it.
func (s *server) original(w http.ResponseWriter, r *http.Request) error {
	data, err := s.service.Original(r.PathValue("hash"))
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", "attachment")
	_, _ = w.Write(data)
	return nil
}
