package index

// wordEnds says of every byte of a text whether a word begins before it, and
// whether one ends there. Words inside words count.
type wordEnds struct{ begins, ends []bool }

func newWordEnds(text string) wordEnds {
	return wordEnds{make([]bool, len(text)+1), make([]bool, len(text)+1)}
}

// add notes a word.
func (w wordEnds) add(start, end int) { w.begins[start], w.ends[end] = true, true }

// bits returns where words begin, then where they end, by the places of the
// text in UTF-16, which is length bytes long.
func (w wordEnds) bits(text string, length int) []byte {
	n := wordsLength(length)
	out := make([]byte, 2*n)
	at := 0
	set := func(i int) {
		if w.begins[i] {
			out[at/8] |= 1 << (at % 8)
		}
		if w.ends[i] {
			out[n+at/8] |= 1 << (at % 8)
		}
	}
	for i, r := range text {
		set(i)
		if at++; r >= 0x10000 {
			at++
		}
	}
	set(len(text))
	return out
}
