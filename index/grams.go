package index

import "unicode/utf8"

// grams calls add for each pair of neighbouring characters of a folded text,
// punctuation and blanks included: any stretch of two characters or more is
// found by its pairs. A text of one character has none.
func grams(text string, add func(pair string)) {
	for i := 0; i < len(text); {
		_, first := utf8.DecodeRuneInString(text[i:])
		_, second := utf8.DecodeRuneInString(text[i+first:])
		if second == 0 {
			return
		}
		add(text[i : i+first+second])
		i += first
	}
}
