package recognise

import (
	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// times recognises words of time: times with their period and due day, how
// often, and how long.
type times struct{}

func newTimes(lex *lexicon.Lexicon) (*times, error) {
	return &times{}, nil
}

// scan returns the times, frequencies and durations of words, in order of
// start. Spans are base plus the offset in words.
func (t *times) scan(words string, base int, a report.Anchor) []report.Mention {
	return nil
}
