package ruleset

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// badFiles says what must be told of each testdata/*.bad.yaml, and where.
var badFiles = map[string]string{
	"wide-colon":         "4:7 wide_colon",
	"wide-colon-head":    "1:6 wide_colon",
	"wide-indent":        "4:1 wide_indent",
	"tab-indent":         "4:1 tab_indent",
	"wide-dash":          "7:7 wide_dash",
	"dash-space":         "7:7 dash_space",
	"brace-start":        "7:9 pattern_start",
	"bracket-start":      "7:9 pattern_start",
	"percent-start":      "7:9 pattern_start",
	"colon-in-value":     "7:12 colon",
	"wide-quotes":        "3:12 wide_quotes",
	"wide-comma":         "8:26 wide_comma",
	"wide-colon-flow":    "8:21 wide_colon",
	"comment":            "7:13 comment",
	"encoding":           "1:1 encoding",
	"yaml":               "7:1 yaml",
	"unknown-key":        "8:5 unknown_key",
	"duplicate-key":      "8:5 duplicate_key",
	"key-order":          "5:5 key_order",
	"no-title":           "1:1 no_title",
	"no-rule-title":      "3:5 no_title",
	"no-id":              "3:5 no_id",
	"no-patterns":        "3:5 no_patterns",
	"no-examples":        "3:5 no_examples",
	"no-counterexamples": "3:5 no_counterexamples",
	"empty-example":      "10:9 empty",
	"kind":               "5:11 choice",
	"number":             "8:15 number",
	"shape":              "6:15 shape",
	"slot":               "7:12 pattern",
	"slot-open":          "7:12 pattern",
	"group-open":         "7:12 pattern",
	"group-empty":        "7:16 pattern",
	"stray-mark":         "7:12 pattern",
	"keep-slot":          "8:11 keep_slot",
	"example-key":        "11:9 unknown_key",
	"no-indicator-name":  "3:5 no_name",
	"direction":          "4:16 choice",
	"family":             "4:13 choice",
	"empty-file":         "1:1 empty",
	"nothing":            "1:1 empty",
}

func TestBadFilesAreRefusedWithTheirPlace(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.bad.yaml")
	if err != nil || len(paths) != len(badFiles) {
		t.Fatalf("%d fixtures for %d rows (%v)", len(paths), len(badFiles), err)
	}
	for name, want := range badFiles {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile("testdata/" + name + ".bad.yaml")
			if err != nil {
				t.Fatal(err)
			}
			_, problems := Parse("bad.yaml", data)
			if len(problems) == 0 {
				t.Fatalf("accepted, want %s", want)
			}
			p := problems[0]
			if got := fmt.Sprintf("%d:%d %s", p.Line, p.Column, p.Code); got != want {
				t.Errorf("%s (%s), want %s", got, p.Message, want)
			}
		})
	}
}
