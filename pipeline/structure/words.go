package structure

import (
	"slices"
	"strings"
)

// hasPrefix tells whether s begins with one of words.
func hasPrefix(s string, words []string) bool { return prefixOf(s, words) != "" }

// prefixOf returns the first of words with which s begins, or "".
func prefixOf(s string, words []string) string {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}

// hasSuffix tells whether s ends with one of words.
func hasSuffix(s string, words []string) bool { return suffixOf(s, words) != "" }

// suffixOf returns the first of words with which s ends, or "".
func suffixOf(s string, words []string) string {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return w
		}
	}
	return ""
}

// find returns where the first of words stands in s and which, or -1.
func find(s string, words []string) (int, string) {
	at, word := -1, ""
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (at < 0 || i < at) {
			at, word = i, w
		}
	}
	return at, word
}

func contains(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}
