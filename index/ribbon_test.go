package index

import (
	"maps"
	"math/rand/v2"
	"testing"
)

// TestRibbonKnowsItsKeys holds that every key has its value, and that others
// have values by chance.
func TestRibbonKnowsItsKeys(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var s system
	for _, n := range []int{1, 2, 63, 64, 65, 1000, 5000, 60_000} {
		values := map[uint64]uint8{}
		for len(values) < n {
			values[r.Uint64()] = uint8(r.UintN(1 << ribbonBits))
		}
		made := s.ribbon(n, maps.All(values))
		for key, want := range values {
			if got := made.value(key); got != want {
				t.Fatalf("%d keys: %x has the value %d, want %d", n, key, got, want)
			}
		}
		if perKey := 8 * float64(len(made.rows)) / float64(n); n >= 1000 && perKey > 1.2*ribbonBits {
			t.Errorf("%d keys take %.2f bits each", n, perKey)
		}
		zero := 0
		for range 10_000 {
			if made.value(r.Uint64()) == 0 {
				zero++
			}
		}
		if n >= 1000 && (zero < 200 || zero > 450) { // 1 of 32
			t.Errorf("%d keys: %d of 10,000 others have the value 0", n, zero)
		}
	}
}

func TestRibbonOfNothing(t *testing.T) {
	if made := new(system).ribbon(0, nil); len(made.rows) != 0 {
		t.Errorf("a ribbon of no keys takes %d bytes", len(made.rows))
	}
}
