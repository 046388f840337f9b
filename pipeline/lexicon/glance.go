package lexicon

import "unicode/utf8"

// Glance tells of two characters that no word begins with them. It is small
// enough to stay at hand during a pass over a text; several characters share a
// bit.
type Glance struct {
	pairs  [512]uint64 // a bit for the first two characters of a word
	single [64]uint64  // and for words of one
}

// Add takes a word in.
func (g *Glance) Add(word string) {
	first, size := utf8.DecodeRuneInString(word)
	if size == len(word) {
		k := uint32(first) % 4096
		g.single[k/64] |= 1 << (k % 64)
		return
	}
	second, _ := utf8.DecodeRuneInString(word[size:])
	k := pair(first, second)
	g.pairs[k/64] |= 1 << (k % 64)
}

// pair returns the bit of two characters.
func pair(a, b rune) uint32 { return (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA6B) >> 17 }

// May tells whether a word may begin with a, b or be a alone.
func (g *Glance) May(a, b rune) bool {
	k, p := uint32(a)%4096, pair(a, b)
	return (g.single[k/64]>>(k%64)|g.pairs[p/64]>>(p%64))&1 != 0
}
