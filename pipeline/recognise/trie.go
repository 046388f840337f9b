package recognise

import "slices"

// trie finds words that begin, or that end, at a place of a text. Recognisers
// ask a hundred of them at each place where something may stand, and nearly
// always in vain: so a trie turns away by one look at a bit, and what it lets
// in costs one look into one small array for each character.
type trie struct {
	starts [8]uint64 // a bit for the last nine bits of each rune that a word begins with
	slots  []slot    // a hash table with room, whose length is a power of two
	used   int
	nodes  int32
	firsts []rune // the runes that words begin with, in the order they came
}

// slot is a step from a node: by the rune r to the node next, where the word
// ends. The root is 0, and so is next where no word goes on.
type slot struct {
	node, next int32
	r          rune
	word       int32 // number of the word, from 1; 0 none
}

// find returns the index of the step, or of the free slot where it would be.
func (t *trie) find(node int32, r rune) uint32 {
	last := uint32(len(t.slots) - 1)
	i := (uint32(node)*0x85ebca6b ^ uint32(r)) * 0x9e3779b1
	for i ^= i >> 15; ; i++ {
		s := &t.slots[i&last]
		if s.r == r && s.node == node || s.r == 0 {
			return i & last
		}
	}
}

// add enters a word with its number and returns the number it has: another one
// where the word was there before.
func (t *trie) add(word []rune, number int32) int32 {
	node := int32(0)
	for n, r := range word {
		if 2*t.used >= len(t.slots) {
			t.grow()
		}
		at := t.find(node, r)
		s := &t.slots[at]
		if s.r == 0 {
			*s = slot{node: node, r: r}
			t.used++
			if n == 0 {
				t.starts[r>>6&7] |= 1 << (r & 63)
				t.firsts = append(t.firsts, r)
			}
		}
		if n == len(word)-1 {
			if s.word == 0 {
				s.word = number
			}
			return s.word
		}
		if s.next == 0 {
			t.nodes++
			s.next = t.nodes
		}
		node = s.next
	}
	return 0
}

func (t *trie) grow() {
	old := t.slots
	t.slots = make([]slot, max(4, 2*len(old)))
	for _, s := range old {
		if s.r != 0 {
			t.slots[t.find(s.node, s.r)] = s
		}
	}
}

// may tells whether a word may begin at i. Few others than those that do are let
// through. The last nine bits of a character of three bytes are in its last two.
func (t *trie) may(s string, i int) bool {
	high, b := s[i]>>6, s[i]
	if b>>4 == 0xe && i+2 < len(s) {
		high, b = s[i+1], s[i+2]
	}
	return b>>6 == 3 || t.starts[high&7]&(1<<(b&63)) != 0
}

// mayEnd tells in the same way whether a word may end at i.
func (t *trie) mayEnd(s string, i int) bool {
	high, b := s[i-1]>>6, s[i-1]
	if b>>6 == 2 && i > 1 {
		high = s[i-2]
	}
	return t.starts[high&7]&(1<<(b&63)) != 0
}

// hit is a word found: its number and where it ends, or where it starts for
// words that are read backwards.
type hit struct {
	word int32
	at   int
}

// ahead returns the longest word that begins at i, the zero hit for none. The
// next shorter one is the longest in s[:at-1].
func (t *trie) ahead(s string, i int) (best hit) {
	if i >= len(s) || !t.may(s, i) || t.used == 0 {
		return best
	}
	r, size := decode(s, i)
	for node := int32(0); ; r, size = decode(s, i) {
		step := &t.slots[t.find(node, r)]
		i += size
		if step.word > 0 {
			best = hit{step.word, i}
		}
		if node = step.next; node == 0 || i >= len(s) {
			return best
		}
	}
}

// back returns the longest word that ends at i, of words that were added
// backwards.
func (t *trie) back(s string, i int) (best hit) {
	if i <= 0 || !t.mayEnd(s, i) || t.used == 0 {
		return best
	}
	r, size := decodeLast(s, i)
	for node := int32(0); ; r, size = decodeLast(s, i) {
		step := &t.slots[t.find(node, r)]
		i -= size
		if step.word > 0 {
			best = hit{step.word, i}
		}
		if node = step.next; node == 0 || i <= 0 {
			return best
		}
	}
}

// shorterBack returns the longest word that ends at i and begins behind start.
func (t *trie) shorterBack(s string, start, i int) hit {
	h := t.back(s[start+1:], i-start-1)
	h.at += start + 1
	return h
}

// backwards returns the runes of a word, last first.
func backwards(word string) []rune {
	runes := []rune(word)
	slices.Reverse(runes)
	return runes
}
