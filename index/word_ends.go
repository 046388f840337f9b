package index

// wordEnds says of every byte of a text whether a word begins before it, and
// whether one ends there. Words inside words count.
type wordEnds struct{ begins, ends []bool }

func newWordEnds(text string) wordEnds {
	return wordEnds{make([]bool, len(text)+1), make([]bool, len(text)+1)}
}

// add notes a word.
func (w wordEnds) add(start, end int) { w.begins[start], w.ends[end] = true, true }

// wordBits says where words begin, then where they end, by the places of a text
// in UTF-16: a bit for each two bytes and one more.
type wordBits []byte

func (w wordBits) begins(at int) bool { return w[at/16]>>(at/2%8)&1 == 1 }
func (w wordBits) ends(at int) bool   { return w[len(w)/2:].begins(at) }

// bits returns the same by the places of the text in UTF-16, which is length
// bytes long.
func (w wordEnds) bits(text string, length int) wordBits {
	n := wordsLength(length)
	out := make(wordBits, 2*n)
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
