package segment

import (
	"sync"
	"unicode/utf8"

	"taizhang/report"
)

// cutter cuts words as gojieba's Cut without the hidden Markov model does, and
// to the same words: of all ways to cut a stretch into words of the dictionary
// the likeliest, characters it does not know by themselves. gojieba takes half
// as long to cut as to tag, most of it spent on the strings it makes and on
// maps of maps; this one takes a tenth, and cutting is on the way of every
// sentence that is read. For search gojieba still cuts, and tests hold the two
// side by side.
type cutter struct {
	dictionary *weights
	desks      sync.Pool // of *cutting
}

// cutting is the work on one stretch: for each of its characters where it
// begins, and the likeliest way to cut from there on.
type cutting struct {
	runes []rune
	at    []int     // where each character begins
	sum   []float64 // the weight of the words from it on, one more than there are
	last  []int     // the last character of the word it begins
}

func newCutter(w *weights) *cutter {
	return &cutter{dictionary: w, desks: sync.Pool{New: func() any { return &cutting{} }}}
}

// words appends the words of text, which begins at byte from of the body.
func (c *cutter) words(text string, from int, words []report.Span) []report.Span {
	desk := c.desks.Get().(*cutting)
	defer c.desks.Put(desk)
	start := 0
	for i, r := range text {
		if !separates(r) {
			continue
		}
		words = desk.cut(c.dictionary, text[start:i], from+start, words)
		start = i + utf8.RuneLen(r)
		words = append(words, report.Span{Start: from + i, End: from + start})
	}
	return desk.cut(c.dictionary, text[start:], from+start, words)
}

// separates tells whether no word reaches beyond the character.
func separates(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '，' || r == '。'
}

// cut appends the words of a stretch without separators.
func (d *cutting) cut(w *weights, text string, from int, words []report.Span) []report.Span {
	if text == "" {
		return words
	}
	d.runes, d.at = d.runes[:0], d.at[:0]
	for i, r := range text {
		d.runes, d.at = append(d.runes, r), append(d.at, from+i)
	}
	n := len(d.runes)
	d.at = append(d.at, from+len(text))
	if cap(d.sum) <= n {
		d.sum, d.last = make([]float64, 2*n+1), make([]int, 2*n+1)
	}
	d.sum, d.last = d.sum[:n+1], d.last[:n+1]
	d.sum[n] = 0
	for i := n - 1; i >= 0; i-- {
		d.likeliest(w, i)
	}
	for i := 0; i < n; i = d.last[i] + 1 {
		words = append(words, report.Span{Start: d.at[i], End: d.at[d.last[i]+1]})
	}
	return words
}

// longestWord is how many characters a word may have.
const longestWord = 512

// likeliest finds the best word that begins with the i-th character. Of two
// that weigh the same it keeps the shorter.
func (d *cutting) likeliest(w *weights, i int) {
	node := w.root(d.runes[i])
	weight := w.of[node]
	if weight == 0 {
		weight = w.least
	}
	best, last := d.sum[i+1]+weight, i
	for j := i + 1; node != 0 && j < len(d.runes) && j-i < longestWord; j++ {
		if node = w.next(node, d.runes[j]); node == 0 {
			break
		}
		if weight := w.of[node]; weight != 0 && d.sum[j+1]+weight > best {
			best, last = d.sum[j+1]+weight, j
		}
	}
	d.sum[i], d.last[i] = best, last
}
