package pipeline

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold reduces words to what repair never changes: letters and digits, in one
// width.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKC.String(s))
}

// holds tells whether all characters of words stand in source, in order: page
// numbers and other furniture may stand between.
func holds(source, words string) bool {
	want := []rune(words)
	for _, r := range source {
		if len(want) > 0 && r == want[0] {
			want = want[1:]
		}
	}
	return len(want) == 0
}
