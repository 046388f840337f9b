package attribute

import "strings"

// ends are the words that others end in, begin with or hold. Of most words the
// last byte tells that they end in none.
type ends struct {
	words []string
	last  [4]uint64 // a bit for each last byte
}

func newEnds(words []string) ends {
	var e ends
	for _, w := range words {
		if w == "" {
			continue // every word ends in nothing
		}
		e.words = append(e.words, w)
		last := w[len(w)-1]
		e.last[last/64] |= 1 << (last % 64)
	}
	return e
}

// end tells whether the word ends in one of them.
func (e *ends) end(word string) bool {
	_, ok := e.cut(word)
	return ok
}

// cut cuts the first of them in which the word ends off it.
func (e *ends) cut(word string) (rest string, ok bool) {
	if word == "" {
		return word, false
	}
	if last := word[len(word)-1]; e.last[last/64]&(1<<(last%64)) == 0 {
		return word, false
	}
	for _, end := range e.words {
		if rest, ok := strings.CutSuffix(word, end); ok {
			return rest, true
		}
	}
	return word, false
}

// begin tells whether the word begins with one of them.
func (e *ends) begin(word string) bool {
	for _, w := range e.words {
		if strings.HasPrefix(word, w) {
			return true
		}
	}
	return false
}

// in tells whether one of them stands in the word.
func (e *ends) in(word string) bool { return containsOne(word, e.words) }
