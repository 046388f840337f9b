package index

import (
	"encoding/binary"
	"iter"
	"math/bits"
	"slices"
)

// A ribbon leads keys to values of a few bits each and keeps no keys: what it
// says of a key it was not made with is chance. It is a system of linear
// equations over single bits (P. Dillinger, S. Walzer: Ribbon filter, 2021): the
// equation of a key says that of 64 neighbouring rows those that its hash chooses
// add up to its value. Rows lie in groups of 64, a word for each bit.
type ribbon struct {
	seed uint32
	rows []byte
}

const (
	ribbonBits  = 5 // of a value
	ribbonGroup = 8 * ribbonBits
	ribbonWidth = 64
)

// equation is what a key says of the rows from start on.
type equation struct {
	start  int
	chosen uint64 // the lowest bit is set
	sum    uint8
}

// equationOf returns the equation of a key among so many rows. Its sum is chance,
// to which the key's value is added.
func equationOf(key uint64, seed uint32, rows int) equation {
	a := mixed(key ^ uint64(seed)<<32)
	b := mixed(a + 0x9E3779B97F4A7C15)
	start, _ := bits.Mul64(a, uint64(rows-ribbonWidth+1))
	return equation{int(start), b | 1, uint8(a & (1<<ribbonBits - 1))}
}

// mixed spreads the bits of a number (the last steps of SplitMix64).
func mixed(x uint64) uint64 {
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// ribbon makes a ribbon of n keys and their values; of none it has no rows. A
// system without a solution is tried again with another seed and more rows.
func (s *system) ribbon(n int, values iter.Seq2[uint64, uint8]) ribbon {
	if n == 0 {
		return ribbon{}
	}
	for seed := uint32(0); ; seed++ {
		rows := n + n*int(7+3*seed)/100 + ribbonWidth
		s.reset((rows + ribbonWidth - 1) / ribbonWidth * ribbonWidth)
		if s.addAll(values, seed) {
			return ribbon{seed, s.solved()}
		}
	}
}

// value returns the value of a key. The ribbon must have rows.
func (r ribbon) value(key uint64) uint8 {
	e := equationOf(key, r.seed, len(r.rows)/ribbonGroup*ribbonWidth)
	at := r.rows[e.start/ribbonWidth*ribbonGroup:]
	shift := e.start % ribbonWidth
	sum := e.sum
	for i := range ribbonBits {
		word := binary.LittleEndian.Uint64(at[8*i:]) >> shift
		if shift > 0 {
			word |= binary.LittleEndian.Uint64(at[ribbonGroup+8*i:]) << (ribbonWidth - shift)
		}
		sum ^= uint8(bits.OnesCount64(word&e.chosen)&1) << i
	}
	return sum
}

// system is the equations so far, each at the first of the rows it speaks of.
type system struct {
	chosen []uint64 // 0: none
	sums   []uint8
}

// reset makes the system one of so many rows without equations.
func (s *system) reset(rows int) {
	s.chosen = slices.Grow(s.chosen[:0], rows)[:rows]
	s.sums = slices.Grow(s.sums[:0], rows)[:rows]
	clear(s.chosen)
	clear(s.sums)
}

// addAll adds the equations of all keys, and tells whether they agree.
func (s *system) addAll(values iter.Seq2[uint64, uint8], seed uint32) bool {
	for key, v := range values {
		e := equationOf(key, seed, len(s.chosen))
		e.sum ^= v
		if !s.add(e) {
			return false
		}
	}
	return true
}

func (s *system) add(e equation) bool {
	for {
		there := s.chosen[e.start]
		if there == 0 {
			s.chosen[e.start], s.sums[e.start] = e.chosen, e.sum
			return true
		}
		e.chosen ^= there
		e.sum ^= s.sums[e.start]
		if e.chosen == 0 {
			return e.sum == 0
		}
		n := bits.TrailingZeros64(e.chosen)
		e.start += n
		e.chosen >>= n
	}
}

// solved returns the rows that solve the system, from the last to the first.
func (s *system) solved() []byte {
	out := make([]byte, len(s.chosen)/ribbonWidth*ribbonGroup)
	var behind [ribbonBits]uint64 // of each bit, the rows from the one at hand on
	for row := len(s.chosen) - 1; row >= 0; row-- {
		at := out[row/ribbonWidth*ribbonGroup:]
		for i := range behind {
			bit := uint64(bits.OnesCount64(behind[i]<<1&s.chosen[row])&1) ^ uint64(s.sums[row]>>i&1)
			behind[i] = behind[i]<<1 | bit
			if row%ribbonWidth == 0 {
				binary.LittleEndian.PutUint64(at[8*i:], behind[i])
			}
		}
	}
	return out
}
