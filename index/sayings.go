package index

import (
	"math/bits"
	"slices"
)

// sayings gathers what is said of keys, none of which is 0, in a table of its own:
// with one of the language an import takes one part in a hundred longer.
type sayings struct {
	keys  []uint64 // 0: free
	says  []uint8
	shift int
	n     int // keys there are
}

// newSayings makes a table with room for so many keys.
func newSayings(keys int) *sayings {
	s := &sayings{}
	s.reset(keys)
	return s
}

// reset empties the table and gives it room for so many keys.
func (s *sayings) reset(keys int) {
	width := bits.Len(uint(keys + keys/3 + 1))
	s.keys = slices.Grow(s.keys[:0], 1<<width)[:1<<width]
	s.says = slices.Grow(s.says[:0], 1<<width)[:1<<width]
	clear(s.keys)
	clear(s.says)
	s.shift, s.n = 64-width, 0
}

// grow moves all to a table twice as large.
func (s *sayings) grow() {
	larger := newSayings(len(s.keys))
	for key, says := range s.each {
		larger.add(key, says)
	}
	*s = *larger
}

// add adds bits to what is said of a key.
func (s *sayings) add(key uint64, says uint8) {
	i := int(key * 0x9E3779B97F4A7C15 >> s.shift)
	for s.keys[i] != key {
		if s.keys[i] == 0 {
			if s.n++; s.n > len(s.keys)/4*3 {
				s.n--
				s.grow()
				s.add(key, says)
				return
			}
			s.keys[i] = key
			break
		}
		i = (i + 1) & (len(s.keys) - 1)
	}
	s.says[i] |= says
}

// each calls use with the keys and what is said of them.
func (s *sayings) each(use func(key uint64, says uint8) bool) {
	for i, key := range s.keys {
		if key != 0 && !use(key, s.says[i]) {
			return
		}
	}
}
