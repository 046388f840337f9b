package web

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"taizhang/export"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/service"
)

type settingsPage struct {
	Settings []Setting
	Tools    []pipeline.Tool
	Office   []officeSetting // that may be changed here
	Lights   []lightRow      // schemes, and an empty row
	Fields   []string        // that columns of the ledger may hold
	Statuses []report.Status
	Wrong    map[string]string // what is wrong with a setting that was sent, by name
	Said     string            // what was just done; empty: nothing
}

// officeSetting is a setting in the form.
type officeSetting struct {
	Setting
	Sent []string // as it was sent or is
}

// Lines returns the values, one a line.
func (o officeSetting) Lines() string { return strings.Join(o.Sent, "\n") }

// ColumnRows returns how many lines the field of columns has.
func (p settingsPage) ColumnRows() int {
	for _, o := range p.Office {
		if o.Name == "ledger-columns" {
			return max(len(o.Sent)+1, 4)
		}
	}
	return 0
}

// settings shows what is set, by what, and which programs were found that some
// documents need.
func (s *server) settings(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	said := p.choice("said", "", doTake)
	if err := p.strictly(); err != nil {
		return nil, err
	}
	page, err := s.settingsPage(r, nil)
	page.Said = said
	return page, err
}

// settingsPage returns the page with values that were sent, or as they are.
func (s *server) settingsPage(r *http.Request, sent map[string][]string) (settingsPage, error) {
	page := settingsPage{Settings: s.look.Load().Settings, Fields: export.LedgerFields(), Statuses: service.Statuses()}
	var err error
	if page.Tools, err = s.service.Tools(r.Context()); err != nil || s.options.Change == nil {
		return page, err
	}
	for _, one := range page.Settings {
		if !one.Changeable {
			continue
		}
		o := officeSetting{one, one.Values}
		if values, ok := sent[one.Name]; ok {
			o.Sent = values
		}
		page.Office = append(page.Office, o)
		if one.Name == lightsSetting {
			page.Lights = lightRows(o.Sent)
		}
	}
	return page, nil
}

// settingsSent takes the office's settings in: all of them, or none and what is
// wrong with them.
func (s *server) settingsSent(_ http.ResponseWriter, r *http.Request) (any, error) {
	if err := r.ParseForm(); err != nil {
		return nil, badUpload(err)
	}
	if s.options.Change == nil {
		return nil, errNotAllowed
	}
	values := map[string][]string{}
	for _, one := range s.look.Load().Settings {
		if one.Changeable && !one.Fixed && (r.PostForm.Has(one.Name) || one.Name == lightsSetting && r.PostForm.Has(lightField(0, "org"))) {
			values[one.Name] = sentValues(r, one.Name)
		}
	}
	err := s.changeSettings(r, values)
	var wrong *SettingsError
	if errors.As(err, &wrong) {
		page, err := s.settingsPage(r, values)
		page.Wrong = map[string]string{}
		for _, m := range wrong.Mistakes {
			page.Wrong[m.Name] = m.Detail
		}
		return page, err
	}
	if err != nil {
		return nil, err
	}
	return redirect("/settings?said=" + doTake), nil
}

// changeSettings changes settings and shows pages by them from now on.
func (s *server) changeSettings(r *http.Request, values map[string][]string) error {
	look, err := s.options.Change(values)
	if err != nil {
		return err
	}
	s.look.Store(&look)
	names := []string{}
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	s.options.Log.Info("settings changed", "settings", names, "user", signedIn(r))
	return nil
}

// sentValues reads the value of a setting out of the form: one a line. Nothing is
// the built-in value.
func sentValues(r *http.Request, name string) []string {
	out := []string{}
	if name == lightsSetting {
		return append(out, sentLights(r)...)
	}
	split := func(c rune) bool { return c == '\n' || c == '\r' }
	if name == "reminder-days" {
		split = isBetweenWords
	}
	for _, line := range strings.FieldsFunc(r.PostForm.Get(name), split) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
