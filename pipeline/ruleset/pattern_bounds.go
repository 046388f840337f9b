package ruleset

import "fmt"

// The bounds of a pattern. Nobody can read longer ones, and the time that a
// pattern takes grows with its elements; those that take any words are tried from
// every place on.
const (
	longestPattern = 300 // characters
	mostElements   = 80
	mostGaps       = 10
	mostWords      = 4 // 【词语】
)

// checkBounds refuses patterns over a bound.
func checkBounds(p Pattern) error {
	if n := len([]rune(p.Source)); n > longestPattern {
		return &PatternError{longestPattern + 1, fmt.Sprintf("句式有 %d 个字，最多 %d 个；请分成几条", n, longestPattern)}
	}
	elements, gaps, words := 0, 0, 0
	var over error
	p.Walk(func(e Element) {
		elements++
		switch {
		case e.Op == Gap:
			gaps++
		case e.Op == Slot && SlotBase(e.Text) == SlotWords:
			words++
		}
		switch {
		case over != nil:
		case gaps > mostGaps:
			over = &PatternError{e.Column, fmt.Sprintf("一个句式最多 %d 个「…」；请分成几条", mostGaps)}
		case words > mostWords:
			over = &PatternError{e.Column, fmt.Sprintf("一个句式最多 %d 个【词语】；请分成几条", mostWords)}
		case elements > mostElements:
			over = &PatternError{e.Column, fmt.Sprintf("一个句式最多 %d 个成分；请分成几条", mostElements)}
		}
	})
	return over
}
