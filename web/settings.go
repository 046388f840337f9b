package web

import (
	"net/http"

	"taizhang/pipeline"
)

// Setting is a setting as the page shows it.
type Setting struct {
	Name    string
	Value   string
	Hidden  bool   // the value is a path of this machine
	Source  string // what gave it its value
	Meaning string // in English
	Chinese string // the same in Chinese
}

type settingsPage struct {
	Settings []Setting
	Tools    []pipeline.Tool
}

// settings shows what is set, by what, and which programs were found that some
// documents need.
func (s *server) settings(_ http.ResponseWriter, r *http.Request) (any, error) {
	tools, err := s.service.Tools(r.Context())
	return settingsPage{s.options.Settings, tools}, err
}
