package lexicon

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// Trie finds words in texts, whatever their number. It is laid out in a few
// flat lists: a pass over a text stays within the processor's cache, and there
// is nothing in it for the collector to follow.
type Trie struct {
	begin [plane / 64]uint64 // a bit for each character that begins a word
	roots [plane / 64]uint16 // how many of these stand before the 64 of a bit set
	nodes []trieNode
	edges []trieEdge
	rare  map[rune]int32 // nodes of first characters beyond the basic plane
	look  Glance
}

// plane is how many characters the basic plane of Unicode has.
const plane = 1 << 16

// trieNode is the end of one or more beginnings of words. Nodes of first
// characters come first, in order of character.
type trieNode struct {
	word  int32 // that ends here, -1 for none
	edges int32 // the first of its edges
	count int32 // and how many there are
}

type trieEdge struct {
	key  rune
	next int32
}

// Hit is a word found in a text: its number in the list, and its bytes.
type Hit struct {
	Word       int32
	Start, End int32
}

// NewTrie returns the trie of the words; of words that stand in the list twice
// the first counts, and what is empty is never found.
func NewTrie(words []string) *Trie {
	order := make([]int32, 0, len(words))
	t := &Trie{rare: map[rune]int32{}}
	for i, w := range words {
		if w == "" {
			continue
		}
		order = append(order, int32(i))
		t.look.Add(w)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return strings.Compare(words[a], words[b]) })
	t.build(words, order)
	return t
}

// beginning is the words that share their first bytes, and their node.
type beginning struct {
	words []int32
	bytes int
	node  int32
}

// build lays the nodes out level by level, so that the children of each stand
// side by side.
func (t *Trie) build(words []string, order []int32) {
	var open []beginning
	t.groups(words, order, 0, func(r rune, b beginning) {
		if r < plane {
			t.begin[r/64] |= 1 << (r % 64)
		} else {
			t.rare[r] = b.node
		}
		open = append(open, b)
	})
	n := 0
	for i, set := range t.begin {
		t.roots[i] = uint16(n)
		n += bits.OnesCount64(set)
	}
	for len(open) > 0 {
		b := open[0]
		open = open[1:]
		rest := b.words
		for len(rest) > 0 && len(words[rest[0]]) == b.bytes {
			if t.nodes[b.node].word < 0 {
				t.nodes[b.node].word = rest[0]
			}
			rest = rest[1:]
		}
		t.nodes[b.node].edges = int32(len(t.edges))
		t.groups(words, rest, b.bytes, func(r rune, next beginning) {
			t.edges = append(t.edges, trieEdge{r, next.node})
			t.nodes[b.node].count++
			open = append(open, next)
		})
	}
}

// groups divides sorted words by the character at the offset, and makes a node
// for each of these.
func (t *Trie) groups(words []string, order []int32, at int, do func(rune, beginning)) {
	for from := 0; from < len(order); {
		r, size := utf8.DecodeRuneInString(words[order[from]][at:])
		to := from + 1
		for to < len(order) && strings.HasPrefix(words[order[to]][at:], words[order[from]][at:at+size]) {
			to++
		}
		t.nodes = append(t.nodes, trieNode{word: -1})
		do(r, beginning{order[from:to], at + size, int32(len(t.nodes) - 1)})
		from = to
	}
}

// Begins tells whether a word may begin at the start of the text.
func (t *Trie) Begins(text string) bool {
	r, size := Rune(text)
	next, _ := Rune(text[size:])
	return t.look.May(r, next)
}

// Root returns the node of the words that begin with r, -1 for none.
func (t *Trie) Root(r rune) int32 {
	if r >= plane {
		if n, ok := t.rare[r]; ok {
			return n
		}
		return -1
	}
	set, bit := t.begin[r/64], uint64(1)<<(r%64)
	if set&bit == 0 {
		return -1
	}
	return int32(t.roots[r/64]) + int32(bits.OnesCount64(set&(bit-1)))
}

// fewEdges is up to how many edges are looked through one by one.
const fewEdges = 8

// Next returns the node to which r leads from node n, -1 where no word goes on so.
func (t *Trie) Next(n int32, r rune) int32 {
	node := &t.nodes[n]
	edges := t.edges[node.edges : node.edges+node.count]
	for len(edges) > fewEdges {
		half := len(edges) / 2
		if edges[half].key > r {
			edges = edges[:half]
		} else {
			edges = edges[half:]
		}
	}
	for i := range edges {
		if edges[i].key == r {
			return edges[i].next
		}
	}
	return -1
}

// Word returns the number of the word that ends at node n, -1 for none.
func (t *Trie) Word(n int32) int32 { return t.nodes[n].word }

// Find returns the number of the word that is the whole text, -1 for none.
func (t *Trie) Find(text string) int32 {
	if !t.Begins(text) {
		return -1
	}
	r, size := Rune(text)
	n := t.Root(r)
	for i := size; n >= 0 && i < len(text); i += size {
		r, size = Rune(text[i:])
		n = t.Next(n, r)
	}
	if n < 0 || text == "" {
		return -1
	}
	return t.nodes[n].word
}

// Scan appends the words found in the text: by start, shorter before longer.
func (t *Trie) Scan(text string, hits []Hit) []Hit {
	r, size := Rune(text)
	for start := 0; start < len(text); {
		second := start + size
		next, more := Rune(text[second:])
		if t.look.May(r, next) {
			hits = t.from(text, start, second, t.Root(r), hits)
		}
		start, r, size = second, next, more
	}
	return hits
}

// from appends the words from start on, whose first character leads to node n
// and to offset k.
func (t *Trie) from(text string, start, k int, n int32, hits []Hit) []Hit {
	for n >= 0 {
		if w := t.nodes[n].word; w >= 0 {
			hits = append(hits, Hit{w, int32(start), int32(k)})
		}
		if k == len(text) {
			break
		}
		r, size := Rune(text[k:])
		n = t.Next(n, r)
		k += size
	}
	return hits
}

// Length returns how many characters s has, quicker than utf8.RuneCountInString:
// it counts the bytes that begin one.
func Length(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]>>6 != 2 {
			n++
		}
	}
	return n
}

// Longer tells whether s has more than n characters. Most texts tell by their
// bytes, of which a character has at most four.
func Longer(s string, n int) bool {
	return len(s) > utf8.UTFMax*n || len(s) > n && Length(s) > n
}

// Rune is utf8.DecodeRuneInString, quicker for the three bytes that nearly all
// characters of a Chinese text have.
func Rune(s string) (rune, int) {
	if len(s) > 2 {
		if a, b, c := s[0], s[1]^0x80, s[2]^0x80; a-0xE1 < 0xF && a != 0xED && b|c < 0x40 {
			return rune(a&0xF)<<12 | rune(b)<<6 | rune(c), 3
		}
	}
	return utf8.DecodeRuneInString(s)
}
