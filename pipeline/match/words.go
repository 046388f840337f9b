package match

import "slices"

// wordList numbers the words that rules and indicators are written with.
type wordList struct {
	ids   map[string]int32
	words []string
}

// add returns the number of the word, adding it if it is new.
func (l *wordList) add(word string) int32 {
	if id, ok := l.ids[word]; ok {
		return id
	}
	id := int32(len(l.words))
	l.ids[word] = id
	l.words = append(l.words, word)
	return id
}

// wordSet is a set of words by number: a few listed, many as bits.
type wordSet struct {
	any  uint64 // a bit for the last six bits of each number
	few  []int32
	bits []uint64
}

// fewWords is up to how many words are looked through one by one.
const fewWords = 4

func newWordSet(ids []int32) wordSet {
	ids = sortedSet(ids)
	var s wordSet
	for _, id := range ids {
		s.any |= 1 << (id % 64)
	}
	if len(ids) <= fewWords {
		s.few = ids
		return s
	}
	s.bits = make([]uint64, ids[len(ids)-1]/64+1)
	for _, id := range ids {
		s.bits[id/64] |= 1 << (id % 64)
	}
	return s
}

func (s *wordSet) has(id int32) bool {
	if s.any&(1<<(id%64)) == 0 {
		return false
	}
	if k := int(id) / 64; k < len(s.bits) {
		return s.bits[k]&(1<<(id%64)) != 0
	}
	for _, one := range s.few {
		if one == id {
			return true
		}
	}
	return false
}

func sortedSet(ids []int32) []int32 {
	out := slices.Clone(ids)
	slices.Sort(out)
	return slices.Compact(out)
}
