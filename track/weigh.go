package track

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// grams returns the neighbouring character pairs of the letters of s, as they
// stand. Digits and marks separate: values change from year to year, names do
// not.
func grams(s string) []string {
	var out []string
	last, seen := 0, false
	for i, r := range s {
		if !unicode.IsLetter(r) {
			seen = false
			continue
		}
		if seen {
			out = append(out, s[last:i+utf8.RuneLen(r)])
		}
		last, seen = i, true
	}
	return out
}

// rarity weighs the character pairs of an office's reviews: 固定资产 stands
// everywhere, the name of a project only where it is meant.
type rarity struct {
	holders   map[string]int // pair → sentences that hold it
	sentences int
}

// weight returns how much it says that a pair is found. One that stands in no
// sentence cannot tell one from another; it weighs half of the rarest.
func (r *rarity) weight(gram string) float64 {
	n := r.holders[gram]
	if n == 0 {
		return math.Log(float64(1+r.sentences)) / 2
	}
	return math.Log(1 + float64(r.sentences)/float64(n))
}

// cover returns the share of the name, from 0 to 1, that stands in one of the
// texts. A name of one character is covered by itself.
func (r *rarity) cover(name string, texts ...string) float64 {
	total, found := 0.0, 0.0
	for _, g := range grams(name) {
		w := r.weight(g)
		total += w
		for _, t := range texts {
			if strings.Contains(t, g) {
				found += w
				break
			}
		}
	}
	if total > 0 {
		return found / total
	}
	for _, t := range texts {
		if name != "" && strings.Contains(t, name) {
			return 1
		}
	}
	return 0
}
