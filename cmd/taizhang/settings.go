package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"taizhang/export"
)

// setting is one entry of taizhang.yaml, of the environment (TAIZHANG_…) and
// of the command line.
type setting struct {
	name    string
	value   any // the built-in value; its type is the setting's
	meaning string
	flag    bool // also a flag of every command
}

// known is every setting there is, in the order in which they are listed.
func known() []setting {
	return []setting{
		{"library", "./taizhang-library", "folder of the library", true},
		{"rules", []string{}, "own rule folders, over the library's folder rules and the built-in rules", true},
		{"lang", "zh", "language of labels in tables: zh or en", true},
		{"quiet", false, "print no progress and no remarks", true},
		{"verbose", false, "log more of what is done", true},
		{"log-format", "text", "how the log is written: text or json, one line each", true},
		{"log-file", "", "file to which the log is added; empty: the error channel", true},
		{"wait", "1h", "how long to wait for another process that has the library open, as in 30s, 10m, 1h", true},
		{"cache", "", "folder for dictionaries and compiled code; empty: the user's cache folder", false},
		{"skip", []string{".*", "~$*", "README*", "Thumbs.db", "__MACOSX", "*.go", "*.json", "*.jsonl", "*.yaml"},
			"names that are left out when a folder or archive is imported", false},
		{"workers", runtime.NumCPU(), "files, and pages by OCR, read at the same time", false},
		{"watch-seconds", 2, "how often a watched folder is looked at, in seconds", false},
		{"ocr", "auto", "pages without text are read by tesseract: auto, only-needed (where a file has no other), off", false},
		{"ocr-languages", "chi_sim", "languages of tesseract, joined by +", false},
		{"office", "soffice", "LibreOffice's command, for DOC, WPS, RTF and ODT; off: they are refused", false},
		{"limit-bytes", 200 << 20, "largest file, in bytes", false},
		{"limit-text-bytes", 30 << 20, "largest text of a file, in bytes", false},
		{"limit-lines", 400_000, "most lines and cells of a file", false},
		{"limit-values", 200_000, "most values and times in the text of a file", false},
		{"limit-unzipped-bytes", 256 << 20, "most that a DOCX, XLSX or OFD unpacks to, in bytes", false},
		{"limit-depth", 256, "deepest nesting of a document's XML", false},
		{"limit-pages", 20000, "most pages of a file", false},
		{"limit-seconds", 120, "longest time for a file without OCR, in seconds", false},
		{"limit-ocr-seconds", 60, "longest time for OCR of a page, in seconds", false},
		{"limit-pixels", 40_000_000, "largest picture for OCR, in pixels", false},
		{"limit-program-bytes", 4 << 30, "most memory of tesseract and of LibreOffice, each, in bytes", false},
		{"limit-members", 20000, "most files in an archive", false},
		{"limit-archive-bytes", 8 << 30, "most that all files of an archive unpack to, in bytes", false},
		{"limit-ratio", 200, "how many times its packed size a file of an archive may unpack to", false},
		{"due-soon-days", 30, "ledger: a promise is due soon this many days ahead", false},
		{"lights", []string{}, "ledger: lights of offices that do otherwise, as in \"青岚县: days=15 grace=3 done=done,exceeded " +
			"due_soon=黄灯#FFD966 overdue=红灯#FF0000\"; an empty name stands for all offices", false},
		{"ledger-columns", []string{}, "ledger: columns of XLSX, CSV and HTML, as in \"任务=text\"; fields: " +
			strings.Join(export.LedgerFields(), " "), false},
		{"reminder-days", []string{"7"}, "ledger: how many days ahead a calendar reminds, several are possible", false},
	}
}

const configName = "taizhang.yaml"

// layer is one source of settings, by rising force.
type layer struct {
	name  string
	viper *viper.Viper
}

// settings are the values in force, and where each comes from.
type settings struct {
	*viper.Viper
	files []layer
	flags *pflag.FlagSet
}

func addSettingFlags(flags *pflag.FlagSet) {
	for _, s := range known() {
		if !s.flag {
			continue
		}
		switch v := s.value.(type) {
		case string:
			flags.String(s.name, v, s.meaning)
		case bool:
			flags.Bool(s.name, v, s.meaning)
		case []string:
			flags.StringSlice(s.name, v, s.meaning)
		}
	}
	flags.String("config", "", "a further settings file, over the user's and the library's")
}

