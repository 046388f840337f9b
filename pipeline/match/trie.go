package match

import (
	"slices"
	"unicode/utf8"
)

// trie finds all words of a dictionary in a text in one pass, whatever their
// number: from each character it walks as far as some word goes. Words are a
// few characters long, so the pass is linear, and most characters of a text
// begin no word at all.
type trie struct {
	ids   map[string]int32
	words []string
	first []int32  // node of each first character of the basic plane, -1 for none
	begin []uint64 // a bit for each of these characters: small enough to stay at hand
	rare  map[rune]int32
	nodes []trieNode
}

type trieNode struct {
	word int32 // index in words, -1 for none
	keys []rune
	next []int32
}

// hit is a word of the trie found in a text.
type hit struct {
	word       int32
	start, end int32
}

func newTrie() *trie {
	t := &trie{ids: map[string]int32{}, rare: map[rune]int32{}, first: make([]int32, 1<<16)}
	t.begin = make([]uint64, 1<<16/64)
	for i := range t.first {
		t.first[i] = -1
	}
	return t
}

// add returns the number of the word, adding it if it is new.
func (t *trie) add(word string) int32 {
	if id, ok := t.ids[word]; ok {
		return id
	}
	id := int32(len(t.words))
	t.ids[word] = id
	t.words = append(t.words, word)
	r, size := utf8.DecodeRuneInString(word)
	n := t.root(r)
	if n < 0 {
		n = t.node()
		if int(r) < len(t.first) {
			t.first[r] = n
			t.begin[r/64] |= 1 << (r % 64)
		} else {
			t.rare[r] = n
		}
	}
	for _, r := range word[size:] {
		n = t.child(n, r)
	}
	t.nodes[n].word = id
	return id
}

// root returns the node of words that begin with r, -1 for none.
func (t *trie) root(r rune) int32 {
	if int(r) < len(t.first) {
		return t.first[r]
	}
	if n, ok := t.rare[r]; ok {
		return n
	}
	return -1
}

func (t *trie) node() int32 {
	t.nodes = append(t.nodes, trieNode{word: -1})
	return int32(len(t.nodes) - 1)
}

func (t *trie) child(n int32, r rune) int32 {
	i, ok := slices.BinarySearch(t.nodes[n].keys, r)
	if ok {
		return t.nodes[n].next[i]
	}
	c := t.node()
	t.nodes[n].keys = slices.Insert(t.nodes[n].keys, i, r)
	t.nodes[n].next = slices.Insert(t.nodes[n].next, i, c)
	return c
}

// scan appends the words found in text to hits: by start, shorter before longer.
func (t *trie) scan(text string, hits []hit) []hit {
	for i, r := range text {
		if r < 1<<16 && t.begin[r/64]&(1<<(r%64)) == 0 {
			continue
		}
		if n := t.root(r); n >= 0 {
			hits = t.walk(text, i, n, hits)
		}
	}
	return hits
}

// walk appends the words that begin at start, whose first character led to n.
func (t *trie) walk(text string, start int, n int32, hits []hit) []hit {
	first := true
	for i, r := range text[start:] {
		at := start + i
		if first {
			first = false
			continue
		}
		node := &t.nodes[n]
		if node.word >= 0 {
			hits = append(hits, hit{node.word, int32(start), int32(at)})
		}
		if n = node.child(r); n < 0 {
			return hits
		}
	}
	if w := t.nodes[n].word; w >= 0 {
		hits = append(hits, hit{w, int32(start), int32(len(text))})
	}
	return hits
}

// child returns the node to which r leads, -1 for none. Most nodes have few
// children.
func (n *trieNode) child(r rune) int32 {
	if len(n.keys) > 8 {
		if i, ok := slices.BinarySearch(n.keys, r); ok {
			return n.next[i]
		}
		return -1
	}
	for i, k := range n.keys {
		if k == r {
			return n.next[i]
		}
	}
	return -1
}
