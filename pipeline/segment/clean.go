package segment

import (
	"strings"
	"unicode/utf8"
)

// clean replaces, byte for byte, what makes gojieba drop words: one invalid
// byte loses the whole string, a NUL everything behind it.
func clean(text string) string {
	if utf8.ValidString(text) && strings.IndexByte(text, 0) < 0 {
		return text
	}
	b := []byte(text)
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == 0 || r == utf8.RuneError && n == 1 {
			b[i] = ' '
		}
		i += n
	}
	return string(b)
}
