package match

import (
	"strings"
	"unicode/utf8"
)

// trimmer cuts words off the ends of others. Of most words one byte tells that
// there is nothing to cut.
type trimmer struct {
	words  []string
	begins [4]uint64 // a bit for the last byte of each first character
	ends   [4]uint64 // and for each last byte
}

func newTrimmer(words []string) trimmer {
	t := trimmer{words: words}
	for _, w := range words {
		if w == "" {
			continue
		}
		_, size := utf8.DecodeRuneInString(w)
		first, last := w[size-1], w[len(w)-1]
		t.begins[first/64] |= 1 << (first % 64)
		t.ends[last/64] |= 1 << (last % 64)
	}
	return t
}

// cutPrefix cuts the longest of the words that s begins with off it.
func (t *trimmer) cutPrefix(s string) string {
	if s == "" {
		return s
	}
	_, size := utf8.DecodeRuneInString(s)
	if first := s[size-1]; t.begins[first/64]&(1<<(first%64)) == 0 {
		return s
	}
	best := s
	for _, w := range t.words {
		if rest, ok := strings.CutPrefix(s, w); ok && len(rest) < len(best) {
			best = rest
		}
	}
	return best
}

// cutSuffix cuts the longest of the words that s ends in off it.
func (t *trimmer) cutSuffix(s string) string {
	if s == "" {
		return s
	}
	if last := s[len(s)-1]; t.ends[last/64]&(1<<(last%64)) == 0 {
		return s
	}
	best := s
	for _, w := range t.words {
		if rest, ok := strings.CutSuffix(s, w); ok && len(rest) < len(best) {
			best = rest
		}
	}
	return best
}
