package index

import (
	"math/rand/v2"
	"strings"
	"testing"

	"taizhang/report"
)

func TestOrderKeySortsAsNumbersDo(t *testing.T) {
	numbers := []string{"0", "0.0", "-0", "1", "10", "9", "99.95", "100", "0.5", "0.05", "-1", "-12", "-12.5", "-120", "-0.5",
		"680000000", "680000000.0", "6.8", "9223372036854775807999", "1.10", "1.1", "1.11"}
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		n := report.Whole(r.Int64N(2_000_000) - 1_000_000).Shift(int32(r.IntN(12) - 6))
		numbers = append(numbers, n.String())
	}
	for _, a := range numbers {
		for _, b := range numbers {
			da, _ := report.ParseDecimal(a)
			db, _ := report.ParseDecimal(b)
			if got, want := strings.Compare(orderKey(da), orderKey(db)), da.Cmp(db); got != want {
				t.Errorf("%s and %s have keys %s and %s: compared %d, want %d", a, b, orderKey(da), orderKey(db), got, want)
			}
		}
	}
}
