package repair

import "unicode/utf8"

const (
	wrapSlack  = 4   // cells by which a full line can fall short: a mark carried over
	wrapLeast  = 40  // the narrowest page that is looked for
	wrapMost   = 160 // the widest
	wrapSample = 8   // fewer lines than this show nothing
)

// cells returns the width of text, a Chinese character counting two.
func cells(text string) int {
	n := 0
	for _, r := range text {
		if n++; utf8.RuneLen(r) > 2 {
			n++
		}
	}
	return n
}

// wrapWidth returns the width at which lines were wrapped, in cells, or 0: at
// least half of all lines end within a few cells of the longest.
func wrapWidth(lines []line) int {
	var count [wrapMost + 1]int
	total, longest := 0, 0
	for _, l := range lines {
		if l.empty() || l.row() {
			continue
		}
		n := cells(l.text)
		if n > wrapMost {
			return 0
		}
		total++
		count[n]++
		longest = max(longest, n)
	}
	full := 0
	for n := longest; n >= max(longest-2*wrapSlack, 0); n-- {
		full += count[n]
	}
	if total < wrapSample || longest < wrapLeast || 2*full < total {
		return 0
	}
	return longest - wrapSlack
}
