package web

import (
	"net/http"

	"taizhang/service"
)

// ownRules is what the page of rules says of the office's own.
type ownRules struct {
	Files   []ownFile
	Sources int // folders of own rules there are
	Again   service.Reextraction
}

// ownFile is a file of own rules.
type ownFile struct {
	service.RuleFile
	URL string
}

// SettingNumber returns which of the folders that the settings name it lies in.
func (f ownFile) SettingNumber() int { return f.Folder - 1 }

func (s *server) ownRules() (ownRules, error) {
	out := ownRules{Sources: s.service.NewRulesFolder()}
	files, err := s.service.RuleFiles()
	if err != nil {
		return out, err
	}
	for _, f := range files {
		out.Files = append(out.Files, ownFile{f, rulesFileURL(f.Folder, f.Name)})
	}
	out.Again, err = s.service.Reextraction()
	return out, err
}

// reextractRules begins to extract again what other rules extracted.
func (s *server) reextractRules(http.ResponseWriter, *http.Request) (any, error) {
	if err := s.service.BeginReextraction(); err != nil {
		return nil, err
	}
	return redirect("/rules#own"), nil
}
