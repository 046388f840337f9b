package series

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

// A sentence with a figure in it comes again by chance if it is short: one
// with so many figures, or so many characters, does not.
const (
	copiedFigures = 2
	copiedLength  = 20
)

// copies returns the sentences of reviews that an earlier review has word for
// word, with the same figures.
func copies(office []report.Report) []Break {
	var out []Break
	first := map[string]Said{}
	for _, r := range office {
		for _, group := range factsBySentence(r.Facts) {
			n := figures(group)
			words := lettersAndDigits(group[0].Sentence)
			if n == 0 || n < copiedFigures && utf8.RuneCountInString(words) < copiedLength {
				continue
			}
			s := saidOf(r, group[0])
			s.Value, s.Text = nil, ""
			before, ok := first[words]
			if !ok {
				first[words] = s
				continue
			}
			if before.Year < s.Year {
				out = append(out, Break{Kind: Copied, Org: r.Outline.Org, Year: s.Year, First: before, Again: s,
					Text: yearsOf(before, s)})
			}
		}
	}
	return out
}

// figures counts the values of a sentence that say what was done in the year
// that the report reviews.
func figures(group []report.Fact) int {
	n := 0
	for _, f := range group {
		if f.Value != nil && f.Part == report.Review && f.Cell == nil {
			n++
		}
	}
	return n
}

func lettersAndDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, s)
}

func yearsOf(a, b Said) string { return fmt.Sprintf("%d→%d", a.Year, b.Year) }
