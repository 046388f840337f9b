package samplefiles

import (
	"fmt"
	"strings"
)

// RTF writes lines as a Rich Text Format document, one paragraph a line.
func RTF(lines []Line) []byte {
	var out strings.Builder
	out.WriteString(`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}\f0\fs32` + "\n")
	for _, l := range lines {
		for _, r := range l.Text {
			// A character is its number as a signed 16-bit one, and what shows
			// where that is not understood.
			fmt.Fprintf(&out, `\u%d?`, int16(r))
		}
		out.WriteString("\\par\n")
	}
	out.WriteString("}\n")
	return []byte(out.String())
}
