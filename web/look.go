package web

import (
	"strings"

	"taizhang/export"
)

// Look is what settings make of the pages; they may change while it serves.
type Look struct {
	Lang     string            // language of who has chosen none: zh (also if empty) or en
	Ledger   export.LedgerForm // what ledgers look like that are taken home; its language is the reader's
	Reminder []int             // how many days ahead their calendars remind; nil: a week
	Settings []Setting         // shown on the page of settings
}

// Setting is a setting as the page shows it.
type Setting struct {
	Name    string
	Value   string
	Values  []string // of a list; of any other setting its value alone
	Hidden  bool     // the value is a path of this machine
	Source  string   // what gave it its value
	Meaning string   // in English
	Chinese string   // the same in Chinese

	Changeable bool     // by Options.Change
	Fixed      bool     // by what has more force than a change: a flag, the environment
	Words      []string // it is one of; nil: it is no choice
}

// SettingMistake is what is wrong with the value of a setting.
type SettingMistake struct {
	Name   string `json:"name"`
	Detail string `json:"detail"`
}

// SettingsError is the error of settings that cannot be as they are wanted.
type SettingsError struct{ Mistakes []SettingMistake }

func (e *SettingsError) Error() string {
	var out []string
	for _, m := range e.Mistakes {
		out = append(out, m.Name+": "+m.Detail)
	}
	return strings.Join(out, "; ")
}
