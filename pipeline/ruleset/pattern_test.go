package ruleset

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// shape writes elements in one line, so that tests can be read.
func shape(elements []Element) string {
	var out []string
	for _, e := range elements {
		switch e.Op {
		case Literal:
			out = append(out, e.Text)
		case Slot:
			out = append(out, "slot:"+e.Text)
		case Class:
			out = append(out, "class:"+e.Text)
		case Gap:
			out = append(out, map[bool]string{false: "gap", true: "widegap"}[e.Wide])
		case Group:
			var branches []string
			for _, b := range e.Branches {
				branches = append(branches, shape(b))
			}
			words := "(" + strings.Join(branches, "|") + ")"
			if e.Optional {
				words += "?"
			}
			out = append(out, words)
		}
	}
	return strings.Join(out, " ")
}

func TestParsePattern(t *testing.T) {
	for pattern, want := range map[string]string{
		"地区生产总值":            "地区生产总值",
		"总值（达到|实现）？【金额】":    "总值 (达到|实现)? slot:金额",
		"总值（达到｜实现）?【金额1】":   "总值 (达到|实现)? slot:金额1",
		"〈完成动词〉…【数量】":       "class:完成动词 gap slot:数量",
		"【词表:完成动词】……【数量】":   "class:完成动词 widegap slot:数量",
		"【词表：完成动词】...【数量】":  "class:完成动词 gap slot:数量",
		"增长......【比例】":      "增长 widegap slot:比例",
		"「（」【数量】「）」":        "（ slot:数量 ）",
		"PM2.5浓度【度量】":       "PM2.5浓度 slot:度量",
		"（甲（乙|丙）？|丁）【金额】":   "(甲 (乙|丙)?|丁) slot:金额",
		"获评【词语〈奖项词尾〉】【分句尾】": "获评 slot:词语〈奖项词尾〉 slot:分句尾",
		"甲|乙":         "!2",
		"":            "!1",
		"【金钱】":        "!1",
		"【金额〈完成动词〉】":  "!1",
		"完成【金额":       "!3",
		"（增长|）":       "!5",
		"（（（（（深）））））": "!5",
		"增长）":         "!3",
		"增长？":         "!3",
		"【】":          "!1",
	} {
		p, err := ParsePattern(pattern)
		got := shape(p.Elements)
		var wrong *PatternError
		if errors.As(err, &wrong) {
			got = fmt.Sprintf("!%d", wrong.Column)
		}
		if got != want {
			t.Errorf("%s: got %s, want %s (%v)", pattern, got, want, err)
		}
	}
}

func TestWrongSlotNamesTheRightOne(t *testing.T) {
	_, err := ParsePattern("总值【金頟】")
	if err == nil || !strings.Contains(err.Error(), "是不是「金额」") {
		t.Errorf("%v", err)
	}
}

func FuzzParsePattern(f *testing.F) {
	for _, s := range []string{"总值（达到|实现）？【金额】", "〈甲〉……「（」...", "（（", "【词语〈甲〉】】"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePattern(s)
		if err == nil && len(p.Elements) == 0 {
			t.Errorf("%q: no elements and no error", s)
		}
		p.Walk(func(e Element) {
			if e.Column < 1 {
				t.Errorf("%q: element without a column", s)
			}
		})
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(sound))
	f.Add([]byte("title：甲\nrules:\n\t- “”"))
	f.Add([]byte("rules: [[[{&a *a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, problems := Parse("fuzz.yaml", data)
		for _, p := range problems {
			if p.Line < 1 || p.Column < 1 || p.Message == "" {
				t.Errorf("%+v", p)
			}
		}
	})
}

// TestBoundsOfPatterns refuses patterns that nobody can read and that would be
// tried without end.
func TestBoundsOfPatterns(t *testing.T) {
	for name, c := range map[string]struct {
		pattern string
		fine    bool
	}{
		"ten gaps":          {strings.Repeat("企…", 10) + "【数量】", true},
		"eleven gaps":       {strings.Repeat("企…", 11) + "【数量】", false},
		"four words":        {strings.Repeat("【词语】", 4), true},
		"words in groups":   {strings.Repeat("（【词语】|甲）？", 5), false},
		"many elements":     {strings.Repeat("（甲）？", 41), false},
		"many characters":   {strings.Repeat("甲", longestPattern+1), false},
		"most characters":   {strings.Repeat("甲", longestPattern), true},
		"a whole megabyte":  {strings.Repeat("（", 1<<20), false},
		"gaps of sentences": {strings.Repeat("……甲", 11), false},
	} {
		if _, err := ParsePattern(c.pattern); (err == nil) != c.fine {
			t.Errorf("%s: %v", name, err)
		}
	}
}
