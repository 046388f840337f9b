package main

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/viper"
)

// entryKey is how an entry of a settings file begins; nothing stands before it.
var entryKey = regexp.MustCompile(`^["']?([A-Za-z][A-Za-z-]*)["']?\s*:`)

// setEntries returns a settings file with other values, an empty list taking an
// entry away. Every other line stays as it was, comments included. The error is
// that the file is written in a way that cannot be changed so.
func setEntries(text string, values map[string][]string) (string, error) {
	var lines []string
	if text != "" {
		lines = strings.SplitAfter(strings.TrimSuffix(text, "\n")+"\n", "\n")
		lines = lines[:len(lines)-1]
	}
	for _, k := range known() {
		entries, ok := values[k.name]
		if !ok {
			continue
		}
		start, end := entryLines(lines, k.name)
		lines = slices.Replace(lines, start, end, entryText(k, entries)...)
	}
	out := strings.Join(lines, "")
	return out, holdsEntries(out, values)
}

// entryLines returns where an entry stands; behind the last line where it does not.
func entryLines(lines []string, name string) (start, end int) {
	start = slices.IndexFunc(lines, func(l string) bool {
		m := entryKey.FindStringSubmatch(l)
		return m != nil && strings.EqualFold(m[1], name)
	})
	if start < 0 {
		return len(lines), len(lines)
	}
	end = start + 1
	for i := end; i < len(lines); i++ {
		switch l := lines[i]; {
		case strings.TrimSpace(l) == "": // between two lines of the entry, or behind it
		case strings.ContainsRune(" \t-]}", rune(l[0])):
			end = i + 1
		default:
			return start, end
		}
	}
	return start, end
}

// entryText writes an entry: none where there is no value.
func entryText(k setting, values []string) []string {
	if len(values) == 0 {
		return nil
	}
	switch k.value.(type) {
	case []string:
		out := []string{k.name + ":\n"}
		for _, v := range values {
			out = append(out, "  - "+quoted(v)+"\n")
		}
		return out
	case int:
		return []string{k.name + ": " + values[0] + "\n"}
	}
	return []string{k.name + ": " + quoted(values[0]) + "\n"}
}

// quoted writes a text as YAML, and as JSON.
func quoted(text string) string {
	var out strings.Builder
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // a text can be written
	return strings.TrimSuffix(out.String(), "\n")
}

// holdsEntries checks that a settings file says what it is to say.
func holdsEntries(text string, values map[string][]string) error {
	v := viper.NewWithOptions(viper.KeyDelimiter("::"))
	v.SetConfigType("yaml")
	if err := v.ReadConfig(strings.NewReader(text)); err != nil {
		return fmt.Errorf("settings: %s cannot be changed here; edit it by hand: %w", configName, err)
	}
	for name, want := range values {
		have := v.GetStringSlice(name)
		if _, list := v.Get(name).([]any); !list && v.IsSet(name) {
			have = []string{v.GetString(name)}
		}
		if !slices.Equal(have, want) {
			return fmt.Errorf("settings: %s cannot be changed here, for %s is written in another way; edit it by hand", configName, name)
		}
	}
	return nil
}
