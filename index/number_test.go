package index

import (
	"cmp"
	"math/rand/v2"
	"testing"

	"taizhang/report"
)

// TestNumbersCompareAsDecimalsDo holds stored numbers against exact ones, those
// too large for a row and those that differ in the twentieth digit among them.
func TestNumbersCompareAsDecimalsDo(t *testing.T) {
	written := []string{"0", "0.0", "-0", "1", "10", "9", "99.95", "100", "0.5", "0.05", "-1", "-12", "-12.5", "-120", "-0.5",
		"680000000", "680000000.0", "6.8", "9223372036854775807999", "9223372036854775808000", "1.10", "1.1", "1.11",
		"0.1234567890123456789", "0.1234567890123456788", "12345678901234567.8", "12345678901234567.9"}
	r := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		n := report.Whole(r.Int64N(2_000_000) - 1_000_000).Shift(int32(r.IntN(12) - 6))
		written = append(written, n.String())
	}
	strings := &dictionary{all: []string{""}}
	for _, a := range written {
		for _, b := range written {
			da, _ := report.ParseDecimal(a)
			db, _ := report.ParseDecimal(b)
			na := getNumber(newNumber(da, strings).put(nil))
			nb := getNumber(newNumber(db, strings).put(nil))
			want := da.Cmp(db)
			if got := na.compare(newScale(db), strings); got != want {
				t.Errorf("%s to %s: %d, want %d", a, b, got, want)
			}
			ka, kb := sortKey{near: na.near(strings), number: na}, sortKey{near: nb.near(strings), number: nb}
			if got := ka.compare(kb, strings); cmp.Compare(got, 0) != want {
				t.Errorf("%s before %s: %d, want %d", a, b, got, want)
			}
		}
	}
}
