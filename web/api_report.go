package web

import "net/http"

// apiReport returns one report whole: text, outline, sentences, facts.
func (s *server) apiReport(_ http.ResponseWriter, r *http.Request) (any, error) {
	if err := paramsOf(r).strictly(); err != nil {
		return nil, err
	}
	return s.service.Report(r.PathValue("id"))
}
