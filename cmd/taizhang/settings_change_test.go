package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"taizhang/pipeline"
	"taizhang/service"
	"taizhang/web"
)

// TestSetEntries holds that only the lines of an entry change.
func TestSetEntries(t *testing.T) {
	for _, c := range []struct {
		name, text string
		values     map[string][]string
		want       string
	}{
		{"into nothing", "", map[string][]string{"lang": {"en"}}, "lang: \"en\"\n"},
		{"a number", "# 台账\nworkers: 2\n\ndue-soon-days: 30 # 一个月\nquiet: true\n", map[string][]string{"due-soon-days": {"15"}},
			"# 台账\nworkers: 2\n\ndue-soon-days: 15\nquiet: true\n"},
		{"a list", "lights:\n  - \"甲: days=1\"\n\n  - \"乙: days=2\"\n# 下一项\nworkers: 2\n", map[string][]string{"lights": {"丙: days=3 overdue=红灯#FF0000"}},
			"lights:\n  - \"丙: days=3 overdue=红灯#FF0000\"\n# 下一项\nworkers: 2\n"},
		{"a list in brackets", "lights: [\n  \"甲: days=1\"\n]\nworkers: 2\n", map[string][]string{"lights": {"丙: days=3"}},
			"lights:\n  - \"丙: days=3\"\nworkers: 2\n"},
		{"a list without indent", "reminder-days:\n- 7\n- 30\nworkers: 2\n", map[string][]string{"reminder-days": {"1"}},
			"reminder-days:\n  - \"1\"\nworkers: 2\n"},
		{"taken away", "lang: en\nworkers: 2", map[string][]string{"lang": {}}, "workers: 2\n"},
		{"capital letters", "Lang: en\n", map[string][]string{"lang": {"zh"}}, "lang: \"zh\"\n"},
		{"several", "", map[string][]string{"ocr": {"off"}, "lang": {"en"}}, "lang: \"en\"\nocr: \"off\"\n"},
		{"marks", "", map[string][]string{"ledger-columns": {`"任务"=text`, "# 二=due"}}, "ledger-columns:\n  - \"\\\"任务\\\"=text\"\n  - \"# 二=due\"\n"},
	} {
		got, err := setEntries(c.text, c.values)
		if err != nil || got != c.want {
			t.Errorf("%s: %v, got\n%s\nwant\n%s", c.name, err, got, c.want)
		}
	}
	if _, err := setEntries("{lang: en}\n", map[string][]string{"lang": {"zh"}}); err == nil {
		t.Error("a file in braces: no error, want to be told to edit it by hand")
	}
}

// TestSettingsKept changes settings of a library as the page does.
func TestSettingsKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "library")
	o := pipeline.Options{CacheDir: filepath.Join(os.TempDir(), "taizhang-test")}
	s, err := service.Open(service.Settings{Library: dir, Pipeline: o, DueSoonDays: 30}, service.Creating)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	flags := pflag.NewFlagSet("", pflag.ContinueOnError)
	addSettingFlags(flags)
	if err := flags.Parse([]string{"--library", dir, "--quiet"}); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TAIZHANG_OCR", "off")
	k := settingsKeeper{flags: flags, library: dir, service: s}
	look, err := k.change(map[string][]string{"due-soon-days": {"15"}, "lights": {"青岚: days=10 overdue=红灯#FF0000"}, "lang": {"en"}})
	if err != nil || look.Lang != "en" || len(look.Ledger.Lights) != 1 || s.Tuning().DueSoonDays != 15 {
		t.Fatalf("%+v, %v", look, err)
	}
	if name, colour := s.LightOf("青岚县教育局", "overdue"); name != "红灯" || colour != "FF0000" {
		t.Errorf("light is %q %q", name, colour)
	}
	_, err = k.change(map[string][]string{"lang": {"fr"}, "due-soon-days": {"-1"}, "reminder-days": {"x"}, "ledger-columns": {"甲=乙"},
		"lights": {"甲"}, "ocr": {"auto"}, "workers": {"9"}, "cache": {"/"}})
	var wrong *web.SettingsError
	if !errors.As(err, &wrong) || len(wrong.Mistakes) != 8 {
		t.Errorf("%v: want eight mistakes", err)
	}
	data, err := os.ReadFile(filepath.Join(dir, configName))
	if err != nil || strings.Contains(string(data), "fr") || !strings.Contains(string(data), "due-soon-days: 15\n") {
		t.Errorf("%s, %v", data, err)
	}
}
