package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/spf13/pflag"

	"taizhang/export"
	"taizhang/pipeline"
	"taizhang/service"
	"taizhang/web"
)

// changeable are the settings that the page of settings may change.
func changeable() []string {
	return []string{"lang", "due-soon-days", "lights", "ledger-columns", "reminder-days", "ocr"}
}

// settingsKeeper changes the library's settings while a server runs.
type settingsKeeper struct {
	mutex   sync.Mutex
	flags   *pflag.FlagSet
	library string
	service *service.Service
}

// change writes values to the library's settings file and works by them. Where
// one is wrong nothing is written; the error is a *web.SettingsError.
func (k *settingsKeeper) change(values map[string][]string) (web.Look, error) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	now, err := loadSettings(k.flags)
	if err != nil {
		return web.Look{}, err
	}
	if err := now.checkChange(values); err != nil {
		return web.Look{}, err
	}
	file := filepath.Join(k.library, configName)
	before, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return web.Look{}, fmt.Errorf("settings: %w", errors.Unwrap(err))
	}
	text, err := setEntries(string(before), values)
	if err != nil {
		return web.Look{}, err
	}
	if err := service.WriteWhole(file, []byte(text)); err != nil {
		return web.Look{}, err
	}
	after, err := loadSettings(k.flags)
	if err != nil { // one that is right by itself and wrong beside the others
		return web.Look{}, errors.Join(err, service.WriteWhole(file, before))
	}
	look, err := after.look()
	k.service.Retune(service.Tuning{DueSoonDays: after.GetInt("due-soon-days"), Lights: look.Ledger.Lights,
		OCR: pipeline.OCRMode(after.GetString("ocr"))})
	return look, err
}

// look returns what pages need of the settings.
func (s *settings) look() (web.Look, error) {
	form, err := s.ledgerForm(export.Lang(s.GetString("lang")))
	if err != nil {
		return web.Look{}, err
	}
	days, err := s.reminders()
	return web.Look{Lang: s.GetString("lang"), Ledger: form, Reminder: days, Settings: s.shownSettings()}, err
}

// checkChange says everything that is wrong with values.
func (s *settings) checkChange(values map[string][]string) error {
	var wrong web.SettingsError
	for name, entries := range values {
		err := checkEntries(name, entries, s.GetInt("due-soon-days"))
		switch {
		case !slices.Contains(changeable(), name):
			err = fmt.Errorf("setting %s is not changed here; known are %s", name, strings.Join(changeable(), ", "))
		case s.isFixed(name):
			err = fmt.Errorf("setting %s is given by %s, which has more force than the library's settings", name, s.source(name))
		}
		if err != nil {
			wrong.Mistakes = append(wrong.Mistakes, web.SettingMistake{Name: name, Detail: err.Error()})
		}
	}
	if len(wrong.Mistakes) == 0 {
		return nil
	}
	slices.SortFunc(wrong.Mistakes, func(a, b web.SettingMistake) int { return strings.Compare(a.Name, b.Name) })
	return &wrong
}

// checkEntries says what is wrong with the value of a setting, nothing where it
// is none: then the built-in value holds.
func checkEntries(name string, entries []string, days int) error {
	if slices.ContainsFunc(entries, func(e string) bool { return strings.ContainsAny(e, "\r\n\x00") || len(e) > 1000 }) || len(entries) > 100 {
		return errors.New("want one short line each")
	}
	var err error
	switch name {
	case "lang", "ocr":
		if words := settingWords()[name]; len(entries) > 0 && !slices.Contains(words, strings.Join(entries, " ")) {
			err = fmt.Errorf("want one of %s", strings.Join(words, ", "))
		}
	case "due-soon-days":
		if n, bad := strconv.Atoi(strings.Join(entries, " ")); len(entries) > 0 && (bad != nil || n < 1 || n > 3660) {
			err = errors.New("want a number of days from 1 to 3660")
		}
	case "reminder-days":
		_, err = reminderDays(entries)
	case "lights":
		_, err = service.ParseLights(entries, days)
	case "ledger-columns":
		_, err = export.ParseColumns(entries, export.Chinese)
	}
	return err
}

// isFixed tells whether a source stands over the library's settings file.
func (s *settings) isFixed(name string) bool {
	from := s.source(name)
	return from == "flag" || strings.HasPrefix(from, "TAIZHANG_") || from == s.GetString("config") && from != ""
}
