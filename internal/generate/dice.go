package generate

import "math/rand/v2"

// dice draws; the same seeds draw the same.
type dice struct{ r *rand.Rand }

func newDice(seed, number uint64) dice { return dice{rand.New(rand.NewPCG(seed, number+1))} }

// between returns a number from low to high, both included.
func (d dice) between(low, high int) int { return low + d.r.IntN(high-low+1) }

func (d dice) pick(from []string) string { return from[d.r.IntN(len(from))] }

// chance is true in percent of 100.
func (d dice) chance(percent int) bool { return d.r.IntN(100) < percent }

// shuffled returns the numbers below n in a drawn order.
func (d dice) shuffled(n int) []int { return d.r.Perm(n) }

// share is a fate with its weight among others.
type share struct {
	fate   Fate
	weight int
}

func (d dice) fate(shares []share) Fate {
	sum := 0
	for _, s := range shares {
		sum += s.weight
	}
	n := d.r.IntN(sum)
	for _, s := range shares {
		if n -= s.weight; n < 0 {
			return s.fate
		}
	}
	return shares[0].fate
}
