package web

import (
	"net/http"
	"runtime"
	"runtime/debug"

	"taizhang/pipeline"
	"taizhang/service"
)

// aboutPage says which program this is, and what it is made of.
type aboutPage struct {
	Version    string
	Rules      string // fingerprint of the rules in force
	RuleCount  int
	Indicators int
	Go         string
	Machine    string
	Size       service.Size
	Modules    []*debug.Module
	Notice     string
	License    string
}

func (s *server) about(http.ResponseWriter, *http.Request) (any, error) {
	list := s.service.Rules()
	size, err := s.service.Size()
	p := aboutPage{
		Version: pipeline.Version, Rules: s.service.RulesFingerprint(), RuleCount: len(list.Rules),
		Indicators: len(list.Indicators), Go: runtime.Version(), Machine: runtime.GOOS + "/" + runtime.GOARCH,
		Size: size, Notice: s.options.Notice, License: s.options.License,
	}
	if build, ok := debug.ReadBuildInfo(); ok {
		p.Modules = build.Deps
	}
	return p, err
}
