package index

// wordBits says where words begin, then where they end, by the places of a text
// in UTF-16: a bit for each two bytes and one more. Words inside words count.
type wordBits []byte

// newWordBits is of a text of such a length that has no words yet.
func newWordBits(length int) wordBits { return make(wordBits, 2*wordsLength(length)) }

// add notes a word.
func (w wordBits) add(start, end uint32) {
	w[start/16] |= 1 << (start / 2 % 8)
	w[len(w)/2+int(end/16)] |= 1 << (end / 2 % 8)
}

func (w wordBits) begins(at int) bool { return w[at/16]>>(at/2%8)&1 == 1 }
func (w wordBits) ends(at int) bool   { return w[len(w)/2:].begins(at) }
