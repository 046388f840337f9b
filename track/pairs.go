package track

import "unicode"

// pairs returns the set of neighbouring character pairs of the letters of s.
// Digits and marks separate: values change from year to year, names do not.
func pairs(s string) map[string]bool {
	out := map[string]bool{}
	var last rune
	for _, r := range s {
		if !unicode.IsLetter(r) {
			last = 0
			continue
		}
		if last != 0 {
			out[string([]rune{last, r})] = true
		}
		last = r
	}
	return out
}

// alike returns how much of the shorter of two names stands in the other, from
// 0 to 1: names of a promise shrink from year to year.
func alike(a, b string) float64 {
	x, y := pairs(a), pairs(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return 0
	}
	same := 0
	for p := range x {
		if y[p] {
			same++
		}
	}
	return float64(same) / float64(len(x))
}
