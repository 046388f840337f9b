package index

import "encoding/binary"

// A signature says which three characters stand side by side in a body, and
// whether somewhere a word begins before them, or one ends behind them. It also
// has the two characters before which a word begins and behind which one ends.
// What is there it never denies; what is not there it takes for there once in
// eight times. So it spares looking through texts, and finds nothing.
type signature struct{ ribbon }

// What a signature says of characters: the lower bits of a value. The others
// are nothing where it was made of them, else chance.
const (
	saysBegins = 1
	saysEnds   = 2
	saysOther  = 1<<ribbonBits - 4
)

// The lengths of three and of two characters in UTF-16.
const (
	tripleLength = 6
	pairLength   = 4
)

// signature makes the signature of a body.
func (w *workspace) signature(body []byte, words wordBits) signature {
	all := w.sayings
	all.reset(len(body) / 2)
	for at := 0; at+pairLength <= len(body); at += 2 {
		begins := words.begins(at)
		if begins && words.ends(at+pairLength) {
			all.add(pairKey(body[at:]), 0)
		}
		if at+tripleLength > len(body) {
			break
		}
		var says uint8
		if begins {
			says = saysBegins
		}
		if words.ends(at + tripleLength) {
			says |= saysEnds
		}
		all.add(tripleKey(body[at:]), says)
	}
	return signature{w.system.ribbon(all.n, all.each)}
}

// pairKey is the key of the two characters that a text begins with.
func pairKey(text []byte) uint64 {
	return uint64(binary.LittleEndian.Uint32(text)) | 1<<48
}

// tripleKey is the key of the three characters that a text begins with.
func tripleKey(text []byte) uint64 {
	return uint64(binary.LittleEndian.Uint32(text)) | uint64(text[4])<<32 | uint64(text[5])<<40 | 1<<49
}

// mayHold tells whether words may stand in the body.
func (s signature) mayHold(words []byte) bool {
	for at := 0; at+tripleLength <= len(words) && len(s.rows) > 0; at += 2 {
		if s.value(tripleKey(words[at:]))&saysOther != 0 {
			return false
		}
	}
	return true
}

// mayHoldWhole tells whether words may stand in the body where a word begins before
// them and one ends behind them.
func (s signature) mayHoldWhole(words []byte) bool {
	n := len(words)
	switch {
	case n < pairLength || len(s.rows) == 0:
		return true
	case n == pairLength:
		return s.value(pairKey(words)) == 0
	}
	first, last := s.value(tripleKey(words)), s.value(tripleKey(words[n-tripleLength:]))
	return first&(saysOther|saysBegins) == saysBegins && last&(saysOther|saysEnds) == saysEnds && s.mayHold(words)
}
