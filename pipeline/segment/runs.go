package segment

import (
	"slices"
	"unicode/utf8"

	"taizhang/report"
)

// longestCall is about how many bytes are cut in one call of gojieba: calls
// cost something, and so do tables that do not fit into the processor's cache.
const longestCall = 2 << 10

// Fill fills in the words of the sentences that are read, in order and without
// gaps. Gojieba cuts the runs between marks and numbers only, many in one call:
// no word of its dictionary holds a mark, so a mark is a word. Runs inside a
// mention that is no quote are not cut: a mention is a word to whoever reads it.
// The words are appended to a list, which is returned to be used again when the
// sentences are done with.
func (s *Segmenter) Fill(
	words []report.Token, body string, sentences []report.Sentence, read func(*report.Sentence) bool,
) []report.Token {
	c, ok := s.desks.Get().(*cutting)
	if !ok {
		c = &cutting{segmenter: s, text: make([]byte, 0, longestCall+longestCall/2)}
	}
	c.body, c.words = body, words
	for i := range sentences {
		if x := &sentences[i]; read(x) {
			c.sentence(x)
		}
		if len(c.text) > longestCall {
			c.flush()
		}
	}
	c.flush()
	words = c.words
	if cap(c.pieces) <= longestKept {
		c.body, c.words = "", nil
		s.desks.Put(c)
	}
	return words
}

// longestKept is how many pieces the lists may have room for to be used again.
const longestKept = 1 << 12

// cutting is the runs of some sentences on their way through gojieba.
type cutting struct {
	segmenter *Segmenter
	body      string
	words     []report.Token
	text      []byte             // the runs to be cut, each with a comma behind it
	pieces    []piece            // of all these sentences
	known     int                // words of those that are known
	sentences []*report.Sentence // and how many each has
	counts    []int
}

// piece is a stretch of a sentence: a run to be cut, one whose words are known,
// or a word.
type piece struct {
	report.Span
	cut   bool
	words []inner
}

// between separates runs: gojieba looks at what is before and behind it by
// itself.
const between = "，"

// sentence lists the pieces of a sentence.
func (c *cutting) sentence(s *report.Sentence) {
	first, mentions := len(c.pieces), s.Mentions
	for i := s.Span.Start; i < s.Span.End; {
		p := report.Span{Start: i, End: c.run(i, s.Span.End)}
		if p.End == i {
			p.End = c.word(i, s.Span.End)
			c.pieces = append(c.pieces, piece{Span: p})
			i = p.End
			continue
		}
		i = p.End
		for len(mentions) > 0 && mentions[0].Span.End <= p.Start {
			mentions = mentions[1:]
		}
		c.pieces = append(c.pieces, c.piece(p, p.Len() > hanSize && !mentioned(p, mentions)))
	}
	c.sentences, c.counts = append(c.sentences, s), append(c.counts, len(c.pieces)-first)
}

// piece returns the piece of a run. One that is to be cut is put to the others.
func (c *cutting) piece(p report.Span, cut bool) piece {
	if !cut {
		return piece{Span: p}
	}
	run := p.Of(c.body)
	if words := c.segmenter.known.get(run); words != nil {
		c.known += len(words)
		return piece{Span: p, words: words}
	}
	c.text = append(append(c.text, run...), between...)
	return piece{Span: p, cut: true}
}

// mentioned tells whether the stretch is part of a mention that is no quote.
func mentioned(p report.Span, mentions []report.Mention) bool {
	for i := range mentions {
		m := &mentions[i]
		if m.Span.Start > p.Start {
			return false
		}
		if m.Type != report.MentionQuote && m.Span.Contains(p) {
			return true
		}
	}
	return false
}

// run returns the end of the characters from i on that words of several
// characters are made of.
func (c *cutting) run(i, end int) int {
	for i < end {
		if isHanAt(c.body, i, end) {
			i += hanSize
			continue
		}
		r, n := utf8.DecodeRuneInString(c.body[i:end])
		if !(r >= 0x3400 && r <= 0x9fff) && !c.segmenter.joined(r) {
			return i
		}
		i += n
	}
	return i
}

// joined tells whether r stands in words though it is no Chinese character.
func (s *Segmenter) joined(r rune) bool {
	return s.may[r/64%4]&(1<<(r%64)) != 0 && s.joins[r]
}

// hanSize is the length of a common Chinese character.
const hanSize = len("一")

// isHanAt tells quickly whether one of most Chinese characters, U+4000 to U+9FFF,
// stands at i.
func isHanAt(s string, i, end int) bool {
	return s[i] >= 0xE4 && s[i] <= 0xE9 && i+hanSize <= end && s[i+1]>>6 == 2 && s[i+2]>>6 == 2
}

// word returns the end of the mark at i, or of the run of ASCII letters, digits
// and points that is a word together.
func (c *cutting) word(i, end int) int {
	if !isASCIIWordByte(c.body[i]) {
		_, n := utf8.DecodeRuneInString(c.body[i:end])
		return i + n
	}
	for i < end && isASCIIWordByte(c.body[i]) {
		i++
	}
	return i
}

// flush cuts the runs and hands the sentences their words.
func (c *cutting) flush() {
	var words []string
	if len(c.text) > 0 {
		words = c.segmenter.jieba.Cut(string(c.text), false)
	}
	c.words = slices.Grow(c.words, len(words)+len(c.pieces)+c.known)
	pieces := c.pieces
	for k, s := range c.sentences {
		list := c.words[len(c.words):]
		for _, p := range pieces[:c.counts[k]] {
			if !p.cut {
				list = appendKnown(list, c.body, p)
				continue
			}
			for at := p.Start; at < p.End; words = words[1:] {
				list = appendWord(list, c.body, report.Span{Start: at, End: at + len(words[0])})
				at += len(words[0])
			}
			words = words[1:] // between
		}
		pieces = pieces[c.counts[k]:]
		c.words = c.words[:len(c.words)+len(list)]
		s.Tokens = list[:len(list):len(list)]
	}
	clear(c.sentences)
	clear(c.pieces) // they hold known words
	c.text, c.pieces, c.known = c.text[:0], c.pieces[:0], 0
	c.sentences, c.counts = c.sentences[:0], c.counts[:0]
}

// appendKnown adds the words of a piece that needs no cutting.
func appendKnown(list []report.Token, body string, p piece) []report.Token {
	if p.words == nil {
		return appendWord(list, body, p.Span)
	}
	for _, w := range p.words {
		if w.whole {
			list = appendWord(list, body, report.Span{Start: p.Start + int(w.start), End: p.Start + int(w.end)})
		}
	}
	return list
}
