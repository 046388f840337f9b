package web

import (
	"errors"
	"net/http"
	"runtime"

	"taizhang/index"
	"taizhang/pipeline"
	"taizhang/service"
)

// aboutAnswer says which program this is and what library it serves.
type aboutAnswer struct {
	Version    string       `json:"version"`
	Rules      string       `json:"rules"` // fingerprint of the rules in force
	RuleCount  int          `json:"rule_count"`
	Indicators int          `json:"indicators"` // that rules know
	Go         string       `json:"go"`         // version of the compiler
	Machine    string       `json:"machine"`    // linux/amd64
	Library    service.Size `json:"library"`
}

// apiAbout says which program this is.
func (s *server) apiAbout(_ http.ResponseWriter, r *http.Request) (out aboutAnswer, err error) {
	if err := paramsOf(r).strictly(); err != nil {
		return out, err
	}
	list := s.service.Rules()
	size, err := s.service.Size()
	return aboutAnswer{pipeline.Version, s.service.RulesFingerprint(), len(list.Rules), len(list.Indicators),
		runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH, size}, err
}

// settingAnswer is a setting. Values that are paths of the machine are left out.
type settingAnswer struct {
	Name    string `json:"name"`
	Value   string `json:"value,omitempty"`
	Hidden  bool   `json:"hidden"` // the value is a path of the machine
	Source  string `json:"source"` // what gave it its value
	Meaning string `json:"meaning"`
}

// apiSettings lists what is set, and by what.
func (s *server) apiSettings(_ http.ResponseWriter, r *http.Request) (out listing[settingAnswer], err error) {
	p := paramsOf(r)
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	return pageOf(r, page, s.settingAnswers()), nil
}

// settingsChange is what settings are to be, a list of values for each by name.
type settingsChange struct {
	Values map[string][]string `json:"values"`
}

// apiChangeSettings changes settings. The error of wrong ones is an
// *InvalidError that names the first.
func (s *server) apiChangeSettings(r *http.Request, q settingsChange) (out listing[settingAnswer], err error) {
	if s.options.Change == nil {
		return out, errNotAllowed
	}
	err = s.changeSettings(r, q.Values)
	if wrong := new(SettingsError); errors.As(err, &wrong) {
		return out, &service.InvalidError{Field: wrong.Mistakes[0].Name, Err: wrong}
	}
	return pageOf(r, index.Page{}, s.settingAnswers()), err
}

func (s *server) settingAnswers() []settingAnswer {
	var all []settingAnswer
	for _, one := range s.look.Load().Settings {
		a := settingAnswer{one.Name, one.Value, one.Hidden, one.Source, one.Meaning}
		if one.Hidden {
			a.Value = ""
		}
		all = append(all, a)
	}
	return all
}

// toolAnswer is a program that some documents need.
type toolAnswer struct {
	Name   string `json:"name"`
	For    string `json:"for"`              // what it reads
	Found  bool   `json:"found"`            // it can be used
	Advice string `json:"advice,omitempty"` // how to get it
}

// apiTools lists the programs that some documents need.
func (s *server) apiTools(_ http.ResponseWriter, r *http.Request) (out listing[toolAnswer], err error) {
	p := paramsOf(r)
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	found, err := s.service.Tools(r.Context())
	var all []toolAnswer
	for _, t := range found {
		a := toolAnswer{Name: t.Name, For: t.For, Found: t.Missing == ""}
		if !a.Found {
			a.Advice = t.Advice
		}
		all = append(all, a)
	}
	return pageOf(r, page, all), err
}
