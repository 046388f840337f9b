// Package segment cuts a text into sentences and words. It is the only user of
// gojieba, and so of cgo.
//
// Words are cut without the hidden Markov model: with it the words of a
// sentence depend on their neighbours, and a query for 整改率 does not find
// 整改率达. Runs of ASCII letters and digits, which gojieba then splits into
// characters, are joined here.
package segment

import (
	"fmt"
	"slices"
	"sync"

	"github.com/yanyiwu/gojieba"

	"taizhang/report"
)

// Segmenter cuts words. It is safe for use by several goroutines at once.
type Segmenter struct {
	jieba *gojieba.Jieba
	joins map[rune]bool // what stands in words besides Chinese characters
	may   [4]uint64     // a bit for the last eight bits of each of these
	known *known
	desks sync.Pool // *cutting, whose lists are used again
}

// inWords are the characters besides Chinese ones that words of the dictionary
// hold: T恤, 卡拉OK.
const inWords = "+TcC#AB&"

// Word is a word of a text. Sub-words of a long word have the position of the
// word they are part of, so that phrases agree however they are cut.
type Word struct {
	Span     report.Span
	Position int // number of the base word, from 1; punctuation counts
}

// ownWordFrequency is how often an own word is taken to occur: with the
// dictionary's total of 60 million, more often than any two words in a row, so
// that it is kept whole (县政府, not 县 and 政府).
const ownWordFrequency = 1_000_000

// New loads the dictionaries (about half a second, 120 MB): the ones inside
// the binary, unpacked below cacheDir, or those of the gojieba module where
// the binary was built without. extra are further words of the office's own.
func New(cacheDir string, extra ...string) (*Segmenter, error) {
	paths, err := dictionary(cacheDir)
	if err != nil {
		return nil, fmt.Errorf("load segmentation dictionary: %w", err)
	}
	j := gojieba.NewJieba(paths.words, paths.model, paths.user, paths.idf, paths.stop)
	// Words are added before the segmenter is shared: cppjieba changes its
	// trie without a lock.
	joins := map[rune]bool{}
	for _, w := range slices.Concat(extra, []string{inWords}) {
		for _, r := range w {
			joins[r] = true
		}
	}
	for _, w := range extra {
		j.AddWordEx(w, ownWordFrequency, "")
	}
	s := &Segmenter{jieba: j, joins: joins, known: newKnown()}
	for r := range joins {
		s.may[r/64%4] |= 1 << (r % 64)
	}
	return s, nil
}

// Cut returns the words of text, in order and without gaps. text should be one
// paragraph: time and memory are better spent on short strings.
func (s *Segmenter) Cut(text string) []report.Span {
	words := s.Words(text, report.Span{End: len(text)})
	spans := make([]report.Span, len(words))
	for i, w := range words {
		spans[i] = w.Span
	}
	return spans
}

// Words returns the words of the stretch p of body, in order and without gaps.
func (s *Segmenter) Words(body string, p report.Span) []report.Token {
	words := s.jieba.Cut(clean(p.Of(body)), false)
	tokens := make([]report.Token, 0, len(words))
	at := p.Start
	for _, w := range words {
		tokens = appendWord(tokens, body, report.Span{Start: at, End: at + len(w)})
		at += len(w)
	}
	return tokens
}

// appendWord adds a word, or lengthens the last where both are of one run of
// ASCII letters, digits and points.
func appendWord(tokens []report.Token, body string, p report.Span) []report.Token {
	if n := len(tokens); n > 0 && isASCIIWord(p.Of(body)) && isASCIIWord(tokens[n-1].Span.Of(body)) {
		tokens[n-1].Span.End = p.End
		return tokens
	}
	return append(tokens, report.Token{Span: p})
}

func isASCIIWord(w string) bool {
	for i := 0; i < len(w); i++ {
		if !isASCIIWordByte(w[i]) {
			return false
		}
	}
	return len(w) > 0
}

func isASCIIWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.'
}
