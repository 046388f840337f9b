package samplefiles

import "strings"

// Style is what a line of a source is to become in Word.
type Style string

// Styles, with the mark that stands before the line in the source.
const (
	Title   Style = "Title"    // "# "
	Part    Style = "Heading1" // "## ": never numbered
	Chapter Style = "Heading2" // "### ": 一、
	Head    Style = "Heading3" // "#### ": （一）
	Item    Style = "Item"     // "1. ": a paragraph with a bold lead
	Body    Style = "Normal"
	Row     Style = "Row" // "| a | b |"
)

// Line is one line of a source.
type Line struct {
	Style Style
	Text  string
	Cells []string // of a Row
}

// ParseSource reads the small Markdown of samples/src: one paragraph, heading
// or table row a line, empty lines between.
func ParseSource(text string) []Line {
	var lines []Line
	for raw := range strings.SplitSeq(text, "\n") {
		if s := strings.TrimSpace(raw); s != "" {
			lines = append(lines, parseLine(s))
		}
	}
	return lines
}

func parseLine(s string) Line {
	marks := []struct {
		mark  string
		style Style
	}{{"#### ", Head}, {"### ", Chapter}, {"## ", Part}, {"# ", Title}}
	for _, m := range marks {
		if rest, ok := strings.CutPrefix(s, m.mark); ok {
			return Line{Style: m.style, Text: rest}
		}
	}
	if strings.HasPrefix(s, "|") {
		return Line{Style: Row, Text: s, Cells: cells(s)}
	}
	if number, rest, ok := strings.Cut(s, ". "); ok && isNumber(number) {
		return Line{Style: Item, Text: rest}
	}
	return Line{Style: Body, Text: s}
}

func cells(row string) []string {
	parts := strings.Split(strings.Trim(row, "|"), "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