// loadSettings reads the settings: built-in, then the user's file, then the
// library's, then --config, then the environment, then flags.
func loadSettings(flags *pflag.FlagSet) (*settings, error) {
	s := &settings{Viper: newViper(), flags: flags}
	for _, k := range known() {
		s.SetDefault(k.name, k.value)
	}
	if err := s.BindPFlags(flags); err != nil {
		return nil, fmt.Errorf("bind flags: %w", err)
	}
	if dir, err := os.UserConfigDir(); err == nil {
		if err := s.merge(filepath.Join(dir, "taizhang", configName), false); err != nil {
			return nil, err
		}
	}
	if err := s.merge(filepath.Join(s.GetString("library"), configName), false); err != nil {
		return nil, err
	}
	if f := s.GetString("config"); f != "" {
		if err := s.merge(f, true); err != nil {
			return nil, err
		}
	}
	return s, s.check()
}

func newViper() *viper.Viper {
	// The default delimiter would take a dot in a key for nesting.
	v := viper.NewWithOptions(viper.KeyDelimiter("::"))
	v.SetConfigType("yaml")
	v.SetEnvPrefix("TAIZHANG")
	v.SetEnvKeyReplacer(strings.NewReplacer("-", "_"))
	v.AutomaticEnv()
	return v
}

// merge lays the file over the settings so far. A file that need not exist may
// be absent.
func (s *settings) merge(file string, must bool) error {
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) && !must {
		return nil
	}
	if err != nil {
		return usageError{fmt.Errorf("settings: %w", err)}
	}
	one := viper.NewWithOptions(viper.KeyDelimiter("::"))
	one.SetConfigType("yaml")
	if err := one.ReadConfig(strings.NewReader(string(data))); err != nil {
		return usageError{fmt.Errorf("settings %s: want lines of the form name: value: %w", file, err)}
	}
	for _, key := range one.AllKeys() {
		if near, ok := knownKey(key); !ok {
			return usageError{fmt.Errorf("settings %s: unknown key %q; did you mean %q? taizhang config lists all", file, key, near)}
		}
	}
	s.files = append(s.files, layer{file, one})
	if err := s.MergeConfigMap(one.AllSettings()); err != nil {
		return usageError{fmt.Errorf("settings %s: %w", file, err)}
	}
	return nil
}

// check refuses values that no command could work with.
func (s *settings) check() error {
	for _, k := range known() {
		if _, ok := k.value.(int); ok && s.GetInt(k.name) <= 0 {
			return usageError{fmt.Errorf("setting %s: want a whole number above 0, have %q", k.name, s.GetString(k.name))}
		}
	}
	for name, words := range settingWords() {
		if have := s.GetString(name); !slices.Contains(words, have) {
			return usageError{fmt.Errorf("setting %s: want %s, have %q", name, strings.Join(words, " or "), have)}
		}
	}
	if _, err := s.ledgerForm(export.Chinese); err != nil {
		return usageError{fmt.Errorf("settings: %w", err)}
	}
	if _, err := s.reminders(); err != nil {
		return usageError{err}
	}
	if w, err := time.ParseDuration(s.GetString("wait")); err != nil || w <= 0 {
		return usageError{fmt.Errorf("setting wait: want a length of time such as 30s, 10m or 1h, have %q", s.GetString("wait"))}
	}
	return nil
}

// settingWords are the words that some settings choose from.
func settingWords() map[string][]string {
	return map[string][]string{"lang": {"zh", "en"}, "ocr": {"auto", "only-needed", "off"}, "log-format": {"text", "json"}}
}

// source tells where the value in force comes from.
func (s *settings) source(name string) string {
	if f := s.flags.Lookup(name); f != nil && f.Changed {
		return "flag"
	}
	if env := envName(name); os.Getenv(env) != "" {
		return env
	}
	for i := len(s.files) - 1; i >= 0; i-- {
		if s.files[i].viper.IsSet(name) {
			return s.files[i].name
		}
	}
	return "built-in"
}

func envName(name string) string {
	return "TAIZHANG_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}

// cacheDir returns the folder for what can be made again at any time.
func (s *settings) cacheDir() string {
	if dir := s.GetString("cache"); dir != "" {
		return dir
	}
	if dir, err := os.UserCacheDir(); err == nil {
		return filepath.Join(dir, "taizhang")
	}
	return filepath.Join(os.TempDir(), "taizhang-cache")
}
