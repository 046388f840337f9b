package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// ruleText is a rule on its way into a file.
type ruleText struct {
	title, id       string
	kind            report.Kind
	patterns        []string
	keep            []entry
	priority        int
	examples        []ruleExample
	counterexamples []ruleExample
	note            string
}

// ruleExample is a text, and of an example the fact it wants.
type ruleExample struct {
	text string
	part report.Part
	want *report.Fact
}

// entry is a key with its value.
type entry struct{ key, value string }

// yaml writes a whole file with the one rule, in the order and shape of the
// built-in files.
func (r ruleText) yaml() string {
	var b strings.Builder
	line := func(indent int, format string, args ...any) {
		fmt.Fprintf(&b, strings.Repeat(" ", indent)+format+"\n", args...)
	}
	line(0, "# 由 taizhang rules new 从一句话提出，请按需要修改；存进自己的规则文件夹，再检查、再试：")
	line(0, "#   taizhang --rules 我的规则 rules lint")
	line(0, "#   taizhang --rules 我的规则 rules test")
	line(0, "title: 自己的规则")
	line(0, "rules:")
	line(2, "- title: %s", scalar(r.title))
	line(4, "id: %s", r.id)
	line(4, "kind: %s", ruleset.KindName(r.kind))
	line(4, "patterns:")
	for _, p := range r.patterns {
		line(6, "- %s", scalar(p))
	}
	if len(r.keep) > 0 {
		line(4, "keep: %s", flow(r.keep))
	}
	line(4, "priority: %d", r.priority)
	line(4, "examples:")
	for _, e := range r.examples {
		line(6, "- text: %s", scalar(e.text))
		if e.part == report.Plan {
			line(8, "part: 计划")
		}
		if e.want != nil {
			line(8, "want: %s", flow(wanted(*e.want)))
		}
	}
	line(4, "counterexamples:")
	for _, c := range r.counterexamples {
		if c.part == report.Plan {
			line(6, "- text: %s", scalar(c.text))
			line(8, "part: 计划")
		} else {
			line(6, "- %s", scalar(c.text))
		}
	}
	if r.note != "" {
		line(4, "note: %s", scalar(r.note))
	}
	return b.String()
}

// wanted is what an example says of its fact.
func wanted(f report.Fact) []entry {
	return []entry{
		{"text", f.Text}, {"kind", ruleset.KindName(f.Kind)}, {"indicator", f.Indicator},
		{"subject", f.Subject}, {"action", f.Action}, {"modality", ruleset.ModalityName(f.Modality)},
		{"level", f.Level}, {"scope", f.Scope}, {"owner", f.Owner},
		{"strength", ruleset.StrengthName(f.Strength)},
	}
}

// flow writes entries as {key: value, …}, without those that are empty.
func flow(entries []entry) string {
	var parts []string
	for _, e := range entries {
		switch {
		case e.value == "":
		case strings.ContainsAny(e.value, ",[]{}，：") || strings.HasPrefix(e.value, "“"):
			parts = append(parts, e.key+": "+strconv.Quote(e.value))
		default:
			parts = append(parts, e.key+": "+scalar(e.value))
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// scalar writes a value as it stands where YAML takes it so, else in quotes.
func scalar(s string) string {
	odd := func(r rune) bool { return r == '"' || r == '\\' || !unicode.IsPrint(r) }
	if s == "" || s == "null" || s == "true" || s == "false" || startsWithMark(s) ||
		strings.ContainsAny(s[:1], " -?:,[]{}#&*!|>'\"%@`~") || strings.HasSuffix(s, ":") ||
		strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.ContainsFunc(s, odd) {
		return strconv.Quote(s)
	}
	return s
}

// startsWithMark tells of values that a scan of the raw lines would take for
// mistakes of a Chinese keyboard.
func startsWithMark(s string) bool {
	for _, m := range []string{"“", "”", "‘", "－", "—", "–", "﹣", "−"} {
		if strings.HasPrefix(s, m) {
			return true
		}
	}
	return false
}

// defaultID is the kind and a few digits that tell patterns apart.
func defaultID(r ruleText) string {
	sum := sha256.Sum256([]byte(strings.Join(r.patterns, "\n")))
	return string(r.kind) + "-" + hex.EncodeToString(sum[:2])
}
